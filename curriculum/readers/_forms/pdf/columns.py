"""Tables without rules, and pages in columns: told by what begins below what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from statistics import median

from curriculum.readers._forms.pdf.lines import (
    Stretch,
    TableRow,
    TextLine,
    lines_of,
    text_line,
)
from curriculum.readers._forms.pdf.words import Rule, Word

_NEAR = 3.0
_GAP = 0.9
"""Of the height of a line: white that sets cells apart, and no words."""
_SPACE = 0.45
"""Of the height of a line: white that is more than a space."""
_INDENT = 24.0
_FAR = 2.6
"""Heights of a line from one line to the next beyond which a table has ended."""
_OPEN = 1.35
"""Of the usual distance: white that sets rows apart."""
_FULL = 0.7
"""Of the lines of a columned page: how many have words in every column."""
_MOST_OF = 0.6
_LEAST_LINES = 10
LABEL = re.compile(r"(?:Duty\s?\d+|D\d+|(?:ESB|TK|TS|K|S|B)\s?\d+)\b", re.IGNORECASE)
KEY = re.compile(r"(?:ESB|TK|TS|K|S|B)\s?\d+[:.)]?", re.IGNORECASE)
"""A label alone, as it stands in a column of labels."""
_BULLET = re.compile(r"[•●▪◦‣·■*–-]|\(?(?:\d{1,3}|[a-z])[.)]")
_CODE = re.compile(r"(?:ESB|TK|TS|K|S|B)\d+[,;]?")
_HEADS = re.compile(
    r"(?:duty|duties|ksbs?|criteria|knowledge|skills?|behaviours?|theme|pass|merit"
    r"|distinction|assessment methods?|methods?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Known:
    """Where the columns of the table just before begin, on this page or the last."""

    left: float = inf
    edges: tuple[float, ...] = ()


@dataclass(slots=True)
class _Region:
    """Lines that keep to the same columns."""

    lines: list[list[Word]]
    left: float
    edges: tuple[float, ...]
    """Where the second and further columns begin."""
    cells: list[list[list[Word]]] = field(default_factory=list)
    """The words of each line, by column."""
    labels: int = 0
    """The column that the labels of rows stand in."""

    def settle(self) -> None:
        """Sort the words of each line into the columns."""
        self.cells = [self._sorted(line) for line in self.lines]
        self.left = min(self.left, *(line[0].left for line in self.lines))
        self.labels = self._label_column()

    def _label_column(self) -> int:
        """The first column, or one before the last that holds nothing but keys."""
        for nth in range(len(self.edges)):
            said = [_said(cells[nth]) for cells in self.cells if cells[nth]]
            keys = sum(bool(KEY.fullmatch(text)) for text in said)
            if any(map(LABEL.match, said)) and (nth == 0 or keys >= len(said) - 1):
                return nth
        return 0

    def _sorted(self, line: list[Word]) -> list[list[Word]]:
        cells: list[list[Word]] = [[] for _ in range(len(self.edges) + 1)]
        for word in line:
            column = sum(word.left >= edge - _NEAR for edge in self.edges)
            cells[column].append(word)
        return cells


def stretches_of(
    words: list[Word], level: list[Rule], known: Known
) -> tuple[list[Stretch], Known]:
    """Lines, rows and columns of words that no rules surround.

    And the columns of a table that the page ends with: the next may go on with it.
    """
    lines = lines_of(words)
    stretches: list[Stretch] = []
    at = 0
    while at < len(lines):
        region = _region(lines, at, known)
        if region is None:
            known = Known()
            stretches.append([text_line(lines[at])])
            at += 1
            continue
        used, found = _read(region, level)
        stretches += found
        at += used
        known = Known(region.left, region.edges)
    return stretches, known


def _region(lines: list[list[Word]], at: int, known: Known) -> _Region | None:
    """The lines from one on that keep to its columns, if that is what it has.

    The columns of the table just before it are known, though words may fill them.
    """
    edges = _edges(lines[at])
    held = known.edges if _holds(lines[at], known) else ()
    own = (e for e in edges if all(abs(e - k) > _NEAR for k in held))
    edges = tuple(sorted((*held, *own)))
    while edges:
        until = at + 1
        while until < len(lines) and _follows(lines[until - 1], lines[until], edges):
            until += 1
        below = lines[at + 1 : until]
        kept = tuple(e for e in edges if e in held or _confirmed(e, below))
        if kept == edges:
            region = _Region(lines[at:until], known.left if held else inf, edges)
            region.settle()
            return region
        edges = kept
    return None


def _edges(line: list[Word]) -> tuple[float, ...]:
    """Where words begin after much white."""
    first = 1 if _BULLET.fullmatch(line[0].text) else 0
    return tuple(
        word.left
        for before, word in pairwise(line[first:])
        if word.left - before.right > max(8.0, _GAP * word.height)
    )


def _follows(before: list[Word], line: list[Word], edges: tuple[float, ...]) -> bool:
    """Whether a line keeps to the columns of the line before it."""
    far = before[0].middle - line[0].middle > _FAR * line[0].height
    return not far and _keeps(line, edges)


def _keeps(line: list[Word], edges: tuple[float, ...]) -> bool:
    """Whether a line leaves the beginnings of the columns white."""
    return not any(
        word.left < edge - _NEAR and word.right > edge - 1
        for word in line
        for edge in edges
    ) and not any(
        before.left < edge - _NEAR <= word.left
        and word.left - before.right < _SPACE * word.height
        and abs(word.left - edge) > 1
        for before, word in pairwise(line)
        for edge in edges
    )


def _holds(line: list[Word], known: Known) -> bool:
    """Whether a line goes on in the columns of a table before it."""
    return _keeps(line, known.edges) and any(
        abs(word.left - edge) <= _NEAR for word in line for edge in known.edges
    )


def _confirmed(edge: float, lines: list[list[Word]]) -> bool:
    """Whether a further line has words that begin there."""
    return any(
        abs(word.left - edge) <= _NEAR
        and (nth == 0 or word.left - line[nth - 1].right > _NEAR)
        for line in lines
        for nth, word in enumerate(line)
    )


def _read(region: _Region, level: list[Rule]) -> tuple[int, list[Stretch]]:
    """How many lines of a region belong together, and what they are."""
    if _is_columns(region):
        return len(region.lines), [list(_columns(region))]
    used = _ends(region)
    bands = _bands(region, used, level)
    lefts = (region.left, *region.edges)
    rows: list[Stretch] = [[_row(region, band, lefts)] for band in bands]
    return used, rows


def _is_columns(region: _Region) -> bool:
    """Whether it is running text in columns, and not a table."""
    full = sum(all(cells) for cells in region.cells)
    first = " ".join(word.text for word in region.lines[0])
    last = [word.text for cells in region.cells for word in cells[-1]]
    coded = sum(bool(_CODE.fullmatch(text)) for text in last)
    return (
        len(region.lines) >= _LEAST_LINES
        and full >= _FULL * len(region.lines)
        and not _HEADS.match(first)
        and coded < len(last) / 2
    )


def _columns(region: _Region) -> Iterator[TextLine]:
    for column in range(len(region.edges) + 1):
        lines = [text_line(c[column]) for c in region.cells if c[column]]
        edge = max(line.right for line in lines)
        for line in lines:
            line.edge = edge
            yield line


def _said(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


def _labelled(region: _Region, nth: int) -> bool:
    return bool(LABEL.match(_said(region.cells[nth][region.labels])))


def _ends(region: _Region) -> int:
    """How many lines belong to the table: what follows it below white does not."""
    used = len(region.lines)
    last = max(n for n, cells in enumerate(region.cells) if any(cells[1:]))
    for nth in range(last + 1, used):
        below_white = _distance(region, nth) > _OPEN * _usual(region)
        if below_white and not _labelled(region, nth):
            return nth
    return used


def _distance(region: _Region, nth: int) -> float:
    return region.lines[nth - 1][0].middle - region.lines[nth][0].middle


def _usual(region: _Region) -> float:
    """The distance of lines in one paragraph."""
    distances = [_distance(region, nth) for nth in range(1, len(region.lines))]
    most = 1.5 * region.lines[0][0].height
    return min(median(distances), most) if distances else most


def _bands(region: _Region, used: int, level: list[Rule]) -> list[range]:
    """The lines of each row."""
    bounds = sorted({0, *_starts(region, used, level), used})
    return [range(low, high) for low, high in pairwise(bounds)]


def _starts(region: _Region, used: int, level: list[Rule]) -> list[int]:
    """The lines that begin a row: by rules, else by labels, else by white."""
    starts, rules = _ruled(region, used, level)
    if starts and rules > 1:
        return starts
    starts = [n for n in range(used) if _labelled(region, n)]
    if len(starts) > 1 or region.labels:
        return starts
    usual = _usual(region)
    starts = [n for n in range(1, used) if _distance(region, n) > _OPEN * usual]
    return starts or [n for n in range(used) if all(region.cells[n])]


def _ruled(region: _Region, used: int, level: list[Rule]) -> tuple[list[int], int]:
    """The lines above which a rule runs over most of the table; and all its rules."""
    left = region.left
    right = max(word.right for line in region.lines for word in line)
    wide = [r.at for r in level if r.end - r.start >= _MOST_OF * (right - left)]
    height = region.lines[0][0].height
    top = region.lines[0][0].middle + 2 * height
    bottom = region.lines[used - 1][0].middle - 2 * height
    found = []
    for nth in range(1, used):
        above = region.lines[nth - 1][0].middle
        here = region.lines[nth][0].middle
        if any(here < at < above for at in wide):
            found.append(nth)
    return found, sum(bottom <= at <= top for at in wide)


def _row(region: _Region, band: range, lefts: tuple[float, ...]) -> TableRow:
    cells: list[list[TextLine]] = [[] for _ in lefts]
    for nth in band:
        for column, words in enumerate(region.cells[nth]):
            if words:
                cells[column].append(text_line(words))
    top = max(line.top for cell in cells for line in cell)
    return TableRow(cells, lefts, top)
