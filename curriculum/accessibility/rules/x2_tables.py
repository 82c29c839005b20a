"""X2: tables of Excel."""

import re

from curriculum.accessibility.book import Book, BookSheet
from curriculum.accessibility.rule import Hits, rule
from curriculum.findings import Severity
from curriculum.office.workbook import letters

_SMALL = 2
"""Rows and columns below which cells side by side are no table."""
_STOCK_HEADING = re.compile(r"(?:column|spalte|colonne|kolumna)\s*\d+", re.IGNORECASE)


@rule("ACC221", "X2", Severity.ERROR)
def data_outside_tables(book: Book) -> Hits:
    """Rows of data stand outside any table of Excel.

    ## What it checks
    Where cells stand side by side in several rows, they belong to a table of Excel.

    ## Why it matters
    A table tells a screen reader its headings and where it ends.

    ## What to do
    Select the cells with their headings, and choose Insert, Table.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: mark up
    tables.
    """
    for sheet in book.sheets:
        rows = _loose_rows(sheet)
        if len(rows) >= _SMALL:
            yield (
                sheet.at(f"A{rows[0]}"),
                f"{len(rows)} rows of data stand in no table",
            )


@rule("ACC222", "X2", Severity.WARNING)
def several_tables(book: Book) -> Hits:
    """Several tables stand on one sheet.

    ## What it checks
    A sheet has one table at most.

    ## Why it matters
    Who listens, or sees a part of the sheet only, does not come upon the second.

    ## What to do
    Move each table to a sheet of its own.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: one table
    to a sheet where possible.
    """
    for sheet in book.sheets:
        if len(sheet.tables) > 1:
            place = f"{letters(sheet.tables[1].area[1])}{sheet.tables[1].area[0]}"
            yield sheet.at(place), f"{len(sheet.tables)} tables stand on the sheet"


@rule("ACC223", "X2", Severity.ERROR)
def table_without_headings(book: Book) -> Hits:
    """A table of Excel has no row of headings, or stock ones.

    ## What it checks
    Each table has one row of headings, each of which says something.

    ## Why it matters
    The heading of its column is read out with each cell.

    ## What to do
    In Excel: Table Design, Header Row; then write what each column holds.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: one row of
    headings; WCAG 2.2, success criterion 1.3.1 (level A).
    """
    for sheet in book.sheets:
        for table in sheet.tables:
            place = sheet.at(f"{letters(table.area[1])}{table.area[0]}")
            stock = [h for h in table.headings if _STOCK_HEADING.fullmatch(h.strip())]
            if table.header_rows != 1:
                yield place, f"the table {table.name} has no row of headings"
            elif stock or not all(h.strip() for h in table.headings):
                named = stock[0] if stock else "empty"
                yield place, f"a heading of the table {table.name} is {named}"


def _loose_rows(sheet: BookSheet) -> list[int]:
    """Rows that hold several cells outside tables."""
    held: dict[int, int] = {}
    for cell in sheet.filled:
        if sheet.table_at(cell.row, cell.column) is None:
            held[cell.row] = held.get(cell.row, 0) + 1
    return [row for row, count in held.items() if count >= _SMALL]
