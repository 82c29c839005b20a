"""X5: colour in workbooks."""

from collections import Counter

from curriculum.accessibility.book import Book, BookCell, BookSheet
from curriculum.accessibility.colours import (
    ENOUGH,
    ENOUGH_FOR_LARGE,
    WHITE,
    contrast,
    is_large,
)
from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import quoted
from curriculum.findings import Severity

_FEW = 3
"""Neighbours of one colour from which on a row is coloured as a whole."""


@rule("ACC251", "X5", Severity.ERROR)
def sheet_cell_speaks_by_colour(book: Book) -> Hits:
    """A cell says something by its colour only.

    ## What it checks
    A cell whose colour differs from that of its row and of its column says
    something, and cells of a column that say the same have one colour.

    ## Why it matters
    Red and green look alike to one man in twelve, and are not read out.

    ## What to do
    Write the word or the letter that the colour stands for into the cell.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets; WCAG 2.2,
    success criterion 1.4.1 (level A).
    """
    for sheet in book.sheets:
        marked = _marked(book, sheet)
        mute = [cell for cell in marked if not cell.text.strip()]
        if mute:
            count = "1 cell has" if len(mute) == 1 else f"{len(mute)} cells have"
            yield sheet.at(mute[0].address), f"{count} a colour and no text"
        for cell in _ambiguous(book, sheet, marked):
            yield (
                sheet.at(cell.address),
                f"cells of a column saying {quoted(cell.text)} differ in colour only",
            )


@rule("ACC252", "X5", Severity.ERROR)
def sheet_contrast_too_low(book: Book) -> Hits:
    """Text of a cell stands out too little from the colour of the cell.

    ## What it checks
    The contrast of text and fill is at least 4.5 to 1; 3 to 1 for text of 18
    points, or of 14 points in bold; also where a rule of the sheet gives both.

    ## Why it matters
    Pale text cannot be read with low vision, on a poor projector or in the sun.

    ## What to do
    Choose a darker ink or a lighter fill.

    ## Authority
    WCAG 2.2, success criterion 1.4.3 (level AA).
    """
    for sheet in book.sheets:
        held: dict[tuple[str, str], list[BookCell]] = {}
        for cell in sheet.filled:
            look = book.looks[cell.look]
            pair = look.ink, look.paper or WHITE
            least = (
                ENOUGH_FOR_LARGE if is_large(look.points, bold=look.bold) else ENOUGH
            )
            if look.ink and contrast(*pair) < least:
                held.setdefault(pair, []).append(cell)
        for pair, cells in held.items():
            count = "1 cell has" if len(cells) == 1 else f"{len(cells)} cells have"
            yield (
                sheet.at(cells[0].address),
                (
                    f"{count} a contrast of {contrast(*pair):.1f} to 1 "
                    f"(#{pair[0]} on #{pair[1]})"
                ),
            )
    for look in book.looks.conditional:
        if look.ink and look.paper and contrast(look.ink, look.paper) < ENOUGH:
            ratio = contrast(look.ink, look.paper)
            pair_said = f"{ratio:.1f} to 1 (#{look.ink} on #{look.paper})"
            yield (
                "conditional formats",
                f"a conditional format has a contrast of {pair_said}",
            )


def _marked(book: Book, sheet: BookSheet) -> list[BookCell]:
    """Cells of the sheet's body whose colour neither row nor column explains."""
    papers = {place: book.looks[cell.look].paper for place, cell in sheet.cells.items()}
    coloured = {place: paper for place, paper in papers.items() if paper}
    last = sheet.last_row
    rows = Counter((row, paper) for (row, _), paper in coloured.items())
    widths = Counter(row for row, _ in papers)
    columns = Counter((column, paper) for (_, column), paper in coloured.items())
    heights = Counter(column for _, column in papers)
    found = []
    for (row, column), paper in sorted(coloured.items()):
        table = sheet.table_at(row, column)
        heading = table is not None and row < table.area[0] + table.header_rows
        whole_row = rows[row, paper] >= max(2, 0.6 * widths[row])
        whole_column = columns[column, paper] >= max(_FEW, 0.9 * heights[column])
        if not heading and not whole_row and not whole_column and 1 < row <= last:
            found.append(sheet.cells[row, column])
    return found


def _ambiguous(book: Book, sheet: BookSheet, marked: list[BookCell]) -> list[BookCell]:
    """The first of the cells of a column that say the same in several colours."""
    held: dict[tuple[int, str], set[str]] = {}
    for cell in sheet.filled:
        key = cell.column, cell.text.strip()
        held.setdefault(key, set()).add(book.looks[cell.look].paper)
    found: dict[tuple[int, str], BookCell] = {}
    for cell in marked:
        key = cell.column, cell.text.strip()
        if key[1] and len(held[key]) > 1:
            found.setdefault(key, cell)
    return list(found.values())
