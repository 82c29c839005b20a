"""X1: the head of each sheet, and its name."""

import re

from curriculum.accessibility.book import Book, BookSheet
from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import quoted
from curriculum.findings import Severity

_STOCK_NAME = re.compile(
    r"(?:sheet|tab|page|worksheet|table|data|chart|blad|tabelle|feuil\w*|arkusz|taflen)"
    r"[\s_(]*\d*\)?",
    re.IGNORECASE,
)


@rule("ACC211", "X1", Severity.ERROR)
def sheet_title_missing(book: Book) -> Hits:
    """A sheet has no title in its first cell, or one that looks like any other cell.

    ## What it checks
    A1 of each sheet holds text, in bold, in a larger size or in a style for titles.

    ## Why it matters
    Screen readers start in A1: what stands there says what the sheet is.

    ## What to do
    Write the title of the sheet into A1 and give it the cell style Title.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: title in A1.
    """
    for sheet in _used(book):
        held = sheet.cells.get((1, 1))
        if held is None or not held.text.strip() or not held.is_text:
            yield sheet.at("A1"), f"the sheet {quoted(sheet.name)} has no title in A1"
            continue
        look, usual = book.looks[held.look], book.looks.usual
        table = sheet.table_at(1, 1)
        if table is not None:
            yield sheet.at("A1"), "A1 is the head of a table, and no title of the sheet"
        elif not (look.bold or look.style or look.points > usual.points):
            yield sheet.at("A1"), f"the title {quoted(held.text)} looks like any cell"


@rule("ACC212", "X1", Severity.WARNING)
def sheet_not_explained(book: Book) -> Hits:
    """A sheet has no explanation below its title.

    ## What it checks
    A2 of each sheet holds text and does not belong to a table.

    ## Why it matters
    A sentence on what the sheet holds spares who listens a walk through its cells.

    ## What to do
    Write a short explanation into A2.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: a short
    explanation in A2.
    """
    for sheet in _used(book):
        held = sheet.cells.get((2, 1))
        said = held is not None and held.is_text and held.text.strip()
        if not said or sheet.table_at(2, 1) is not None:
            yield sheet.at("A2"), "no explanation of the sheet stands in A2"


@rule("ACC213", "X1", Severity.ERROR)
def sheet_name_says_nothing(book: Book) -> Hits:
    """The name of a sheet does not say what the sheet holds.

    ## What it checks
    No sheet keeps a stock name such as Sheet1.

    ## Why it matters
    The names of the sheets are how people find their way in a workbook.

    ## What to do
    Double-click the tab and write a short name.

    ## Authority
    Government Statistical Service, Releasing statistics in spreadsheets: unique and
    meaningful names of sheets.
    """
    for sheet in book.sheets:
        if _STOCK_NAME.fullmatch(sheet.name.strip()) or not sheet.name.strip():
            yield (
                sheet.name,
                f"the name {quoted(sheet.name)} does not say what it holds",
            )


def _used(book: Book) -> list[BookSheet]:
    return [sheet for sheet in book.sheets if sheet.filled]
