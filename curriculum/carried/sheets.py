"""What a workbook says: each sheet with its title lines and its table.

Numbers, dates and texts are told as people see them; what a formula works out is
marked as such.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from curriculum.carried.shown import FORMULA, Block, Part, Row, plain
from curriculum.office.package import Package
from curriculum.office.workbook import Book, Cell, Sheet

FACTS_SHEET = "Curriculum facts"
SHEET = "sheet "
"""How the place of a part of a workbook begins."""
_LAST_DAY = 2_958_465
"""The last day that a workbook knows: 31 December 9999."""


def sheet_parts(package: Package) -> tuple[Part, ...]:
    """The sheets of a workbook, in order, without the one that carries facts."""
    book = Book(package)
    return tuple(
        Part(f"{SHEET}{name}", tuple(_blocks(book.sheet(name), old=book.from_1904)))
        for name in book.sheets
        if name != FACTS_SHEET
    )


def _blocks(sheet: Sheet, *, old: bool) -> Iterator[Block]:
    """The lines above the table, and the table from its first row of several cells."""
    rows: list[Row] = []
    cells = sorted(sheet.cells.values(), key=lambda cell: cell[:2])
    for _, held in groupby(cells, key=lambda cell: cell.row):
        row = _row(held, old=old)
        if rows or sum(map(bool, row)) > 1:
            rows.append(row)
        elif any(row):
            yield " ".join(text for cell in row for text in cell)
    if rows:
        width = max(map(len, rows))
        yield tuple(row + ((),) * (width - len(row)) for row in rows)


def _row(cells: Iterator[Cell], *, old: bool) -> Row:
    row: list[tuple[str, ...]] = []
    for cell in cells:
        row += [()] * (cell.column - 1 - len(row))
        text = cell_text(cell, old=old)
        told = FORMULA + plain(text) if cell.formula else text
        lines = (told,) if cell.formula else map(plain, told.split("\n"))
        row.append(tuple(line for line in lines if line))
    while row and not row[-1]:
        row.pop()
    return tuple(row)


def cell_text(cell: Cell, *, old: bool) -> str:
    """What a cell shows, in words."""
    match cell.value:
        case None:
            return ""
        case bool():
            return str(cell.value).upper()
        case float() if cell.dated:
            return _day(cell.value, old=old)
        case float() if cell.percent:
            return f"{100 * cell.value:.10g} %"
        case float():
            return f"{cell.value:.12g}"
    return str(cell.value)


def _day(serial: float, *, old: bool) -> str:
    if serial % 1 or not 1 <= serial <= _LAST_DAY:
        return f"{serial:.10g}"
    day = date(1904, 1, 1) if old else date(1899, 12, 30)
    try:
        day += timedelta(days=int(serial))
    except OverflowError:
        return f"{serial:.10g}"
    return f"{day.day} {day:%b %Y}"
