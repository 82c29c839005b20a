"""Workbooks as tables: a sheet is a table, merged cells are spread."""

import re
from collections import defaultdict
from datetime import date, datetime, timedelta

from curriculum.importing.fills import fills_of
from curriculum.importing.tables import Cell, Document, Row, Table, Text, tidy
from curriculum.office import workbook
from curriculum.office.package import Package
from curriculum.office.workbook import Book, Bounds, Sheet

FARTHEST_COLUMN = 400
"""A cell farther to the right was filled by accident, or is no grid."""
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_SERIAL = 2_958_465
_FEWEST_MONTHS = 3
_HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^<>]*\shidden="(?:1|true)"')
_HIDDEN_COLUMN = re.compile(rb'<col(?=[^<>]*\shidden="(?:1|true)")[^<>]*\bmin="(\d+)"')
_MOST_TOLD = 6


def read(package: Package, document: Document) -> None:
    """Add a workbook's sheets as tables."""
    book = Book(package)
    for name in book.sheets:
        sheet = book.sheet(name)
        if not sheet.cells:
            continue
        document.tables.append(Table(name, _rows(book, name, sheet, document)))
        document.merged[name] = len(sheet.merged)
        _hidden(name, package.read(book.sheets[name]), document)
        for address, note in sheet.notes.items():
            document.faults.append((f"{name}!{address}", f"has the note “{note}”"))
        document.after += [
            Text(tidy(text), f"text box on {name}") for text in book.text_boxes(name)
        ]
    _colour(package, book, document)


def _hidden(name: str, sheet: bytes, document: Document) -> None:
    """Say what a person does not see; it is read like the rest."""
    rows = [found.decode() for found in _HIDDEN_ROW.findall(sheet)]
    columns = [workbook.letters(int(first)) for first in _HIDDEN_COLUMN.findall(sheet)]
    for what, held in (("row", rows), ("column", columns)):
        if held:
            told = ", ".join(held[:_MOST_TOLD]) + (", …" if held[_MOST_TOLD:] else "")
            why = f"is in a hidden {what} ({told}); it is read as well"
            place = f"{name}!A{held[0]}" if what == "row" else f"{name}!{held[0]}1"
            document.faults.append((place, why))


def _rows(book: Book, name: str, sheet: Sheet, document: Document) -> list[Row]:
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    spans = {area[:2]: area for area in sheet.merged}
    for (row, column), held in sorted(sheet.cells.items()):
        place = f"{name}!{held.address}"
        if column > FARTHEST_COLUMN:
            document.faults.append((place, f"lies beyond column {FARTHEST_COLUMN}"))
            continue
        if held.error or (held.formula and held.value is None):
            why = f"shows the error {held.value}" if held.error else "has no value"
            document.faults.append((place, f"holds a formula that {why}"))
            continue
        area = spans.get((row, column))
        cell = _cell(book, held, place, area)
        rows[row].append(cell)
        if area:
            _spread(rows, cell, area)
    for cells in rows.values():
        _months(cells)
    return [
        Row(number, f"{name}!{_row(number)}", sorted(rows[number], key=_column))
        for number in sorted(rows)
    ]


def _months(cells: list[Cell]) -> None:
    """The first days of three months or more in one row stand for the months."""
    dated = [(c, c.value) for c in cells if isinstance(c.value, date) and not c.down]
    months = {(day.year, day.month) for _, day in dated}
    if len(months) == len(dated) >= _FEWEST_MONTHS and all(
        d.day == 1 for _, d in dated
    ):
        for cell, day in dated:
            cell.text = f"{day:%B %Y}"


def _row(number: int) -> str:
    return f"A{number}"


def _column(cell: Cell) -> int:
    return cell.column


def _cell(book: Book, held: workbook.Cell, place: str, area: Bounds | None) -> Cell:
    text, value = _shown(book, held)
    span = min(area[3] - area[1] + 1, FARTHEST_COLUMN) if area else 1
    return Cell(held.column - 1, text, place, span, value=value)


def _spread(rows: dict[int, list[Cell]], cell: Cell, area: Bounds) -> None:
    """Repeat a cell in the rows that it is merged over; never down a whole sheet."""
    for number in range(area[0] + 1, min(area[2], area[0] + 200) + 1):
        rows[number].append(
            Cell(
                cell.column,
                cell.text,
                f"{cell.place.partition('!')[0]}!{workbook.letters(area[1])}{number}",
                cell.span,
                down=True,
                value=cell.value,
            )
        )


def _shown(book: Book, held: workbook.Cell) -> tuple[str, date | float | None]:
    """A cell's text as a person reads it, and its value."""
    value = held.value
    if isinstance(value, bool):
        return ("yes" if value else "no"), None
    if isinstance(value, str) or value is None:
        return tidy(value or ""), None
    if held.dated and 0 <= value <= _LAST_SERIAL:
        return _moment(value, from_1904=book.from_1904)
    if held.percent:
        return f"{value * 100:g}%", value
    return f"{value:.10g}", value


def _moment(value: float, *, from_1904: bool) -> tuple[str, date | float | None]:
    at = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(
        seconds=round(value * 86400)
    )
    if value < 1:
        return f"{at:%H:%M}", value
    return at.date().isoformat(), at.date()


def _colour(package: Package, book: Book, document: Document) -> None:
    """Note which cells are filled; an empty one is made where only a colour stands."""
    held = {table.place: table for table in document.tables}
    for name, filled in fills_of(package, book).items():
        table = held.get(name)
        if table is None:
            continue
        rows = {row.number: row for row in table.rows}
        for (number, column), colour in filled.items():
            row = rows.get(number)
            if row is None or column > FARTHEST_COLUMN:
                continue
            cell = next((c for c in row.cells if c.column == column - 1), None)
            if cell is None:
                place = f"{name}!{workbook.letters(column)}{number}"
                cell = Cell(column - 1, "", place)
                row.cells.append(cell)
            cell.fill = colour
        for row in table.rows:
            row.cells.sort(key=_column)
