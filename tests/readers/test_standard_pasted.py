"""A standard as people paste it: out of browsers, Word, PDF, and from Markdown."""

from pathlib import Path

import pytest

from curriculum.model import Standard
from curriculum.readers import read
from curriculum.readers._bounded import MOST, Findings
from curriculum.readers._forms.text_pages import without_running_lines
from curriculum.readers._text import open_text

KEY = "Key information\nReference: ST9999\nLevel: 3\nRoute: Sea\n"
SUMMARY = "Occupation summary\nKeepers keep lamps lit.\nTypical job titles include:\n"
TITLES = "Lamp keeper\nFog signal keeper\n"
DUTIES = "Occupation duties\nDuty 1 Keep the lamp lit\nK1 K2 S1 B1\n"
KSBS = (
    "KSBs\nKnowledge\nK1: Lamps and how to define them\nK2: Lenses\nSkills\n"
    "S1: Light the lamp in any\nweather\nBehaviours\nB1: Stays calm\n"
)
CROWN = "Crown copyright © 2025, nationalarchives.gov.uk"
PAGE = f"Lighthouse keeper\n{KEY}{SUMMARY}{TITLES}{DUTIES}{KSBS}{CROWN}\n"


def standard_in(text: str, folder: Path) -> Standard:
    path = folder / "page.txt"
    path.write_bytes(text.encode())
    [standard] = read(path, reader="occupational_standard").records
    assert isinstance(standard, Standard)
    return standard


def facts(standard: Standard) -> object:
    return (
        (standard.reference, standard.title, standard.level, standard.route),
        standard.typical_job_titles,
        [(duty.key, duty.text, duty.ksbs) for duty in standard.duties],
        [(ksb.key, ksb.text) for ksb in standard.ksbs],
    )


def with_furniture(page: str, mark: str) -> str:
    """Four lines a page, with a running head and foot as a PDF's text has them."""
    lines = page.splitlines()
    pages = ["\n".join(lines[at : at + 4]) for at in range(0, len(lines), 4)]
    foot = "\nCrown copyright 2025\n{}\n{}Lighthouse keeper ST9999\n"
    feet = (foot.format(mark.format(n), "\f" * ("\f" in mark)) for n in range(1, 99))
    return "".join(f"{one}{end}" for one, end in zip(pages, feet, strict=False))


PASTED = {
    "bullets with tabs": PAGE.replace("K1:", "•\tK1:").replace("S1:", "◦\tS1:"),
    "symbols of Word": PAGE.replace("K1 K2 S1 B1", "\uf0b7\tK1, K2, S1, B1"),
    "numbers of a list": PAGE.replace("K2:", "100.K2:").replace("K1:", "1. K1:"),
    "ligatures and soft hyphens": PAGE.replace("fi", "\ufb01").replace(
        "weather", "wea\u00adther"
    ),
    "Markdown": PAGE.replace("K1:", "- **K1:**")
    .replace("Duty 1", "**Duty 1**")
    .replace("KSBs", "## KSBs")
    .replace("Lighthouse keeper", "# Lighthouse keeper (ST9999)"),
    "numbers of pages": with_furniture(PAGE, "{} of 7"),
    "form feeds": with_furniture(PAGE, "Page {}\f"),
    "a copyright line between": PAGE.replace("Skills\n", f"{CROWN}\nSkills\n"),
    "a menu and the title twice": "Home\nCourses\nLighthouse keeper\n" + PAGE,
    "a notice above": "This apprenticeship is in revision\n" + PAGE,
}


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED.keys())
def test_however_it_was_pasted_it_says_the_same(text: str, tmp_path: Path) -> None:
    assert facts(standard_in(text, tmp_path)) == facts(standard_in(PAGE, tmp_path))


