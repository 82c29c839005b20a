"""X10: the same in an open format."""

from curriculum.accessibility.book import Book
from curriculum.accessibility.rule import Hits, rule
from curriculum.findings import Severity

_OPEN = (".ods", ".csv", ".html")


@rule("ACC301", "X10", Severity.WARNING, published_only=True)
def open_copy_missing(book: Book) -> Hits:
    """No copy in an open format lies beside a published workbook.

    ## What it checks
    Beside the copy that is published lies a file of the same name that ends in
    .ods, .csv or .html.

    ## Why it matters
    Not everybody has Excel, and some readers work better with plain formats.

    ## What to do
    Save the workbook as an OpenDocument spreadsheet, too, and publish both.

    ## Authority
    UK Health Security Agency, Statistics production hub: accessible ODS preferred.
    """
    if not any(book.path.with_suffix(ending).exists() for ending in _OPEN):
        yield "", "no copy as .ods, .csv or .html lies beside the workbook"
