"""The mapping grid: what stands in it, and what holds of every sheet."""

import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from conftest import Golden
from contrast import contrast
from curriculum.reviewed import Review
from curriculum.writers import _house, mapping_grid
from curriculum.writers._sheets import (
    FIRST_ROW,
    LONGEST_CELL,
    Cell,
    Formula,
    Names,
    Sheet,
    fitting,
    letters,
)
from reviews import finding, full_review, review, waived
from workbook_checks import faults
from workbook_text import stored_values, workbook_text


def written(held: Review, folder: Path) -> Path:
    path = folder / mapping_grid.FILENAME
    mapping_grid.write(held, path)
    return path


def sheet(held: Review, name: str) -> Sheet:
    return next(s for s in mapping_grid.sheets(held) if s.name == name)


def plain(cell: Cell) -> object:
    return cell.value if isinstance(cell, Formula) else cell


def row(held: Sheet, key: str) -> dict[str, object]:
    """One row by its first cell, with the headings."""
    cells = next(r for r in held.rows if r[0] == key)
    names = (column.heading for column in held.columns)
    return dict(zip(names, map(plain, cells), strict=True))


UNASKED = "Assessment is not asked for"

SMALL = """
    ksbs K1 K2 S1
    duty D1 K1 K2 K9
    skills agile c-sharp
    M1 titled Basics
    M1 teaches K1 introduced
    M1 teaches K1 developed
    M1 teaches agile
    M2 titled Practice
    M2 optional
    M2 teaches K1 S1 mastered
    A1 assesses K1
    A1 of M1 formative
    A2 assesses K1 S1
"""


def test_shows_the_greatest_depth_to_which_each_module_takes_a_ksb() -> None:
    assert row(sheet(review(SMALL), "KSB by module"), "K1") == {
        "KSB": "K1",
        "Kind": "Knowledge",
        "Wording": "Text of K1",
        "M1 Basics": "D",
        "M2 Practice (optional)": "M",
        "Modules that teach it": 2,
        "Sessions that teach it": 3,
        "Assessments": 2,
        "Findings": "",
    }


def test_tells_formative_from_summative_assessment() -> None:
    held = row(sheet(review(SMALL), "KSB by assessment"), "K1")
    assert (held["A1 Title of A1"], held["A2 Title of A2"]) == ("F", "S")
    assert (held["Formative"], held["Summative"], held["Assessments"]) == (1, 1, 2)


def test_says_what_a_duty_lacks() -> None:
    held = row(sheet(review(SMALL), "Duties"), "D1")
    assert held["Covered %"] == 50
    assert held["Gaps"] == "K2 not taught or assessed; K9 not in the published list"


def test_a_row_is_flagged_by_the_findings_about_it_and_by_nothing_else() -> None:
    found = finding("COV101", "K2", "K2 is taught nowhere")
    grid = sheet(review(SMALL, found), "KSB by module")
    assert [row(grid, k)["Findings"] for k in ("K1", "K2", "S1")] == ["", "COV101", ""]
    gap_without_finding = sheet(review(SMALL), "KSB by module")
    assert row(gap_without_finding, "K2")["Findings"] == ""


def test_a_finding_about_a_key_of_two_frameworks_flags_the_one_that_is_meant() -> None:
    text = """
        framework AA epa K1
        framework BB epa K1
    """
    held = review(text, finding("COV101", "K1", "K1 is taught nowhere", place="2"))
    first = sheet(held, "AA v1.0 KSB by module")
    second = sheet(held, "BB v1.0 KSB by module")
    assert row(first, "K1")["Findings"] == ""
    assert row(second, "K1")["Findings"] == "COV101"


def test_a_waived_skill_says_why_it_is_not_covered() -> None:
    missing = finding("MKT101", "c-sharp", "c-sharp is taught nowhere")
    held = review(SMALL, waivers=(waived(missing, "No licence"),))
    skill = row(sheet(held, "Skills by module"), "c-sharp")
    assert skill["Why it is not covered"] == "MKT101 waived: No licence"
    assert skill["Findings"] == ""


