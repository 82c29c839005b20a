"""Pages put together: paragraphs and tables go on over lines and pages."""

import re
from collections.abc import Iterator
from itertools import chain
from statistics import median

from curriculum.findings import Severity
from curriculum.model import SourceRef
from curriculum.readers import finding
from curriculum.readers._forms.gathered import Gathered, Keys, bold_keys
from curriculum.readers._forms.pdf.columns import KEY, LABEL
from curriculum.readers._forms.pdf.lines import (
    LONG,
    Block,
    Spelling,
    TableRow,
    TextLine,
)

_NEAR = 3.0
_PARAGRAPH = 1.75
"""Heights of a line from one line to the next within a paragraph, at most."""
_SPACE = 0.2
"""Of the height of a line: the least white between words."""
_FULL_PAGE = 15
"""Lines of a page that show how far they reach."""
_RAGGED = 0.08
"""Of the width of a page: how much shorter lines are that end at one edge."""
_ENOUGH = 4
_WIDE = 0.6
_HYPHENS = ("-", "\u00ad")
_AROUND_TITLE = 4
_LARGER = 1.4
"""Times the usual height of lines: a title."""
_COLUMN = 5
"""Heights of a line that the first line of a next column climbs at least."""
_ONE_SIZE = 0.2
_ITEM = re.compile(r"(?:[•●▪◦‣·■*–-]|\d{1,3}[.)]|[a-z][.)])\s")
_UNSETTLED = (
    "the rows of this table cannot be told apart for certain, since no rules part "
    "them and their labels stand half-way down: compare this row with the page"
)
_LICENCE = re.compile(r"(?:©\s*)?crown copyright\b", re.IGNORECASE)


class Assembly:
    """Puts the pages of a document together."""

    def __init__(
        self,
        file: str,
        pages: list[list[Block]],
        running: list[list[TextLine]],
        widths: list[float],
    ) -> None:
        self.file = file
        self.pages = pages
        self.out = Gathered()
        self.spelling = Spelling(_words(pages))
        self.place = ""
        self.title = _title(pages[:1])
        for number, lines in enumerate(running, start=1):
            for line in lines:
                self.out.set_aside(line.text, _place(number, line))
        _reach(pages, widths)

    def gathered(self) -> Gathered:
        """The document's lines."""
        waiting: list[tuple[int, Block]] = []
        head: list[str] = []
        for number, blocks in enumerate(self.pages, start=1):
            for block in blocks:
                last = waiting[-1][1] if waiting else None
                if isinstance(block, TableRow):
                    table_goes_on = _same_table(last, block)
                    if (
                        table_goes_on
                        and block.texts == head
                        and waiting[-1][0] < number
                    ):
                        for text in block.texts:
                            self.out.set_aside(text, _place(number, block.first))
                        continue
                    if not table_goes_on:
                        head = block.texts
                    elif waiting[-1][0] < number and _row_goes_on(last, block):
                        _extend(last, block)
                        continue
                elif _goes_on(waiting, number, block):
                    waiting.append((number, block))
                    continue
                self._say(waiting)
                waiting = [(number, block)]
        self._say(waiting)
        return self.out

    def _say(self, waiting: list[tuple[int, Block]]) -> None:
        if not waiting:
            return
        number, first = waiting[0]
        if isinstance(first, TableRow):
            self.place = _place(number, first.first)
            lines = [line for cell in first.cells for line in cell]
            cells = [self._cell(cell) for cell in first.cells]
            if first.doubtful:
                self._note("SRC022", _UNSETTLED)
            self.out.add_row(cells, self.place, bold=_bold(lines))
            return
        self.place = _place(number, first)
        lines = [line for _, line in waiting if isinstance(line, TextLine)]
        text = self.spelling.unwrapped(lines, self._doubt)
        if first is self.title:
            text = f"# {text}"
        self.out.add(text, self.place, gap=True, bold=_bold(lines))

    def _cell(self, lines: list[TextLine]) -> list[str]:
        text = self.spelling.unwrapped(lines, self._doubt)
        return [text] if text else []

    def _doubt(self, message: str) -> None:
        self._note("SRC021", message)

    def _note(self, code: str, message: str) -> None:
        at = SourceRef(file=self.file, place=self.place)
        severity = Severity.WARNING
        self.out.findings.append(finding(code, severity, self.file, message, at))


