"""Each check of workbooks fails on a workbook that has its fault."""

from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook

from workbook_checks import CHECKS, Package, faults

SHEET = "xl/worksheets/sheet1.xml"
TABLE = "xl/tables/table1.xml"
BOOK = "xl/workbook.xml"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.xlsx"
    with Workbook(path) as book:
        page = book.add_worksheet("Marks")
        columns = [{"header": "Key"}, {"header": "Count"}]
        page.add_table("A1:B3", {"columns": columns, "name": "marks"})
        page.write_column("A2", ["K1", "K2"], book.add_format({"bold": True}))
        page.write_formula("B2", "=1+1", None, 2)
        page.data_validation("A2:A3", {"validate": "list", "source": ["K1", "K2"]})
        book.add_worksheet("Notes")
        book.define_name("keys", "=Marks!$A$2:$A$3")
    return path


def broken(path: Path, part: str, old: str, new: str) -> Path:
    """The same workbook with one change in one part."""
    other = path.with_name("broken.xlsx")
    with ZipFile(path) as whole, ZipFile(other, "w") as packed:
        for name in whole.namelist():
            text = whole.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            packed.writestr(name, text)
    return other


FAULTS = [
    ("row_numbers_twice", SHEET, '<row r="3"', '<row r="2"'),
    ("addresses_twice", SHEET, 'r="A3"', 'r="A2"'),
    ("lists_too_long", SHEET, '"K1,K2"', f'"{"K1," * 90}"'),
    ("strings_out_of_range", SHEET, "<v>0</v>", "<v>99</v>"),
    ("styles_out_of_range", SHEET, ' s="1"', ' s="9"'),
    (
        "merged_cells",
        SHEET,
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>',
    ),
    ("formulas_without_value", SHEET, "</f><v>2</v>", "</f>"),
    ("headings_twice", TABLE, 'name="Count"', 'name="KEY"'),
    ("names_twice", BOOK, 'name="keys"', 'name="Marks"'),
    ("sheet_names_unfit", BOOK, 'name="Notes"', 'name="marks"'),
]


def named(name: str) -> Callable[[Package], Iterator[str]]:
    return next(check for check in CHECKS if check.__name__ == name)


def test_a_sound_workbook_has_no_fault(sound: Path) -> None:
    assert faults(sound) == []


@pytest.mark.parametrize(("check", "part", "old", "new"), FAULTS)
def test_finds_the_fault(
    sound: Path, check: str, part: str, old: str, new: str
) -> None:
    assert list(named(check)(Package(broken(sound, part, old, new))))


def test_every_check_is_tried() -> None:
    assert {fault[0] for fault in FAULTS} == {check.__name__ for check in CHECKS}