def test_criteria_below_the_duty_are_none_of_its_text(tmp_path: Path) -> None:
    stacked = PAGE.replace(
        "Duty 1 Keep the lamp lit\n",
        "Duty Criteria for measuring performance KSBs\n\n"
        "Duty 1 Keep the lamp lit\n\nNo ship is lost\n\n",
    )
    [duty] = standard_in(stacked, tmp_path).duties
    assert (duty.text, duty.criteria) == ("Keep the lamp lit", "No ship is lost")
    assert duty.ksbs == ("K1", "K2", "S1", "B1")


def test_running_lines_are_set_aside_and_keep_their_place(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(with_furniture(PAGE, "{} of 7"), "utf-8")
    text = without_running_lines(open_text(path))
    places = [int(line.place) for line in text.aside]
    printed = path.read_text("utf-8").split("\n")
    assert [printed[at - 1] for at in sorted(places)][:3] == [
        "Crown copyright 2025",
        "1 of 7",
        "Lighthouse keeper ST9999",
    ]


def test_the_typical_duration_is_kept_and_other_labels_are_one_finding(
    tmp_path: Path,
) -> None:
    said = "Typical duration to gateway: 18 months\nLars code: 7\nMaximum funding: £1\n"
    path = tmp_path / "page.txt"
    path.write_text(PAGE.replace("Level: 3\n", f"Level: 3\n{said}"), "utf-8")
    got = read(path)
    [standard] = got.records
    assert isinstance(standard, Standard)
    assert standard.typical_duration_months == 18
    assert [f.message for f in got.findings if f.code == "SRC111"] == [
        (
            "2 lines under Key information are not read: “Lars code: 7 / "
            "Maximum funding: £1”"
        )
    ]


def test_what_is_wrong_very_often_is_counted(tmp_path: Path) -> None:
    wrong = "".join(f"K{n} " for n in range(3, MOST + 13))
    path = tmp_path / "page.txt"
    path.write_text(PAGE.replace("K1 K2 S1 B1", f"K1 K2 S1 B1 {wrong}"), "utf-8")
    found = [f for f in read(path).findings if f.code == "SRC124"]
    assert len(found) == MOST + 1
    assert found[-1].message == "10 more of SRC124 from here on are not listed"
    assert not list(Findings().in_order())


@pytest.mark.parametrize(
    "shape",
    [
        "{} : ",
        "{}\n: ",
        "{}\t: ",
        "{}.: ",
        "{}) : ",
        "({}): ",
        "[{}] ",
        "{}:: ",
        "{} -: ",
        "{} \u2192 ",
        "{} = ",
        "{} \u2022 ",
        "{}\u2014",
        "{}\uff1a",
    ],
)
def test_what_sets_a_key_off_is_none_of_its_text(shape: str, tmp_path: Path) -> None:
    page = PAGE
    for key in ("K1", "K2", "S1", "B1"):
        page = page.replace(f"{key}: ", shape.format(key))
    assert facts(standard_in(page, tmp_path)) == facts(standard_in(PAGE, tmp_path))


def test_the_title_of_an_option_among_the_ksbs_is_no_wording(tmp_path: Path) -> None:
    page = PAGE.replace(
        "KSBs\nKnowledge", "Option duties: Fog\nDuty 2 Blow\nK2 S1\nKSBs\nKnowledge"
    ).replace("K2: Lenses", "Fog\nK2: Lenses")
    texts = [ksb.text for ksb in standard_in(page, tmp_path).ksbs]
    assert texts == [ksb.text for ksb in standard_in(PAGE, tmp_path).ksbs]


def test_a_unit_has_the_title_that_stands_behind_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "unit.txt"
    path.write_text(
        "Apprenticeship unit: Lamp fitting\nAU0007\nKey information\n"
        "Reference: AU0007\nTechnical knowledge\nTK1 Lamps of all kinds\n"
        "TK2 Lenses\nTechnical skills\nTS1 Fit lamps\nTS2 Clean lenses\n"
    )
    [standard] = read(path).records
    assert isinstance(standard, Standard)
    assert (standard.title, standard.reference) == ("Lamp fitting", "AU0007")
    assert [ksb.key for ksb in standard.ksbs] == ["TK1", "TK2", "TS1", "TS2"]
