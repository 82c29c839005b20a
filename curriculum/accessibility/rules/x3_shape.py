"""X3: merged cells, gaps, and where a sheet begins."""

from collections.abc import Iterable

from curriculum.accessibility.book import Book
from curriculum.accessibility.rule import Hits, rule
from curriculum.findings import Severity
from curriculum.office.workbook import letters


@rule("ACC231", "X3", Severity.ERROR)
def merged_sheet_cells(book: Book) -> Hits:
    """Cells of a sheet are merged.

    ## What it checks
    No sheet has merged cells.

    ## Why it matters
    A merged cell belongs to one column only: screen readers lose the heading, and
    sorting fails.

    ## What to do
    In Excel: Merge & Center, Unmerge Cells; write the text into each cell.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: no merged
    cells; WCAG 2.2, success criterion 1.3.1 (level A).
    """
    for sheet in book.sheets:
        if sheet.merged:
            areas = len(sheet.merged)
            count = "an area" if areas == 1 else f"{areas} areas"
            yield (
                sheet.at(sheet.merged[0]),
                f"{count} of the sheet is merged"
                if (areas == 1)
                else f"{count} of the sheet are merged",
            )


@rule("ACC232", "X3", Severity.WARNING)
def blank_rows_or_columns(book: Book) -> Hits:
    """Blank rows or columns stand between filled ones.

    ## What it checks
    From A1 to the last cell that says something, no row and no column is blank.

    ## Why it matters
    Who listens takes a blank row for the end of the sheet.

    ## What to do
    Delete them; make a row higher or a column wider for space.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: no blank
    rows or columns.
    """
    for sheet in book.sheets:
        rows = _gaps(cell.row for cell in sheet.filled)
        columns = _gaps(cell.column for cell in sheet.filled)
        if rows:
            count = "1 row is" if len(rows) == 1 else f"{len(rows)} rows are"
            yield sheet.at(f"A{rows[0]}"), f"{count} blank between filled ones"
        if columns:
            count = (
                "1 column is" if len(columns) == 1 else f"{len(columns)} columns are"
            )
            yield (
                sheet.at(f"{letters(columns[0])}1"),
                f"{count} blank between filled ones",
            )


@rule("ACC233", "X3", Severity.WARNING)
def sheet_begins_elsewhere(book: Book) -> Hits:
    """A sheet does not begin in its first column.

    ## What it checks
    The first column of each sheet says something.

    ## Why it matters
    Screen readers start in A1, and meet nothing there.

    ## What to do
    Delete the blank columns at the left.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: start in
    column A.
    """
    for sheet in book.sheets:
        first = min((cell.column for cell in sheet.filled), default=1)
        if first > 1:
            yield sheet.at("A1"), f"the sheet begins in column {letters(first)}"


def _gaps(used: Iterable[int]) -> list[int]:
    """Numbers left out between the first that is used and the last."""
    held = set(used)
    if not held:
        return []
    return [n for n in range(min(held), max(held)) if n not in held]
