"""What a workbook says: each sheet with its title lines and its table.

Numbers, dates and texts are told as people see them; what a formula works out is
marked as such.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby

from curriculum.carried.shown import FORMULA, SHEET, Block, Part, Row, plain
from curriculum.office.package import Package
from curriculum.office.workbook import Book, Cell, Sheet

FACTS_SHEET = "Curriculum facts"
_REFERENCE = re.compile(
    r"""("[^"]*")|(?:'[^']*'!|\b[\w.]+!)?"""
    r"\$?\b[A-Z]{1,3}\$?\d+(?![\w(.])(?::\$?[A-Z]{1,3}\$?\d+\b)?"
)
"""A text in a formula, or what it names: a cell or an area."""
_NEWER = re.compile(r"_xl(?:fn|ws)\.")
_LAST_DAY = 2_958_465
"""The last day that a workbook knows: 31 December 9999."""


def sheet_parts(package: Package) -> tuple[Part, ...]:
    """The sheets of a workbook, in order, without the one that carries facts."""
    book = Book(package)
    return tuple(
        _part(name, book.sheet(name), old=book.from_1904)
        for name in book.sheets
        if name != FACTS_SHEET
    )


def _part(name: str, sheet: Sheet, *, old: bool) -> Part:
    """The lines above the table, and the table from its first row of several cells."""
    lines: list[Block] = []
    rows: list[Row] = []
    places: list[int] = []
    cells = sorted(sheet.cells.values(), key=lambda cell: cell[:2])
    for number, held in groupby(cells, key=lambda cell: cell.row):
        row = _row(held, old=old)
        if not any(row):
            continue
        places.append(number)
        if rows or sum(map(bool, row)) > 1:
            rows.append(row)
        else:
            lines.append(" ".join(text for cell in row for text in cell))
    width = max(map(len, rows), default=0)
    table = tuple(row + ((),) * (width - len(row)) for row in rows)
    blocks = (*lines, table) if table else tuple(lines)
    return Part(f"{SHEET}{name}", blocks, tuple(places))


def _row(cells: Iterator[Cell], *, old: bool) -> Row:
    row: list[tuple[str, ...]] = []
    for cell in cells:
        row += [()] * (cell.column - 1 - len(row))
        text = cell_text(cell, old=old)
        lines = [plain(line) for line in text.split("\n")]
        if cell.formula:
            lines = [FORMULA + plain(text), _by(cell.told)]
        row.append(tuple(line for line in lines if line))
    while row and not row[-1]:
        row.pop()
    return tuple(row)


@lru_cache(maxsize=1_024)
def _by(formula: str) -> str:
    """A formula as every program writes it, without the cells that it names.

    Those move with each row that is put in above them.
    """
    told = _REFERENCE.sub(lambda found: found[1] or "…", _NEWER.sub("", formula))
    return plain(told)


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
