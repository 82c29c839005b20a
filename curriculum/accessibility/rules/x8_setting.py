"""X8: how a workbook is set out, printed and described."""

from curriculum.accessibility.book import Book, BookCell, BookSheet
from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import quoted
from curriculum.accessibility.wording import names_nothing
from curriculum.findings import Severity

_LETTERS_TO_WIDTH = 1.15
_SPARE = 1.5
_HEAD_ROWS = 2
_PAGE_ROWS = 45
_PAGE_WIDTH = 90
"""Characters across a page in portrait."""
_STOCK_AUTHORS = ("openpyxl", "xlsxwriter", "user", "admin", "author", "microsoft")


@rule("ACC281", "X8", Severity.WARNING)
def text_cut_off(book: Book) -> Hits:
    """Text of a cell is cut off, for it neither wraps nor fits.

    ## What it checks
    Text that is longer than its column is wide wraps, or has empty cells beside it.

    ## Why it matters
    The part that does not fit is neither seen nor printed.

    ## What to do
    In Excel: Wrap Text, or make the column wider.

    ## Authority
    WCAG 2.2, success criterion 1.4.4 (level AA): text can be enlarged without loss.
    """
    for sheet in book.sheets:
        cut = [cell for cell in sheet.filled if _is_cut(book, sheet, cell)]
        if cut:
            count = "1 cell has" if len(cut) == 1 else f"{len(cut)} cells have"
            yield sheet.at(cut[0].address), f"{count} text that is cut off"


@rule("ACC282", "X8", Severity.WARNING)
def headings_scroll_away(book: Book) -> Hits:
    """The headings of a long table scroll out of sight.

    ## What it checks
    On a sheet whose table is longer than a screen, panes are frozen below the
    headings.

    ## Why it matters
    Who enlarges the sheet sees a few rows, and must know what their columns are.

    ## What to do
    In Excel: View, Freeze Panes, with the cursor below the headings.

    ## Authority
    House rule, after WCAG 2.2, success criterion 1.3.1 (level A).
    """
    for sheet in book.sheets:
        if _is_long(sheet) and not sheet.frozen_rows:
            yield sheet.name, "no panes are frozen, so that the headings scroll away"


@rule("ACC283", "X8", Severity.WARNING)
def print_loses_headings(book: Book) -> Hits:
    """The headings of a long table are not printed on each page.

    ## What it checks
    A sheet longer than a page repeats the row of headings at the head of each page.

    ## Why it matters
    From the second page on nobody knows what the columns are.

    ## What to do
    In Excel: Page Layout, Print Titles, Rows to repeat at top.

    ## Authority
    House rule, after WCAG 2.2, success criterion 1.3.1 (level A).
    """
    for sheet in book.sheets:
        if _is_long(sheet) and not sheet.print_titles:
            yield sheet.name, "the headings are not printed on each page"


@rule("ACC284", "X8", Severity.WARNING)
def print_spills_sideways(book: Book) -> Hits:
    """A wide sheet is printed in portrait, or spills over several pages sideways.

    ## What it checks
    A sheet wider than a page in portrait is set in landscape and fitted to the width.

    ## Why it matters
    A row that is cut into several pages cannot be read on paper.

    ## What to do
    In Excel: Page Layout, Orientation, Landscape; Width, 1 page.

    ## Authority
    House rule.
    """
    for sheet in book.sheets:
        columns = {cell.column for cell in sheet.filled if cell.row > _HEAD_ROWS}
        wide = sum(sheet.width(column) for column in columns) > _PAGE_WIDTH
        if wide and not (sheet.landscape and sheet.fits):
            faults = [] if sheet.landscape else ["is printed in portrait"]
            faults += [] if sheet.fits else ["is not fitted to the width of a page"]
            yield sheet.name, f"the wide sheet {' and '.join(faults)}"


@rule("ACC285", "X8", Severity.ERROR)
def workbook_title_missing(book: Book) -> Hits:
    """The workbook's properties hold no title.

    ## What it checks
    The property Title says what the workbook is.

    ## Why it matters
    It is what a screen reader says first, and what a search shows.

    ## What to do
    In Excel: File, Info, Title.

    ## Authority
    WCAG 2.2, success criterion 2.4.2 (level A).
    """
    if not book.property("title"):
        yield "properties", "the properties of the workbook hold no title"


@rule("ACC286", "X8", Severity.WARNING)
def workbook_author_missing(book: Book) -> Hits:
    """The workbook's properties name no author.

    ## What it checks
    The property Author names a person or a body, and not the program.

    ## Why it matters
    Who cannot use the workbook must know whom to ask for another form of it.

    ## What to do
    In Excel: File, Info, Author.

    ## Authority
    House rule.
    """
    author = book.property("creator")
    if not author or author.casefold() in _STOCK_AUTHORS:
        said = f"the author {quoted(author)} is no person or body" if author else ""
        yield "properties", said or "the properties of the workbook name no author"


@rule("ACC287", "X8", Severity.ERROR)
def sheet_picture_without_text(book: Book) -> Hits:
    """A chart or a picture of a sheet has no alt text.

    ## What it checks
    Each chart, picture and shape has an alt text, or is marked as decorative.

    ## Why it matters
    The alt text is all that people who do not see a chart get of it.

    ## What to do
    In Excel: View Alt Text; write what the chart says.

    ## Authority
    WCAG 2.2, success criterion 1.1.1 (level A).
    """
    for sheet in book.sheets:
        for one in sheet.drawings:
            if not one.alt and not one.decorative:
                yield sheet.name, f"the {one.what} {quoted(one.name)} has no alt text"


@rule("ACC288", "X8", Severity.WARNING)
def cursor_elsewhere(book: Book) -> Hits:
    """The workbook does not open at the beginning of its first sheet.

    ## What it checks
    The first sheet is the one that is shown, and its cursor stands in A1 or, with
    frozen panes, in the first cell below them.

    ## Why it matters
    Screen readers start where the cursor was left.

    ## What to do
    Go to A1 of the first sheet before you save.

    ## Authority
    House rule, after guidance of the Government Analysis Function.
    """
    if not book.sheets:
        return
    first = book.sheets[0]
    if book.active_tab != first.number:
        yield first.name, "the workbook does not open with its first sheet"
    elif not first.frozen_rows and (first.active, first.top_left) != ("A1", "A1"):
        yield first.at(first.active), "the cursor of the first sheet is not in A1"


@rule("ACC289", "X8", Severity.WARNING)
def workbook_name_says_nothing(book: Book) -> Hits:
    """The name of the workbook does not say what it is.

    ## What it checks
    The name is not a stock one such as Book1, and not a mere number.

    ## Why it matters
    In a list of downloads the name is all that there is to choose by.

    ## What to do
    Name the file by what it is, such as mapping-grid.xlsx.

    ## Authority
    De Montfort University: descriptive file names, which holds for workbooks, too.
    """
    if names_nothing(book.path.stem):
        yield "", f"the name {quoted(book.path.name)} does not say what the file is"


def _is_cut(book: Book, sheet: BookSheet, cell: BookCell) -> bool:
    look = book.looks[cell.look]
    width = sheet.width(cell.column)
    if not cell.is_text or look.wraps or look.turned or not width:
        return False
    longest = max(map(len, cell.text.split("\n")))
    beside = sheet.text(cell.row, cell.column + 1)
    return longest > width * _LETTERS_TO_WIDTH + _SPARE and bool(beside)


def _is_long(sheet: BookSheet) -> bool:
    return sheet.last_row > _PAGE_ROWS
