"""W3: tables that hold too much."""

from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import Word, said
from curriculum.findings import Severity
from curriculum.office.word_tree import P


@rule("ACC131", "W3", Severity.WARNING)
def cell_holds_long_text(document: Word, *, words: int = 200) -> Hits:
    """A cell of a table holds very long text.

    ## What it checks
    No cell holds more words than the setting allows.

    ## Why it matters
    A cell is heard or enlarged as a whole; a page of text in it cannot be skimmed,
    and makes the row longer than a page.

    ## What to do
    Move the text below the table, under a heading, and name that in the cell.

    ## Settings
    ``words`` (200): the most words of a cell.

    ## Authority
    Norfolk County Council, Tables, and the WTAMU checklist: no very large text in
    cells; the number is a default of this program.
    """
    for table in document.tables:
        for row in table.rows:
            for cell in row:
                held = sum(len(said(p).split()) for p in cell.element.iter(P))
                if held > words:
                    yield cell.place, f"the cell holds {held} words, more than {words}"


@rule("ACC132", "W3", Severity.WARNING)
def table_too_wide(document: Word, *, columns: int = 16) -> Hits:
    """A table has very many columns.

    ## What it checks
    No table has more columns than the setting allows.

    ## Why it matters
    Who enlarges the page sees a few columns at a time, and who listens must keep
    every heading in mind.

    ## What to do
    Make several simple tables of it, or turn rows into columns.

    ## Settings
    ``columns`` (16): the most columns of a table.

    ## Authority
    Norfolk County Council, Tables, and the WTAMU checklist: break complex tables
    into simpler ones; the number is a default of this program.
    """
    for table in document.tables:
        held = max((len(row) for row in table.rows), default=0)
        if held > columns:
            yield table.place, f"the table has {held} columns, more than {columns}"
