"""The form as a workbook: sound, safe to fill in, and easy to find one's way in."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from curriculum.form.baseline import PROPERTY
from curriculum.form.names import mark_name
from curriculum.form.printing import SCALE, cuts
from curriculum.form.source import source_of
from curriculum.form.writing import write_form
from curriculum.office.workbook import Book
from curriculum.paths import WORKED_EXAMPLE
from form_copies import at, form, merged
from workbook_checks import faults


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("worked") / "form.xlsx"
    write_form(source_of(WORKED_EXAMPLE), path)
    return path


@pytest.fixture
def book(sheet: Path) -> Workbook:
    return load_workbook(sheet)


def test_the_workbook_is_sound(sheet: Path, worked: Path) -> None:
    assert faults(sheet) == []
    assert faults(worked) == []


def test_its_sheets_in_the_order_in_which_people_work(worked: Path) -> None:
    assert load_workbook(worked).sheetnames == [
        "Start here",
        *("Modules", "Outcomes", "Sessions", "Marks", "Skills"),
        *("Assessments", "Assessed", "Intended", "Skills intended", "Programme"),
        *("People", "Final assessment", "Terms", "Closures", "Bank holidays"),
        *("Delivery", "Waivers", "Lists", "Baseline"),
    ]


def test_hidden_sheets_are_hidden(book: Workbook) -> None:
    assert book["Lists"].sheet_state == "hidden"
    assert book["Baseline"].sheet_state == "veryHidden"


def test_official_wording_is_locked_and_marks_are_open(book: Workbook) -> None:
    marks = book["Marks"]
    assert marks.protection.sheet
    assert not marks.protection.password
    assert not marks.protection.autoFilter
    assert not marks.protection.sort
    assert not marks.protection.formatColumns
    assert marks["B4"].protection.locked
    assert marks["D4"].protection.locked
    assert not marks["E4"].protection.locked
    assert not marks.column_dimensions["E"].protection.locked
    assert not book["Sessions"].protection.sheet
    assert not book["Programme"]["B5"].protection.locked
    assert book["Programme"]["A5"].protection.locked


def test_codes_are_text_and_long_cells_wrap(book: Workbook) -> None:
    sessions = book["Sessions"]
    assert sessions["B4"].number_format == "@"
    assert sessions["I4"].alignment.wrap_text
    assert book["Programme"]["B10"].value == "0010"
    assert sessions.column_dimensions["A"].number_format == "@"


def test_marks_are_chosen_from_a_list_by_range(book: Workbook) -> None:
    marks = book["Marks"]
    rules = {str(rule.sqref): rule for rule in marks.data_validations.dataValidation}
    rule = rules["E4:E65"]
    assert rule.formula1.startswith("form__list__")
    assert (rule.promptTitle, rule.prompt) == ("M01.01", "Arrivals")
    held = book.defined_names[rule.formula1].attr_text
    assert held == "Lists!$A$1:$A$4" or held.startswith("Lists!$")


def test_a_text_that_begins_with_an_equals_sign_is_text(book: Workbook) -> None:
    cell = book["Sessions"][at(book, "Sessions", "M01.01", "What the lecturer does")]
    assert (cell.data_type, cell.value) == ("s", "=SUM(A1) is how a formula begins")


def test_text_that_looks_like_markup_is_text(folder: Path, tmp_path: Path) -> None:
    module = folder / "modules/M02.toml"
    odd = "<r>bold & <b></r>"
    module.write_text(module.read_text("utf-8").replace("Pages", odd), "utf-8")
    path = form(folder, tmp_path / "odd.xlsx")
    assert load_workbook(path)["Sessions"]["C6"].value == odd
    assert merged(folder, path).comparison.is_empty


def test_gaps_are_counted(sheet: Path) -> None:
    held = load_workbook(sheet, data_only=True)
    gaps = {row[0].value: row[3].value for row in held["Marks"].iter_rows(min_row=4)}
    assert gaps["K7"] == "none"
    assert gaps["K1"] == "not assessed"
    assert gaps["S1"] == "not taught, not assessed"
    figures = {r[0].value: r[1].value for r in held["Start here"].iter_rows(min_row=4)}
    assert figures["ST0128 v1.1: KSBs not yet taught"] == 59
    assert figures["ST0128 v1.1: KSBs not yet assessed"] == 61
    assert figures["Hours that sessions plan"] == 12


def test_it_says_what_it_was_made_from(sheet: Path, book: Workbook) -> None:
    stamp = Book.open(sheet).properties[PROPERTY]
    assert stamp.startswith("1 SMALL-1 ")
    assert book["Baseline"]["A2"].value == stamp


def test_names_of_columns_are_never_shared() -> None:
    ids = [("session", "M 1", "a"), ("session", "M", "1a"), ("session", "M_1", "a")]
    names = {mark_name("teaches", "ST", id_) for id_ in ids}
    assert len(names) == len(ids)


def test_long_text_is_cut_for_the_cell_and_not_for_the_programme(
    folder: Path, tmp_path: Path
) -> None:
    path = folder / "modules/M02.toml"
    text = path.read_text("utf-8").replace("Build a page", "Build & test " * 4_000)
    path.write_text(text, "utf-8")
    sheet = tmp_path / "long.xlsx"
    write_form(source_of(folder), sheet)
    assert merged(folder, sheet).comparison.is_empty
    held = load_workbook(sheet)
    longest = max(len(str(c.value)) for s in held for row in s.iter_rows() for c in row)
    assert longest <= 32_767


def test_every_sheet_prints_lying_with_its_headings(worked: Path) -> None:
    for page in load_workbook(worked):
        if page.sheet_state != "visible":
            continue
        assert page.page_setup.orientation == "landscape"
        assert str(page.page_setup.paperSize) == page.PAPERSIZE_A4
        assert "Page &P of &N" in str(page.HeaderFooter.oddFooter)
        if page.title != "Start here":
            assert page.print_title_rows == "$3:$3"
        is_fitted = page.sheet_properties.pageSetUpPr is not None
        assert is_fitted or page.page_setup.scale == SCALE


def test_wide_sheets_are_cut_between_modules_and_repeat_their_first_columns(
    worked: Path,
) -> None:
    marks = load_workbook(worked)["Marks"]
    assert marks.print_title_cols == "$A:$B"
    codes = [str(cell.value) for cell in marks[3]]
    starts = [codes[cut.id].partition(".") for cut in marks.col_breaks.brk]
    assert len(starts) > 2
    assert {number for _, _, number in starts} == {"01"}


@pytest.mark.parametrize(
    ("widths", "ends", "found"),
    [
        ([10.0] * 5, [], []),
        ([10.0, *([20.0] * 4)], [], [3]),
        ([10.0, *([20.0] * 4)], [2], [2, 4]),
        ([10.0, 500.0, 20.0], [], [2]),
    ],
)
def test_a_sheet_is_cut_where_the_page_ends(
    widths: list[float], ends: list[int], found: list[int]
) -> None:
    assert cuts(widths, 1, ends, 410) == found
