"""Standards of the older form, whose bullets have no codes."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.findings import Finding
from curriculum.model import Standard
from curriculum.readers import all_readers
from curriculum.readers import bulleted_standard as reader
from curriculum.readers._text import Line, SourceText


@dataclass(frozen=True)
class Page:
    """An older standard: what it says, and the bullet in front of each statement."""

    bullet: str = "• "
    knowledge: tuple[str, ...] = ("Lamps and lenses", "Signals of ships")
    skills: tuple[str, ...] = ("Light: trims wicks", "Sound: sounds a horn")
    behaviours: tuple[str, ...] = ("Stays awake",)
    headings: tuple[str, str, str] = (
        "Technical Competencies",
        "Technical Knowledge and Understanding",
        "Underpinning Skills, Attitudes and Behaviours",
    )
    duration: str = "The duration is typically 18 months."

    def __str__(self) -> str:
        competencies, knowledge, underpinning = self.headings
        return "\n".join(
            [
                "Coastal Apprenticeship Standard",
                "Lighthouse Keeper (Level 3)",
                "Reference: ST9999",
                "Role Profile",
                "Keeps the light on a rock.",
                "",
                "Typical Job Roles",
                f"{self.bullet}Lamp keeper",
                competencies,
                *(self.bullet + text for text in self.skills),
                "",
                knowledge,
                "Understands:",
                *(self.bullet + text for text in self.knowledge),
                underpinning,
                *(self.bullet + text for text in self.behaviours),
                "Qualifications",
                "Employers set the selection criteria.",
                "Duration",
                self.duration,
                "Level",
                "This is a level 3 apprenticeship.",
                "Review Date",
                "April 2017",
            ]
        )


def source(text: str) -> SourceText:
    lines = [Line(n, line, line) for n, line in enumerate(text.split("\n"), start=1)]
    return SourceText("old.txt", "", lines)


def read(page: Page | str) -> tuple[Standard, list[str]]:
    standard, *findings = reader.read(source(str(page)))
    assert isinstance(standard, Standard)
    return standard, [str(f) for f in findings if isinstance(f, Finding)]


def test_every_statement_is_kept_with_a_house_code() -> None:
    standard, findings = read(Page())
    assert [(k.key, k.text, k.source.place) for k in standard.ksbs] == [
        ("K1", "Lamps and lenses", "15"),
        ("K2", "Signals of ships", "16"),
        ("S1", "Light: trims wicks", "10"),
        ("S2", "Sound: sounds a horn", "11"),
        ("B1", "Stays awake", "18"),
    ]
    assert standard.duties == ()
    assert [line for line in findings if "SRC430" in line] == [
        f"old.txt:{line}: SRC430 {key} is a house code: "
        "the publisher gave the statement none"
        for line, key in ((10, "S1"), (11, "S2"), (15, "K1"), (16, "K2"), (18, "B1"))
    ]


def test_the_head_is_read() -> None:
    standard, _ = read(Page())
    assert (standard.reference, standard.title) == ("ST9999", "Lighthouse Keeper")
    assert (standard.level, standard.typical_duration_months) == (3, 18)
    assert standard.summary == ("Keeps the light on a rock.",)
    assert standard.typical_job_titles == ("Lamp keeper",)


def test_what_is_not_kept_is_shown_with_its_line() -> None:
    _, findings = read(Page())
    assert [line for line in findings if "SRC433" in line] == [
        (
            "old.txt:1: SRC433 1 line before the first heading is not kept: "
            "“Coastal Apprenticeship Standard”"
        ),
        (
            "old.txt:14: SRC433 1 line under Technical Knowledge and Understanding "
            "is not kept: “Understands:”"
        ),
        (
            "old.txt:20: SRC433 1 line under Qualifications is not kept: "
            "“Employers set the selection criteria.”"
        ),
        "old.txt:26: SRC433 1 line under Review Date is not kept: “April 2017”",
    ]


@pytest.mark.parametrize("bullet", ["• ", "- ", "\uf0b7\t", "* ", "o ", "  1. ", ""])
def test_any_bullet_or_none_will_do(bullet: str) -> None:
    standard, _ = read(Page(bullet=bullet))
    expected, _ = read(Page())
    assert [(k.key, k.text) for k in standard.ksbs] == [
        (k.key, k.text) for k in expected.ksbs
    ]


def test_lines_and_bullets_below_a_statement_belong_to_it() -> None:
    page = replace(Page(), skills=("Light:\n  o trims wicks\n  o fills oil\nby day",))
    assert read(page)[0].ksbs[2].text == "Light: trims wicks fills oil by day"


def test_a_line_before_the_first_bullet_is_no_statement() -> None:
    text = str(Page()).replace("Understands:", "Apprentices understand")
    standard, findings = read(text)
    assert standard.ksbs[0].text == "Lamps and lenses"
    assert any("is not kept: “Apprentices understand”" in line for line in findings)


def test_an_erratum_is_what_is_meant_and_the_print_is_kept() -> None:
    text = source(str(replace(Page(), skills=("Trims wickss",))))
    text.lines[9].meant = text.lines[9].meant.replace("wickss", "wicks")
    standard = next(iter(reader.read(text)))
    assert isinstance(standard, Standard)
    assert (standard.ksbs[2].text, standard.ksbs[2].meant) == (
        "Trims wickss",
        "Trims wicks",
    )


@pytest.mark.parametrize("text", ["12 to 18 months", "12 - 18 months", "Two years"])
def test_a_duration_that_is_no_number_of_months_is_shown(text: str) -> None:
    standard, findings = read(replace(Page(), duration=text))
    assert standard.typical_duration_months is None
    assert f"old.txt:22: SRC434 the duration “{text}” is not read" in findings


def test_a_list_that_is_missing_is_found() -> None:
    text = str(Page()).replace("Technical Competencies", "Competence in general")
    standard, findings = read(text)
    assert {ksb.key[0] for ksb in standard.ksbs} == {"K", "B"}
    assert "old.txt:1: SRC432 the text has no skills that can be read" in findings


def test_a_text_without_head_says_what_is_missing() -> None:
    text = "Technical competencies\n• Trims wicks\nTechnical knowledge\n• Lamps"
    standard, findings = read(text)
    assert (standard.reference, standard.title, standard.level) == ("", "", None)
    assert {line.split(maxsplit=1)[1] for line in findings} >= {
        "SRC431 the standard has no reference such as ST0000",
        "SRC434 the standard has no title",
        "SRC434 the standard names no level from 1 to 8",
        "SRC432 the text has no behaviours that can be read",
    }


def test_only_this_reader_takes_the_form() -> None:
    text = source(str(Page()))
    sure = {r.name: r.recognises(text) for r in all_readers() if not r.json}
    assert sure.pop("bulleted_standard") == pytest.approx(0.9)
    assert max(sure.values()) < 0.5


def test_a_standard_with_codes_is_another_form() -> None:
    page = replace(Page(), skills=("S1: Trims wicks", "S2: Sounds a horn"), bullet="")
    assert reader.recognises(source(str(page))) == 0


wordings = st.text(
    st.sampled_from("abcdefghij klmnop ŷ ż 💡 & < = ' ( ) , ."), min_size=1, max_size=60
).filter(lambda text: text.strip()[:1].isalpha() and len(text.split()) > 1)


@given(st.lists(wordings, min_size=1, max_size=6, unique=True))
def test_any_wording_is_kept(texts: list[str]) -> None:
    standard, _ = read(replace(Page(), knowledge=tuple(texts)))
    kept = [k.text for k in standard.ksbs if k.key.startswith("K")]
    assert kept == [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize(
    "line",
    [
        "Apprenticeship standard for a Lighthouse Keeper",
        "Occupational Standard: Lighthouse Keeper",
        "ST9999 Lighthouse Keeper",
        "Lighthouse Keeper apprenticeship standard",
        "# Lighthouse Keeper \u2013 Level 3",
        "Occupation: Lighthouse Keeper",
    ],
)
def test_the_title_stands_without_what_is_around_it(line: str) -> None:
    text = str(Page()).replace("Lighthouse Keeper (Level 3)", line)
    text = text.replace("Coastal Apprenticeship Standard", "Apprenticeship Standard")
    assert read(text)[0].title == "Lighthouse Keeper"


def test_job_titles_behind_their_heading_are_titles() -> None:
    text = f"Typical job roles: Lamp fitter, Keeper\n{Page()}"
    assert read(text)[0].typical_job_titles[:2] == ("Lamp fitter", "Keeper")
