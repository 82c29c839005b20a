"""What became of each character of a source: in a record, dress, or not understood."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.readers import read_and_account
from curriculum.readers._account.record import Account, Fate
from curriculum.sources import Source, all_sources
from json_standards import website
from plan_copies import EPA, as_html
from published_pages import Page, printed
from small_pdf import Words, paragraph, write_pdf


def accounted(path: Path) -> Account:
    return read_and_account(path)[1]


def of_text(folder: Path, text: str) -> Account:
    path = folder / "page.txt"
    path.write_text(text, "utf-8")
    return accounted(path)


def left(account: Account) -> list[str]:
    return [f"{line.place}: {line.left}" for line in account.left()]


def fates(account: Account, place: str) -> list[tuple[str, str]]:
    [line] = [line for line in account.lines if line.place == place]
    return [(line.text[s.start : s.end], s.fate.name) for s in line.stretches]


@pytest.fixture(params=all_sources(), ids=lambda source: source.id)
def source(request: pytest.FixtureRequest) -> Source:
    assert isinstance(request.param, Source)
    return request.param


def test_every_character_of_a_shipped_document_has_one_fate(source: Source) -> None:
    account = accounted(source.path)
    text = source.path.read_text("utf-8-sig")
    assert sum(account.counts().values()) == len("".join(text.split()))
    for line in account.lines:
        ends = [0, *(s.end for s in line.stretches)]
        for before, stretch in zip(ends, line.stretches, strict=False):
            assert not line.text[before : stretch.start].strip()


def test_nothing_of_the_shipped_standard_is_lost() -> None:
    [own] = [s for s in all_sources() if s.reader == "occupational_standard"]
    assert left(accounted(own.path)) == []


def test_a_standard_is_accounted_for_label_by_label(tmp_path: Path) -> None:
    account = of_text(tmp_path, printed(Page()))
    assert left(account) == []
    places = {line.text.strip(): line.place for line in account.lines}
    assert fates(account, places["1. Reference: ST9999"])[0][1] == "DRESS"
    [statement] = [t for t in places if t.startswith("K2:")]
    assert fates(account, places[statement]) == [
        ("K2", "RECORD"),
        (":", "DRESS"),
        ("Signals of ships", "RECORD"),
        ("Back to Duty", "DRESS"),
    ]


def test_what_no_record_keeps_is_not_understood(tmp_path: Path) -> None:
    page = printed(Page()).replace(
        "Occupation summary", "Entry requirements\n\nFive lamps.\n\nOccupation summary"
    )
    account = of_text(tmp_path, page)
    [said] = left(account)
    assert said.endswith(": Five lamps.")


def test_a_finding_that_quotes_a_line_does_not_count_as_keeping_it(
    tmp_path: Path,
) -> None:
    page = printed(Page()).replace("KSBs\n\nKnowledge", "KSBs\n\nOdd line\n\nKnowledge")
    got, account = read_and_account(_written(tmp_path, page))
    assert any("Odd line" in finding.message for finding in got.findings)
    assert any(said.endswith(": Odd line") for said in left(account))


def _written(folder: Path, text: str) -> Path:
    path = folder / "page.txt"
    path.write_text(text, "utf-8")
    return path


def test_figures_count_where_they_are_printed_as_figures(tmp_path: Path) -> None:
    account = of_text(tmp_path, printed(Page()))
    [level] = [line for line in account.lines if "Level:" in line.text]
    assert fates(account, level.place) == [("3. Level: ", "DRESS"), ("3", "RECORD")]


def test_running_heads_and_menus_are_dress(tmp_path: Path) -> None:
    pages = [
        [Words(72, 40, "Running head"), *paragraph([f"K{n}: Lamps {n}"], 120)]
        for n in (1, 2, 3)
    ]
    path = write_pdf(tmp_path / "plan.pdf", pages)
    account = read_and_account(path, reader="occupational_standard")[1]
    dressed = [line for line in account.lines if line.text == "Running head"]
    assert [line.stretches[0].fate for line in dressed] == [Fate.DRESS] * 3
    assert [line.place for line in dressed] == [f"page {n}, line 1" for n in (1, 2, 3)]


def test_prose_of_a_plan_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_text(as_html(EPA), "utf-8")
    said = " ".join(left(accounted(path)))
    assert "must meet the gateway requirements" in said
    assert "Trims wicks and explains" not in said


def test_json_is_accounted_for_value_by_value(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    path.write_text(
        json.dumps(website(maxFunding=15000, notes="Kept nowhere")), "utf-8"
    )
    account = accounted(path)
    assert left(account) == [
        "$.larsCode: 999",
        "$.maxFunding: 15000",
        '$.notes: "Kept nowhere"',
    ]
    assert fates(account, "$.level") == [("3", "RECORD")]
    assert fates(account, "$.latestStartDate") == [("null", "DRESS")]
    assert account.markup > 0


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40),
        max_size=12,
    )
)
def test_whatever_stands_between_the_lines_has_a_fate(
    tmp_path_factory: pytest.TempPathFactory, extra: list[str]
) -> None:
    page = printed(Page()).split("\n")
    for at, text in enumerate(extra):
        page.insert(3 * at + 5, text)
    path = tmp_path_factory.mktemp("account") / "page.txt"
    path.write_text("\n".join(page), "utf-8")
    account = read_and_account(path, reader="occupational_standard")[1]
    letters = sum(account.counts().values())
    assert letters == len("".join("\n".join(page).split()))


def test_a_text_longer_than_documents_is_accounted_for_about_right(
    tmp_path: Path,
) -> None:
    page = "Key information\nReference: ST9999\nLevel: 3\nKSBs\nKnowledge\n"
    page += "".join(
        f"K{n}: Lamp {n} of the lighthouse is kept lit\n" for n in range(1, 8_000)
    )
    long = of_text(tmp_path, f"{page}{'Gulls ' * 3}\n")
    assert not long.exact
    assert of_text(tmp_path, page[:200]).exact
    said, fate = fates(long, "8")[-1]
    assert (said, fate.casefold()) == ("Lamp 3 of the lighthouse is kept lit", "record")
    assert sum(long.counts().values()) > 250_000