def test_a_session_shows_when_it_is_and_what_it_teaches() -> None:
    held = row(sheet(review(SMALL), "Sessions"), "M2.01")
    assert (held["Week"], held["Date"]) == (2, date(2026, 9, 14))
    assert (held["KSBs"], held["Skills"]) == ("K1 M, S1 M", "None")
    assert (held["Off the job"], held["Optional"]) == ("Yes", "Yes")


def test_a_session_for_which_there_is_no_slot_says_so() -> None:
    held = row(
        sheet(review("M1 teaches K1\nM1.01 lasts 99 hours"), "Sessions"), "M1.01"
    )
    assert held["Week"] == 1
    late = review("""
        from 2026-09-07 to 2026-09-08
        M1 teaches K1
        M1.01 lasts 99 hours
    """)
    assert row(sheet(late, "Sessions"), "M1.01")["Date"] == "No date"
    assert (
        row(sheet(late, "Hours and findings"), "Sessions without a date")["Figure"] == 1
    )


def test_the_summary_counts_gaps_first() -> None:
    rows = sheet(review(SMALL), "Summary").rows
    assert [tuple(map(plain, r))[:10] for r in rows] == [
        ("ST0000 v1.0", "Knowledge", 1, 1, 0, 2, 1, 1, "K2", "K2"),
        ("ST0000 v1.0", "Skills", 0, 0, 1, 1, 1, 1, "None", "None"),
        ("ST0000 v1.0", "All", 1, 1, 1, 3, 2, 2, "K2", "K2"),
        ("DT v1.0", "item", 1, 2, 1, 2, 1, 0, "Text of c-sharp", UNASKED),
        ("DT v1.0", "All", 1, 2, 1, 2, 1, 0, "Text of c-sharp", UNASKED),
    ]


def test_hours_stand_beside_the_published_minimum_with_its_authority() -> None:
    held = review(f"{SMALL}\n    minimum 10 hours\n    M2.01 lasts 1.1 hours")
    figures = sheet(held, "Hours and findings")
    planned = row(figures, "Planned off-the-job hours")
    minimum = row(figures, "Published minimum for ST0000 v1.0")
    above = row(figures, "Planned above the minimum for ST0000 v1.0")
    optional = row(figures, "Planned off-the-job hours in optional modules")
    assert (planned["Figure"], minimum["Figure"], above["Figure"]) == (10.1, 10, 0.1)
    assert minimum["Remark"] == "Authority: a planner. not confirmed"
    assert optional["Figure"] == 1.1


def test_says_how_many_findings_there_are_in_all() -> None:
    found = sheet(full_review(), "Findings")
    assert found.explanation.startswith("In all: 2 errors and 1 warning.")
    assert [r[0] for r in found.rows] == ["COV101", "COV102", "HRS301"]


def test_waived_findings_stand_apart_with_reason_and_name() -> None:
    held = row(sheet(full_review(), "Waived findings"), "MKT101")
    assert held["Reason"] == "=No licence & no <demand>"
    assert (held["Who"], held["From"]) == ("Head of quality", date(2026, 6, 26))
    assert held["Until"] == "Not stated"


def test_several_frameworks_have_sheets_of_their_own() -> None:
    assert [s.name for s in mapping_grid.sheets(full_review())] == [
        "How to read this",
        "Summary",
        "Hours and findings",
        "ST0128 v1.0 KSB by module",
        "ST0128 v1.0 KSB by assessment",
        "ST0128 v1.0 Duties",
        "FA0001 v1.0 KSB by module",
        "FA0001 v1.0 KSB by assessment",
        "Skills by module",
        "Sessions",
        "Findings",
        "Waived findings",
        "Published findings",
        "Sources",
        "Corrections",
    ]


def test_golden(golden: Golden, tmp_path: Path) -> None:
    golden("mapping-grid", workbook_text(written(full_review(), tmp_path)))


def test_what_is_read_back_is_what_was_set_out(tmp_path: Path) -> None:
    held = full_review()
    stored = stored_values(written(held, tmp_path))
    for page in mapping_grid.sheets(held):
        for number, cells in enumerate(page.laid_out, start=FIRST_ROW):
            for at, cell in enumerate(cells):
                found = stored.get((page.name, f"{letters(at)}{number}"))
                assert shown(found) == shown(plain(cell))


