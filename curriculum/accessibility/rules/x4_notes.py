"""X4: a sheet that explains the others."""

import re

from curriculum.accessibility.book import Book, BookSheet
from curriculum.accessibility.rule import Hits, rule
from curriculum.findings import Severity

_NOTES = re.compile(
    r"cover|notes?\b|read\s?me|about|start|guide|guidance|contents|introduction"
    r"|intro\b|how to|key\b|legend|information|explanation|instructions|summary"
    r"|overview|abbrev|scale\b|codes\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\b(?:blank|empty|no mark|not marked|left out)\b", re.IGNORECASE)


@rule("ACC241", "X4", Severity.WARNING)
def notes_sheet_missing(book: Book) -> Hits:
    """A workbook of several sheets has none that explains the others.

    ## What it checks
    A workbook with more than one sheet has a cover or a sheet of notes, by its name.

    ## Why it matters
    Codes and abbreviations that the makers know by heart mean nothing to others.

    ## What to do
    Begin with a sheet named Cover, Notes or Read me, which says what the sheets hold
    and what codes mean.

    ## Authority
    Government Analysis Function, Releasing statistics in spreadsheets: cover sheet,
    contents and notes.
    """
    if len(book.sheets) > 1 and not _notes(book):
        yield "", f"none of the {len(book.sheets)} sheets explains the others"


@rule("ACC242", "X4", Severity.WARNING)
def blank_cells_unexplained(book: Book) -> Hits:
    """Cells of tables are empty, and nothing says what that means.

    ## What it checks
    Where a table has empty cells, the explanation of its sheet or a sheet of notes
    says what a blank or empty cell means.

    ## Why it matters
    Nobody can tell a zero from what is unknown, or from what was forgotten.

    ## What to do
    Write into A2, or into the notes, what an empty cell means.

    ## Authority
    Government Analysis Function, Releasing statistics in spreadsheets: say why cells
    are empty.
    """
    notes = " ".join(cell.text for sheet in _notes(book) for cell in sheet.filled)
    for sheet in book.sheets:
        head = " ".join(cell.text for cell in sheet.filled if cell.row <= _HEAD)
        if _EMPTY.search(f"{notes} {head}"):
            continue
        empty = _empty(sheet)
        if empty:
            count = "1 cell is" if empty == 1 else f"{empty} cells are"
            yield sheet.at("A2"), f"{count} empty in the table, which nothing explains"


_HEAD = 2
_LARGEST = 1_000_000


def _notes(book: Book) -> list[BookSheet]:
    return [sheet for sheet in book.sheets if _NOTES.search(sheet.name)]


def _empty(sheet: BookSheet) -> int:
    """Empty cells of its tables, below their headings."""
    held = {(cell.row, cell.column) for cell in sheet.filled}
    count = 0
    for table in sheet.tables:
        top, left, bottom, right = table.area
        top += table.header_rows
        size = max(0, bottom - top + 1) * max(0, right - left + 1)
        if size <= _LARGEST:
            inside = sum(
                1 for r, c in held if top <= r <= bottom and left <= c <= right
            )
            count += size - inside
    return count
