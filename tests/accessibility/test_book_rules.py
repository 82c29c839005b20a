"""Each rule of workbooks is quiet about a sound one, and tells its fault."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from book_files import saved, sound
from curriculum.accessibility import Kind, all_rules, checked

Spoil = Callable[[Workbook], object]


def says(sheet: str, cell: str, text: str | None) -> Spoil:
    def spoil(book: Workbook) -> None:
        book[sheet][cell] = text

    return spoil


def looks(cell: str, **look: object) -> Spoil:
    def spoil(book: Workbook) -> None:
        for name, value in look.items():
            setattr(book["Mapping"][cell], name, value)

    return spoil


def described(**properties: str) -> Spoil:
    def spoil(book: Workbook) -> None:
        for name, value in properties.items():
            setattr(book.properties, name, value)

    return spoil


def on_mapping(change: Callable[[Worksheet], object]) -> Spoil:
    return lambda book: change(book["Mapping"])


def plain_title(book: Workbook) -> None:
    book["Mapping"]["A1"].font = Font()


def renamed(name: str) -> Spoil:
    def spoil(book: Workbook) -> None:
        book["Notes"].title = name

    return spoil


def second_table(sheet: Worksheet) -> None:
    sheet["A60"], sheet["B60"], sheet["A61"], sheet["B61"] = "Key", "Hours", "K1", 3
    sheet.add_table(Table(displayName="hours", ref="A60:B61"))


def headless(sheet: Worksheet) -> None:
    sheet.tables["grid"].headerRowCount = 0


def moved_right(sheet: Worksheet) -> None:
    sheet.tables.clear()
    sheet.move_range("A1:B60", cols=1)


def charted(sheet: Worksheet) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=3, max_row=5))
    sheet.add_chart(chart, "D4")


def wide(sheet: Worksheet) -> None:
    sheet.column_dimensions["B"].width = 100


def emptied(book: Workbook) -> None:
    book["Mapping"]["B9"] = None
    book["Notes"]["A2"], book["Notes"]["B5"], book["Notes"]["A5"] = "Codes", "?", "?"


def unfrozen(sheet: Worksheet) -> None:
    sheet.freeze_panes = None


def untitled_print(sheet: Worksheet) -> None:
    vars(sheet)["_print_rows"] = None  # openpyxl has no way to take it away


def second_first(book: Workbook) -> None:
    book.active = 1


def filtered(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A3:B50"


RED = PatternFill("solid", fgColor="FFFF0000")
FAULTS: list[tuple[str, Spoil, str]] = [
    ("ACC211", says("Mapping", "A1", None), "“Mapping” has no title in A1"),
    ("ACC211", plain_title, "looks like any cell"),
    ("ACC212", says("Mapping", "A2", None), "no explanation of the sheet"),
    ("ACC213", renamed("Sheet1"), "“Sheet1” does not say what it holds"),
    (
        "ACC221",
        on_mapping(lambda s: s.tables.clear()),
        "50 rows of data stand in no table",
    ),
    ("ACC222", on_mapping(second_table), "2 tables stand on the sheet"),
    ("ACC223", on_mapping(headless), "the table grid has no row of headings"),
    (
        "ACC231",
        on_mapping(lambda s: s.merge_cells("A1:B1")),
        "an area of the sheet is merged",
    ),
    ("ACC232", says("Mapping", "A60", "End"), "7 rows are blank between"),
    ("ACC233", on_mapping(moved_right), "the sheet begins in column B"),
    ("ACC241", renamed("Topics"), "none of the 2 sheets explains the others"),
    ("ACC242", emptied, "1 cell is empty in the table"),
    ("ACC251", looks("E7", fill=RED), "1 cell has a colour and no text"),
    (
        "ACC252",
        looks("B7", font=Font(color="FF999999")),
        "1 cell has a contrast of 2.8 to 1 (#999999 on #FFFFFF)",
    ),
    ("ACC261", says("Mapping", "B5", "loaf " * 121), "holds more than 120 words"),
    ("ACC271", on_mapping(filtered), "filters are switched on"),
    (
        "ACC281",
        says("Mapping", "A5", "A long statement of K2"),
        "1 cell has text that is cut off",
    ),
    ("ACC282", on_mapping(unfrozen), "no panes are frozen"),
    ("ACC283", on_mapping(untitled_print), "not printed on each page"),
    (
        "ACC284",
        on_mapping(wide),
        "is printed in portrait and is not fitted to the width",
    ),
    ("ACC285", described(title=""), "the properties of the workbook hold no title"),
    ("ACC286", described(creator="openpyxl"), "“openpyxl” is no person or body"),
    ("ACC287", on_mapping(charted), "the chart “Chart 1” has no alt text"),
    ("ACC288", second_first, "does not open with its first sheet"),
    (
        "ACC291",
        looks("B3", alignment=Alignment(textRotation=90)),
        "1 cell has turned text",
    ),
    ("ACC301", on_mapping(lambda _: None), "no copy as .ods, .csv or .html"),
]


def test_a_sound_workbook_has_no_finding(tmp_path: Path) -> None:
    assert [str(f) for f in checked(saved(sound(), tmp_path)).findings] == []


@pytest.mark.parametrize(("code", "spoil", "sentence"), FAULTS)
def test_tells_the_fault(
    code: str, spoil: Spoil, sentence: str, tmp_path: Path
) -> None:
    book = sound()
    spoil(book)
    found = checked(saved(book, tmp_path), published=True).findings
    assert sentence in " | ".join(f.message for f in found if f.code == code)


def test_every_rule_is_tried() -> None:
    tried = {code for code, _, _ in FAULTS} | {"ACC289"}
    assert tried == {r.code for r in all_rules() if r.kind is Kind.EXCEL}


def test_a_name_that_says_nothing_is_told(tmp_path: Path) -> None:
    found = checked(saved(sound(), tmp_path, "Book1.xlsx")).findings
    assert [f.code for f in found] == ["ACC289"]


def test_filters_and_open_copies_count_for_the_published_copy_only(
    tmp_path: Path,
) -> None:
    book = sound()
    filtered(book["Mapping"])
    path = saved(book, tmp_path)
    assert not checked(path).findings
    codes = [f.code for f in checked(path, published=True).findings]
    assert codes == ["ACC271", "ACC271", "ACC301"]
    path.with_suffix(".ods").touch()
    assert {f.code for f in checked(path, published=True).findings} == {"ACC271"}


def test_a_colour_with_its_word_is_fine_and_two_of_one_word_are_not(
    tmp_path: Path,
) -> None:
    book = sound()
    book["Mapping"]["B7"].fill = RED
    assert not checked(saved(book, tmp_path)).findings
    book["Mapping"]["B8"] = book["Mapping"]["B7"].value
    (found,) = checked(saved(book, tmp_path)).findings
    assert str(found).startswith("mapping-grid.xlsx:Mapping!B7: ACC251 cells of a")


def test_hidden_sheets_are_passed_over(tmp_path: Path) -> None:
    book = sound()
    book.create_sheet("Sheet7").sheet_state = "veryHidden"
    assert not checked(saved(book, tmp_path)).findings
