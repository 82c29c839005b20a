"""X6: prose in workbooks."""

from curriculum.accessibility.book import Book
from curriculum.accessibility.rule import Hits, rule
from curriculum.findings import Severity


@rule("ACC261", "X6", Severity.WARNING)
def prose_in_a_cell(book: Book, *, words: int = 120) -> Hits:
    """A cell holds prose rather than an entry.

    ## What it checks
    No cell holds more words than the setting allows.

    ## Why it matters
    A long text in a cell can neither be skimmed nor enlarged with ease.

    ## What to do
    Keep prose in a document, and name that in the cell.

    ## Settings
    ``words`` (120): the most words of a cell.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: little prose;
    the number is a default of this program.
    """
    for sheet in book.sheets:
        long = [c for c in sheet.filled if c.is_text and len(c.text.split()) > words]
        if long:
            count = "1 cell holds" if len(long) == 1 else f"{len(long)} cells hold"
            yield sheet.at(long[0].address), f"{count} more than {words} words"