def _title(pages: list[list[Block]]) -> Block | None:
    """The line of the first page that is printed far larger than the others."""
    lines = [b for blocks in pages for b in blocks if isinstance(b, TextLine)]
    if len(lines) < _AROUND_TITLE:
        return None
    largest = max(lines, key=lambda line: round(line.height))
    usual = median(line.height for line in lines)
    return largest if largest.height >= _LARGER * usual else None


def _bold(lines: list[TextLine]) -> Keys:
    """Keys that are bold, in lines that a statement may go on over."""
    found: Keys = ()
    begun: list[tuple[str, bool]] = []
    for line in lines:
        if LABEL.match(line.text):
            found += bold_keys(begun)
            begun = []
        begun += line.pieces
    return found + bold_keys(begun)


def _reach(pages: list[list[Block]], widths: list[float]) -> None:
    """Tell lines how far the text of the document reaches to the right."""
    free = [[b for b in blocks if isinstance(b, TextLine)] for blocks in pages]
    whole = _edge([line for lines in free for line in lines], max(widths, default=0))
    for lines, width in zip(free, widths, strict=True):
        edge = _edge(lines, width) if len(lines) >= _FULL_PAGE else whole
        for line in lines:
            line.edge = line.edge or edge


def _edge(lines: list[TextLine], width: float) -> float:
    """Where several lines end; of a few short lines, where the margin would be."""
    loose = [line for line in lines if not line.edge]
    if not loose:
        return 0.0
    edge = max(line.right for line in loose)
    near = sum(line.right > edge - _RAGGED * width for line in loose)
    margin = width - min(line.left for line in loose)
    settled = near >= _ENOUGH and edge >= _WIDE * width
    return edge if settled else max(edge, margin)


def _words(pages: list[list[Block]]) -> Iterator[str]:
    """Every word that stands whole within a line."""
    for blocks in pages:
        for block in blocks:
            lines = [block] if isinstance(block, TextLine) else chain(*block.cells)
            for line in lines:
                words = [w for w in line.text.split() if not w.endswith(_HYPHENS)]
                yield from words if " " in line.text or len(line.text) < LONG else ()


def _place(page: int, line: TextLine) -> str:
    return f"page {page}, line {line.number}"


def _same_table(last: Block | None, row: TableRow) -> bool:
    return (
        isinstance(last, TableRow)
        and len(last.lefts) == len(row.lefts)
        and all(
            abs(one - other) <= 2 * _NEAR
            for one, other in zip(last.lefts, row.lefts, strict=True)
        )
    )


def _row_goes_on(last: Block | None, row: TableRow) -> bool:
    """Whether a row on a new page goes on with the last row of the page before."""
    if not isinstance(last, TableRow):
        return False
    first = row.texts[0]
    if any(KEY.fullmatch(text) for text in row.texts[:-1]):
        return False
    if not first:
        return True
    labelled = bool(LABEL.match(last.texts[0]))
    return not LABEL.match(first) and (labelled or first[:1].islower())


def _extend(last: Block | None, row: TableRow) -> None:
    if isinstance(last, TableRow):
        for cell, more in zip(last.cells, row.cells, strict=True):
            cell.extend(more)


def _goes_on(waiting: list[tuple[int, Block]], page: int, line: TextLine) -> bool:
    """Whether a line goes on with the paragraph in hand.

    It does if its first word would not have fitted on the line before.
    """
    if not waiting:
        return False
    before_page, before = waiting[-1]
    if not isinstance(before, TextLine) or _begins(line, before):
        return False
    if before.right + _SPACE * line.height + line.first <= before.edge - 1:
        return False
    if before_page != page:
        return line.text[:1].islower() or not before.text.endswith((".", ":", ";"))
    distance = before.bottom - line.bottom
    climbs = -distance > _COLUMN * line.height
    return climbs or 0 < distance <= _PARAGRAPH * line.height


def _begins(line: TextLine, before: TextLine) -> bool:
    """Whether a line begins something: a statement, an item, another print."""
    other_size = abs(before.height - line.height) > _ONE_SIZE * line.height
    other_print = all(bold for _, bold in line.pieces) and not before.pieces[-1][1]
    formed = any(f.match(line.text) for f in (LABEL, _ITEM, _LICENCE))
    return other_size or other_print or formed
