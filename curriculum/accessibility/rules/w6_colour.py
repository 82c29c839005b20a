"""W6: colour."""

from collections import Counter
from collections.abc import Iterator

from curriculum.accessibility.colours import (
    BLACK,
    ENOUGH,
    ENOUGH_FOR_LARGE,
    WHITE,
    contrast,
    is_large,
)
from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import (
    Cell,
    Paragraph,
    Run,
    Table,
    Word,
    quoted,
    said,
)
from curriculum.findings import Severity
from curriculum.office.word_tree import P

_CLOSE = 1.3
"""Contrast below which two inks are hardly told apart, and mean nothing."""


@rule("ACC161", "W6", Severity.ERROR)
def contrast_too_low(document: Word) -> Hits:
    """Text stands out too little from what is behind it.

    ## What it checks
    The contrast of text and of the colour behind it (of the cell, the paragraph or
    the marker pen) is at least 4.5 to 1; 3 to 1 for text of 18 points, or of 14
    points in bold.  What lies in pictures is not measured.

    ## Why it matters
    Pale text cannot be read with low vision, on a poor projector or in the sun.

    ## What to do
    Choose a darker ink or a lighter paper.

    ## Authority
    WCAG 2.2, success criterion 1.4.3 (level AA).
    """
    found: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], tuple[Paragraph, Run, float]] = {}
    for paragraph in document.paragraphs:
        behind = document.paper(paragraph.cell) if paragraph.cell else ""
        for run in document.runs(paragraph):
            paper = run.look.paper or behind or WHITE
            ratio = contrast(run.look.ink, paper) if run.look.ink else ENOUGH
            large = is_large(run.look.points, bold=run.look.bold)
            if ratio < (ENOUGH_FOR_LARGE if large else ENOUGH):
                pair = run.look.ink, paper
                found[pair] += len(run.text.split())
                first.setdefault(pair, (paragraph, run, ratio))
    for pair, (paragraph, run, ratio) in first.items():
        words = "1 word has" if found[pair] == 1 else f"{found[pair]} words have"
        yield (
            paragraph.place,
            (
                f"{words} a contrast of {ratio:.1f} to 1 (#{pair[0]} on #{pair[1]}), "
                f"from {quoted(run.text)} on"
            ),
        )


@rule("ACC162", "W6", Severity.ERROR)
def cell_speaks_by_colour(document: Word) -> Hits:
    """A cell of a table says something by its colour only.

    ## What it checks
    A cell with a colour of its own says something, and cells of one column that say
    the same have the same colour, unless their whole rows are coloured.

    ## Why it matters
    One man in twelve does not tell red from green; a screen reader and a black and
    white print tell no colours at all.

    ## What to do
    Write the word or the letter that the colour stands for into the cell.

    ## Authority
    WCAG 2.2, success criterion 1.4.1 (level A).
    """
    for table in document.tables:
        mute = [c for c in _coloured(document, table) if not _said(c)]
        if mute:
            count = "1 cell has" if len(mute) == 1 else f"{len(mute)} cells have"
            yield mute[0].place, f"{count} a colour and no text"
        for column, words, inks in _same_words(document, table):
            yield (
                table.place,
                f"cells in column {column} saying {quoted(words)} have {inks} colours",
            )


@rule("ACC163", "W6", Severity.WARNING)
def words_marked_by_colour(document: Word) -> Hits:
    """Words within a paragraph stand out by their colour only.

    ## What it checks
    Words in another colour than the rest of their paragraph are also bold, in
    italics or underlined; links are underlined.

    ## Why it matters
    Who does not see the colour does not know that the words are marked.

    ## What to do
    Make them bold as well, or say in words why they matter.

    ## Authority
    WCAG 2.2, success criterion 1.4.1 (level A).
    """
    marked = [
        (paragraph, run)
        for paragraph in document.paragraphs
        for run in _standing_out(list(document.runs(paragraph)))
    ]
    if marked:
        paragraph, run = marked[0]
        others = f", and {len(marked) - 1} more" if len(marked) > 1 else ""
        yield (
            paragraph.place,
            f"{quoted(run.text)} stands out by its colour only{others}",
        )


def _coloured(document: Word, table: Table) -> Iterator[Cell]:
    """Cells whose colour differs from that of most of their row."""
    for row in table.rows[1:]:
        papers = [document.paper(cell) or WHITE for cell in row]
        most = Counter(papers).most_common(1)
        for cell, paper in zip(row, papers, strict=True):
            if paper != most[0][0] and len(row) > 1:
                yield cell


def _same_words(document: Word, table: Table) -> Iterator[tuple[int, str, int]]:
    """Columns in which one text has several colours: column, text, how many."""
    own = {cell.element for cell in _coloured(document, table)}
    held: dict[tuple[int, str], set[str]] = {}
    special: set[tuple[int, str]] = set()
    for row in table.rows[1:]:
        for cell in row:
            key = cell.column, _said(cell)
            if key[1] and not key[1].replace("–", "").replace("-", ""):
                key = cell.column, "–"
            paper = document.paper(cell) or WHITE
            if cell.element in own:
                special.add(key)
                held.setdefault(key, set()).add(paper)
            elif len(row) > 1 and not _row_is_coloured(document, row):
                held.setdefault(key, set()).add(paper)
    for key in sorted(special):
        if key[1] and len(held[key]) > 1:
            yield *key, len(held[key])


def _row_is_coloured(document: Word, row: list[Cell]) -> bool:
    papers = {document.paper(cell) or WHITE for cell in row}
    return len(papers) == 1 and papers != {WHITE}


def _said(cell: Cell) -> str:
    texts = (said(p).strip() for p in cell.element.iter(P))
    return " ".join(text for text in texts if text)


def _standing_out(runs: list[Run]) -> Iterator[Run]:
    """Words that nothing but a colour tells from the others of their paragraph."""
    plain = [run for run in runs if not _told(run) and any(map(str.isalnum, run.text))]
    inks: Counter[str] = Counter()
    for run in plain:
        inks[run.look.ink or BLACK] += len(run.text)
    usual = inks.most_common(1)[0][0] if inks else BLACK
    for run in plain:
        if contrast(run.look.ink or BLACK, usual) >= _CLOSE:
            yield run


def _told(run: Run) -> bool:
    """Whether something besides its colour marks it."""
    return run.look.stressed or run.look.bold or bool(run.look.paper)
