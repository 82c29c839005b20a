"""X7: filters."""

from curriculum.accessibility.book import Book
from curriculum.accessibility.rule import Hits, rule
from curriculum.findings import Severity


@rule("ACC271", "X7", Severity.WARNING, published_only=True)
def filters_on(book: Book) -> Hits:
    """Tables of the published copy have filters.

    ## What it checks
    In the copy that is published, no table and no sheet has filters switched on.
    A working copy may have them: quality teams need them.

    ## Why it matters
    The buttons of filters cover headings, and are hard to reach by the keyboard.

    ## What to do
    In Excel: Data, Filter, to switch them off in the copy that is published.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: filters
    switched off.
    """
    for sheet in book.sheets:
        if sheet.filters or any(table.filters for table in sheet.tables):
            yield sheet.name, "filters are switched on"
