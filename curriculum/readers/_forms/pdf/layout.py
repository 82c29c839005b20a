"""Where things stand on a page: lines of text, rows of tables, columns."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import inf

from curriculum.readers._forms.pdf.columns import Known, stretches_of
from curriculum.readers._forms.pdf.lines import (
    Block,
    Stretch,
    TableRow,
    TextLine,
    lines_of,
    text_line,
)
from curriculum.readers._forms.pdf.words import Page, Rule, Word

_NEAR = 3.0
"""Points by which edges that are meant to be one may differ."""


def blocks_of(page: Page, known: Known) -> tuple[list[Block], Known]:
    """The lines and rows of a page in the order of reading, lines numbered.

    And the columns that it ends with.
    """
    in_cells, free = _sorted_into_cells(page)
    rows, loose = _rows(in_cells)
    stretches: list[Stretch] = [[row] for row in rows]
    without_rules, known = stretches_of(free + loose, page.level, known)
    stretches += without_rules
    stretches.sort(key=lambda stretch: -max(block.top for block in stretch))
    blocks = [block for stretch in stretches for block in stretch]
    _number(blocks, page.middles)
    return blocks, known


@dataclass(frozen=True, slots=True)
class _Cell:
    left: float
    right: float
    bottom: float
    top: float


@dataclass(slots=True)
class _Group:
    """The cells of rows that lie under one another."""

    rows: list[dict[_Cell, list[Word]]] = field(default_factory=list)


def _sorted_into_cells(page: Page) -> tuple[dict[_Cell, list[Word]], list[Word]]:
    """Words by the cell whose rules surround them, and the words of no cell."""
    cells: defaultdict[_Cell, list[Word]] = defaultdict(list)
    free = []
    for word in page.words:
        cell = _cell_about(word, page) if len(page.upright) > 1 else None
        if cell:
            cells[cell].append(word)
        else:
            free.append(word)
    return cells, free


def _cell_about(word: Word, page: Page) -> _Cell | None:
    across, along = (word.left + word.right) / 2, word.middle

    def beside(rule: Rule) -> bool:
        return rule.start - _NEAR <= along <= rule.end + _NEAR

    left = _nearest(page.upright, across, -1, beside)
    right = _nearest(page.upright, across, 1, beside)
    if left is None or right is None:
        return None

    def spans(rule: Rule) -> bool:
        return rule.start <= left.at + _NEAR and rule.end >= right.at - _NEAR

    below = _nearest(page.level, along, -1, spans)
    above = _nearest(page.level, along, 1, spans)
    return _Cell(
        left.at,
        right.at,
        below.at if below else -inf,
        above.at if above else inf,
    )


def _nearest(
    rules: list[Rule], at: float, step: int, fits: Callable[[Rule], bool]
) -> Rule | None:
    """The nearest rule on one side of a place that fits."""
    nth = bisect_left(rules, at, key=lambda rule: rule.at)
    nth += -1 if step < 0 else 0
    while 0 <= nth < len(rules):
        if fits(rules[nth]):
            return rules[nth]
        nth += step
    return None


def _rows(cells: dict[_Cell, list[Word]]) -> tuple[list[TableRow], list[Word]]:
    """Rows of tables, and the words of boxes that are none."""
    rows: list[TableRow] = []
    loose: list[Word] = []
    for group in _tables(cells):
        lefts = _columns(cell for row in group.rows for cell in row)
        if len(lefts) < 2:  # noqa: PLR2004 (a table has two columns)
            loose += [w for row in group.rows for words in row.values() for w in words]
            continue
        for row in group.rows:
            texts: list[list[TextLine]] = [[] for _ in lefts]
            for cell, words in row.items():
                lines = [text_line(line) for line in lines_of(words)]
                margin = min(line.left for line in lines) - cell.left
                for line in lines:
                    line.edge = cell.right - max(0.0, margin)
                texts[_column(lefts, cell.left)] += lines
            top = max(line.top for cell_lines in texts for line in cell_lines)
            rows.append(TableRow(texts, lefts, top))
    return rows, loose


def _tables(cells: dict[_Cell, list[Word]]) -> list[_Group]:
    """Cells by table, in rows from above: what begins at one height is a row."""
    groups: list[_Group] = []
    bottom = left = right = 0.0
    top = inf
    for cell in sorted(cells, key=lambda c: (-c.top, c.left)):
        same_row = (bool(groups) and abs(cell.top - top) <= _NEAR) or cell.top == top
        touches = bool(groups) and cell.top >= bottom - _NEAR
        beside = cell.left <= right + _NEAR and cell.right >= left - _NEAR
        if not groups or not (touches and beside):
            groups.append(_Group([{}]))
            bottom, left, right = cell.bottom, cell.left, cell.right
        elif not same_row:
            groups[-1].rows.append({})
        groups[-1].rows[-1][cell] = cells[cell]
        top = cell.top
        bottom = min(bottom, cell.bottom)
        left, right = min(left, cell.left), max(right, cell.right)
    return groups


def _columns(cells: Iterable[_Cell]) -> tuple[float, ...]:
    """The left edges of the columns."""
    lefts: list[float] = []
    for left in sorted(cell.left for cell in cells):
        if not lefts or left > lefts[-1] + _NEAR:
            lefts.append(left)
    return tuple(lefts)


def _column(lefts: tuple[float, ...], left: float) -> int:
    return min(range(len(lefts)), key=lambda nth: abs(lefts[nth] - left))


def _number(blocks: list[Block], middles: list[float]) -> None:
    """Number lines as they stand on the page, from above."""
    for line in _lines(blocks):
        middle = (line.top + line.bottom) / 2
        line.number = bisect_left(middles, -middle - _NEAR, key=lambda at: -at) + 1


def _lines(blocks: list[Block]) -> Iterator[TextLine]:
    for block in blocks:
        if isinstance(block, TextLine):
            yield block
        else:
            yield from (line for cell in block.cells for line in cell)