def shown(value: object) -> str:
    """A value as text: workbooks hold dates with a time, and nothing for ""."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:g}"
    return re.sub(r" 00:00:00$", "", str(getattr(value, "sheet", value)))


@pytest.mark.parametrize(
    ("sheet_name", "address", "begins"),
    [
        ("ST0128 v1.0 KSB by module", "C4", "=HYPERLINK("),
        ("ST0128 v1.0 KSB by module", "C6", "-1 and +1"),
        ("FA0001 v1.0 KSB by module", "C4", "@mention"),
        ("Findings", "D6", "=1+1"),
        ("Waived findings", "F4", "=No licence"),
        ("Corrections", "B5", "+1"),
    ],
)
def test_text_that_begins_like_a_formula_stays_text(
    tmp_path: Path, sheet_name: str, address: str, begins: str
) -> None:
    cell = load_workbook(written(full_review(), tmp_path))[sheet_name][address]
    assert str(cell.value).startswith(begins)
    assert cell.data_type == "s"


def test_every_formula_is_stored_with_its_value_and_nothing_is_malformed(
    tmp_path: Path,
) -> None:
    assert faults(written(full_review(), tmp_path)) == []


def test_the_same_review_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(full_review(), tmp_path).read_bytes()
    assert written(full_review(), tmp_path).read_bytes() == first


def test_an_empty_programme_has_a_grid_too(tmp_path: Path) -> None:
    path = written(review("module M1"), tmp_path)
    assert faults(path) == []
    assert stored_values(path)["Findings", "A4"] == "None"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Worksheet]:
    path = written(full_review(), tmp_path_factory.mktemp("grid"))
    return list(load_workbook(path))


def test_each_sheet_has_title_explanation_and_one_table_from_column_a(
    pages: list[Worksheet],
) -> None:
    for page in pages:
        assert isinstance(page["A1"].value, str)
        assert isinstance(page["A2"].value, str)
        assert [t.ref.partition(":")[0] for t in page.tables.values()] == ["A3"]
        assert page.max_row == int(re.sub(r".*\D", "", table_range(page)))


def table_range(page: Worksheet) -> str:
    (table,) = page.tables.values()
    return str(table.ref)


def test_each_sheet_is_frozen_landscape_and_fits_the_width(
    pages: list[Worksheet],
) -> None:
    for page in pages:
        assert str(page.freeze_panes).endswith("4")
        assert page.page_setup.orientation == "landscape"
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        assert page.print_title_rows == "$3:$3"


def test_a_grid_of_many_modules_prints_on_pages_that_repeat_its_wording(
    tmp_path: Path,
) -> None:
    modules = "\n".join(f"M{n} teaches K1" for n in range(1, 61))
    book = load_workbook(written(review(f"ksbs K1\n{modules}"), tmp_path))
    page = book["KSB by module"]
    assert page.page_setup.fitToWidth == 3
    assert page.print_title_cols == "$A:$C"
    assert book["KSB by assessment"].print_title_cols is None


def test_no_cell_is_merged_and_the_cursor_is_in_a1(pages: list[Worksheet]) -> None:
    for page in pages:
        assert not page.merged_cells.ranges
        cells = {s.pane: s.activeCell for s in page.sheet_view.selection}
        assert cells["bottomRight"] == "A1"


def test_marks_are_chosen_from_the_list_of_letters(pages: list[Worksheet]) -> None:
    (page,) = (p for p in pages if p.title == "ST0128 v1.0 KSB by module")
    offered = {str(v.sqref): v.formula1 for v in page.data_validations.dataValidation}
    assert offered == {"D4:E7": "depth_letters_"}


def test_the_lists_of_letters_hold_the_letters(tmp_path: Path) -> None:
    book = load_workbook(written(full_review(), tmp_path))
    for name, expected in (("depth_letters_", "IDMT"), ("purpose_letters_", "FS")):
        ((title, place),) = book.defined_names[name].destinations
        assert "".join(str(c.value) for (c,) in book[title][place]) == expected


def test_properties_name_the_programme_and_the_language(tmp_path: Path) -> None:
    path = written(full_review(), tmp_path)
    properties = load_workbook(path).properties
    assert properties.title == (
        "Mapping grid: Cybersecurity & <Networks>: \N{ROCKET} Ysgol Llŷn"
    )
    assert properties.creator == "Łucja Żółć"
    with ZipFile(path) as packed:
        assert b"en-GB" in packed.read("docProps/custom.xml")


@pytest.mark.parametrize(
    "look",
    [
        _house.HEADING,
        _house.TITLE,
        _house.EXPLANATION,
        _house.JUMP,
        _house.FLAGGED,
        *_house.MARKS.values(),
        *_house.WORDS.values(),
    ],
)
def test_ink_can_be_read_on_its_paper(look: dict[str, object]) -> None:
    assert (
        contrast(str(look["font_color"]), str(look.get("bg_color", "#FFFFFF"))) >= 4.5
    )


def test_text_that_no_cell_can_hold_is_cut_with_a_note() -> None:
    cut = fitting("\N{ROCKET}" * 20_000)
    assert cut.endswith("a cell holds no more than 32,767 characters")
    assert LONGEST_CELL - 1 <= len(cut.encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_characters_that_xml_forbids_are_shown_as_such() -> None:
    assert fitting("a\x00b\x1fc\ud800d\r\ne\tf\ng") == "a\ufffdb\ufffdc\ufffdd\ne\tf\ng"


@given(st.lists(st.text(max_size=60), max_size=30))
def test_sheet_names_are_fit_and_unique(names: list[str]) -> None:
    held = Names()
    made = [held.sheet(name) for name in names]
    assert len({name.casefold() for name in made}) == len(names)
    assert all(0 < len(n.encode("utf-16-le")) <= 62 for n in made)
    assert not [n for n in made if set(n) & set("[]:*?/\\") or n.strip("'") != n]


ANY_TEXT = st.one_of(
    st.text(min_size=1, max_size=40), st.text(max_size=9).map("<r>{}</r>".format)
)
"""XlsxWriter takes what stands between <r> and </r> for XML of its own."""


@settings(max_examples=25, deadline=None)
@given(title=ANY_TEXT, wording=ANY_TEXT)
def test_any_text_is_read_back_as_it_was_written(
    title: str, wording: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    held = review(SMALL)
    programme = held.programme
    standard = programme.frameworks[0]
    items = tuple(i.model_copy(update={"text": wording}) for i in standard.items)
    frameworks = (standard.model_copy(update={"items": items, "title": title}),)
    changed = programme.model_copy(update={"frameworks": frameworks, "title": title})
    facts = type(held.facts)(changed, held.timetable, held.coverage)
    path = written(Review(facts), tmp_path_factory.mktemp("grid"))
    stored = stored_values(path)
    assert stored["KSB by module", "C4"] == fitting(wording)
    assert faults(path) == []


def test_long_and_equal_titles_of_modules_make_a_table_all_the_same(
    tmp_path: Path,
) -> None:
    text = f"""
        ksbs K1
        M1 titled {"long " * 100}
        M1 teaches K1
        module M1
        M1 titled {"long " * 100}
    """
    assert faults(written(review(text), tmp_path)) == []


def test_keys_that_look_like_numbers_or_cells_stay_text(tmp_path: Path) -> None:
    text = """
        skills 007 1e5 a1
        M1 teaches 007
    """
    stored = stored_values(written(review(text), tmp_path))
    keys = [stored["Skills by module", f"A{n}"] for n in (4, 5, 6)]
    assert keys == ["007", "1e5", "a1"]


def test_frameworks_whose_ids_differ_in_signs_only_have_names_of_their_own(
    tmp_path: Path,
) -> None:
    text = """
        framework ST.1 epa K1
        framework ST-1 epa K2
        M1 teaches K1 K2
    """
    path = written(review(text), tmp_path)
    assert faults(path) == []
    assert stored_values(path)["Summary", "F4"] == 1
