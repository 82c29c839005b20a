"""W2: tables."""

from collections.abc import Iterator

from curriculum.accessibility.parts import attribute
from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import Cell, Table, Word, said
from curriculum.accessibility.word_styles import is_on
from curriculum.findings import Severity
from curriculum.office.word_tree import CELL, TABLE, P, w

_JOINED = tuple(
    w(n) for n in ("gridSpan", "vMerge", "hMerge", "gridBefore", "gridAfter")
)
_HOLDING = (w("drawing"), w("pict"), w("object"), w("sdt"), w("fldSimple"))


@rule("ACC121", "W2", Severity.ERROR)
def merged_cells(document: Word) -> Hits:
    """Cells of a table are merged or split.

    ## What it checks
    No cell of a table spans several columns or rows, and every row has as many
    cells as the others.

    ## Why it matters
    A screen reader says the heading of the column with each cell; where cells are
    joined it says the wrong one, or none.

    ## What to do
    Split the cell, and write in each what holds for it; or make two tables of one.

    ## Authority
    Norfolk County Council, Tables, after guidance of the Government Digital
    Service: no split, merged or empty cells; WCAG 2.2, success criterion 1.3.1.
    """
    for table in document.tables:
        joined = [c for row in table.rows for c in row if _joined(c)]
        if joined:
            count = _cells(len(joined))
            yield joined[0].place, f"{count} of the table {_are(len(joined))} merged"
            continue
        widths = {len(row) for row in table.rows}
        if len(widths) > 1:
            least, most = min(widths), max(widths)
            yield table.place, f"rows of the table have from {least} to {most} cells"


@rule("ACC122", "W2", Severity.WARNING)
def empty_cells(document: Word) -> Hits:
    """Cells of a table are empty.

    ## What it checks
    Every cell of a table says something, or holds a picture or a field to fill in.

    ## Why it matters
    Who hears nothing cannot tell whether there is nothing, whether it was
    forgotten, or whether the table has ended.

    ## What to do
    Write what is meant: None, Not planned, or an en dash that a note explains.

    ## Authority
    Norfolk County Council, Tables, after guidance of the Government Digital
    Service: no split, merged or empty cells.
    """
    for table in document.tables:
        empty = [c for row in table.rows for c in row if _is_empty(c)]
        if empty:
            yield (
                empty[0].place,
                f"{_cells(len(empty))} of the table {_are(len(empty))} empty",
            )


@rule("ACC123", "W2", Severity.ERROR)
def header_row_missing(document: Word) -> Hits:
    """The first row of a table is not marked as its header.

    ## What it checks
    The first row of each table is set to repeat as header row.

    ## Why it matters
    The mark is what tells a screen reader which cells are the headings, and what
    prints them again on the next page.

    ## What to do
    In Word: Layout, Repeat Header Rows, with the cursor in the first row.

    ## Authority
    Norfolk County Council, Tables, after guidance of the Government Digital
    Service; WCAG 2.2, success criterion 1.3.1 (level A).
    """
    for table in document.tables:
        first = table.element.find(f"{w('tr')}/{w('trPr')}/{w('tblHeader')}")
        if table.rows and not is_on(first):
            yield table.place, "the first row of the table is not set as its header row"


@rule("ACC124", "W2", Severity.WARNING)
def rows_may_split(document: Word) -> Hits:
    """A row of a table may be split over two pages.

    ## What it checks
    Each row of a table is set not to break across pages.

    ## Why it matters
    The end of a row on the next page stands without its beginning: who enlarges
    the page or prints it cannot see what the words belong to.

    ## What to do
    In Word: table properties, Row, clear Allow row to break across pages.

    ## Authority
    Norfolk County Council, Tables, after guidance of the Government Digital Service.
    """
    for table in document.tables:
        rows = [row[0].element.getparent() for row in table.rows if row]
        loose = [
            at
            for at, row in enumerate(rows, start=1)
            if row is not None and not is_on(row.find(f"{w('trPr')}/{w('cantSplit')}"))
        ]
        if loose:
            rows_are = "row" if len(loose) == 1 else "rows"
            yield (
                table.place,
                f"{len(loose)} {rows_are} of the table may be split over two pages",
            )


@rule("ACC125", "W2", Severity.ERROR)
def table_in_a_table(document: Word) -> Hits:
    """A table stands in a cell of another.

    ## What it checks
    No cell of a table holds a table.

    ## Why it matters
    Who moves by the tab key, or listens, is led through the inner table in the
    midst of a cell, and loses the place in the outer one.

    ## What to do
    Set the inner table below the outer one, with a heading of its own.

    ## Authority
    Norfolk County Council, Tables: tables for data only, in a sensible order of
    tabs; WCAG 2.2, success criterion 1.3.2 (level A).
    """
    for table in document.tables:
        cell = next(table.element.iterancestors(CELL), None)
        if cell is not None:
            yield table.place, "the table stands in a cell of another table"


@rule("ACC126", "W2", Severity.WARNING)
def table_without_description(document: Word) -> Hits:
    """A table has neither a title nor a description.

    ## What it checks
    The alt text of each table has a title or a description.

    ## Why it matters
    It says what the table holds before a listener decides to go through its cells.

    ## What to do
    In Word: table properties, Alt Text; write a title and a sentence.

    ## Authority
    WCAG 2.2, success criterion 1.3.1 (level A), technique for table captions.
    """
    for table in document.tables:
        if not _title(table):
            yield table.place, "the table has neither a title nor a description"


@rule("ACC127", "W2", Severity.WARNING)
def table_lays_out_a_page(document: Word) -> Hits:
    """A table of one row or one column holds no data.

    ## What it checks
    Each table has at least two rows and two columns.

    ## Why it matters
    A table that only frames or places text is announced as a table, with rows and
    columns that mean nothing.

    ## What to do
    Use a paragraph with a border or columns of the page, and keep tables for data.

    ## Authority
    Norfolk County Council, Tables, after guidance of the Government Digital
    Service: tables for data only; WCAG 2.2, success criterion 1.3.2 (level A).
    """
    for table in document.tables:
        columns = max((len(row) for row in table.rows), default=0)
        if table.rows and (len(table.rows) == 1 or columns == 1):
            what = "row" if len(table.rows) == 1 else "column"
            yield table.place, f"the table has one {what} only"


def _joined(cell: Cell) -> bool:
    properties = cell.element.find(w("tcPr"))
    held = () if properties is None else properties.iterchildren(*_JOINED)
    return any(attribute(one, "val") != "1" for one in held)


def _is_empty(cell: Cell) -> bool:
    if any(True for _ in cell.element.iter(*_HOLDING, TABLE)):
        return False
    return not any(text.strip() for text in _texts(cell)) and not _continues(cell)


def _continues(cell: Cell) -> bool:
    """Whether it is the lower part of a merged one, which is a fault of its own."""
    merged = cell.element.find(f"{w('tcPr')}/{w('vMerge')}")
    return merged is not None and attribute(merged, "val", "continue") == "continue"


def _texts(cell: Cell) -> Iterator[str]:
    return (said(p) for p in cell.element.iter(P))


def _title(table: Table) -> str:
    held = (table.property(name) for name in ("tblCaption", "tblDescription"))
    return "".join(attribute(one, "val").strip() for one in held)


def _cells(count: int) -> str:
    return f"{count} cell{'' if count == 1 else 's'}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
