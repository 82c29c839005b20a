"""X9: headings that are turned."""

from curriculum.accessibility.book import Book
from curriculum.accessibility.rule import Hits, rule
from curriculum.findings import Severity


@rule("ACC291", "X9", Severity.WARNING)
def text_turned(book: Book) -> Hits:
    """Text of cells is turned.

    ## What it checks
    No cell that says something has turned text.

    ## Why it matters
    Turned letters are hard to read, and cannot be read at all where the sheet is
    enlarged.

    ## What to do
    Turn the table instead: statements as rows, modules as columns with short codes.

    ## Authority
    House rule.
    """
    for sheet in book.sheets:
        turned = [cell for cell in sheet.filled if book.looks[cell.look].turned]
        if turned:
            count = "1 cell has" if len(turned) == 1 else f"{len(turned)} cells have"
            yield sheet.at(turned[0].address), f"{count} turned text"
