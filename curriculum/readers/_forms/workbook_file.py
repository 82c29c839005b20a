"""Excel workbooks: the rows of every sheet, with their addresses."""

from collections import defaultdict

from curriculum.findings import SourceError
from curriculum.office.package import Package
from curriculum.office.workbook import Book, Cell
from curriculum.readers._forms.gathered import Gathered

FORM = "Excel workbook"
MAIN = "xl/workbook.xml"
FARTHEST_COLUMN = 50
"""A cell farther to the right was filled by accident, or is no published table."""


def is_workbook(data: bytes) -> bool:
    """Whether an Office file is a workbook, by the name of its main part."""
    return MAIN.encode() in data


def gather(name: str, data: bytes) -> Gathered:
    """The rows of a workbook; a place is the address of the row's first cell."""
    book, out = Book(Package.open(data, name=name)), Gathered()
    for sheet in book.sheets:
        rows: defaultdict[int, dict[int, Cell]] = defaultdict(dict)
        for (row, column), cell in book.sheet(sheet).cells.items():
            if column <= FARTHEST_COLUMN:
                rows[row][column] = cell
            else:
                out.set_aside(_text(cell), f"{sheet}!{cell.address}")
        for _, cells in sorted(rows.items()):
            place = f"{sheet}!{cells[min(cells)].address}"
            texts = [_text(cells.get(at)) for at in range(1, max(cells) + 1)]
            out.add_row([[text] if text else [] for text in texts], place, bold=())
    if not any(line.printed for line in out.lines):
        raise SourceError(f"{name}: is a workbook without text")
    return out


def _text(cell: Cell | None) -> str:
    """What a person reads in a cell."""
    if cell is None or cell.value is None or isinstance(cell.value, bool):
        return ""
    value = cell.value
    return value.strip() if isinstance(value, str) else f"{value:.10g}"
