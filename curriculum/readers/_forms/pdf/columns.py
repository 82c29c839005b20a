"""Tables without rules, and pages in columns: told by what begins below what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from curriculum.readers._forms.pdf.lines import (
    Stretch,
    TableRow,
    TextLine,
    lines_of,
    text_line,
)
from curriculum.readers._forms.pdf.rivers import River, rivers_of
from curriculum.readers._forms.pdf.words import Rule, Word

_NEAR = 3.0
_FAR = 2.6
"""Heights of a line from one line to the next beyond which a table has ended."""
_HALF_WAY = 0.8
"""Of the height of a line: how far half-way may be missed."""
_OVERLAP = 0.85
"""Of the height of a line: lines nearer than this cannot stand below each other."""
_ONE_ROW = 2.2
"""Heights of a line from one line to the next row, at most."""
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
    """The columns of the table just before, on this page or the last."""

    lefts: tuple[float, ...] = ()
    rivers: tuple[River, ...] = ()


@dataclass(slots=True)
class _Region:
    """Lines that keep to the same columns."""

    lines: list[list[Word]]
    rivers: tuple[River, ...]
    lefts: tuple[float, ...]
    """Where the columns begin; those of the table that it goes on with."""
    below: int = 0
    """How many lines it had before lines above were taken in."""
    cells: list[list[list[Word]]] = field(default_factory=list)
    """The words of each line, by column."""
    labels: int = 0
    """The column that the labels of rows stand in."""

    def settle(self) -> None:
        """Sort the words of each line into the columns."""
        self.cells = [self._sorted(line) for line in self.lines]
        left = min(line[0].left for line in self.lines)
        self.lefts = self.lefts or (left, *(river.high for river in self.rivers))
        self.labels = self._label_column()

    def _label_column(self) -> int:
        """The first column, or one before the last that holds nothing but keys."""
        for nth in range(len(self.rivers)):
            said = [_said(cells[nth]) for cells in self.cells if cells[nth]]
            keys = sum(bool(KEY.fullmatch(text)) for text in said)
            if any(map(LABEL.match, said)) and (nth == 0 or keys >= len(said) - 1):
                return nth
        return 0

    def _sorted(self, line: list[Word]) -> list[list[Word]]:
        cells: list[list[Word]] = [[] for _ in range(len(self.rivers) + 1)]
        for word in line:
            cells[sum(word.left >= river.high - _NEAR for river in self.rivers)].append(
                word
            )
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
        for _ in range(_begin_above(region, stretches, lines[:at])):
            stretches.pop()
        used, found = _read(region, level)
        stretches += found
        at += used - (len(region.lines) - region.below)
        known = Known(region.lefts, region.rivers)
    return stretches, known


def _begin_above(
    region: _Region, stretches: list[Stretch], above: list[list[Word]]
) -> int:
    """Take in lines of one column above: a label stands half-way down its row."""
    taken = 0
    while taken < min(len(stretches), len(above)):
        line, below = above[-1 - taken], region.lines[0]
        loose = isinstance(stretches[-1 - taken][0], TextLine)
        near = line[0].middle - below[0].middle <= _ONE_ROW * line[0].height
        beside = abs(line[0].left - region.rivers[0].high) <= _NEAR
        beside = beside or bool(KEY.fullmatch(_said(line)))
        if not (
            loose and near and beside and all(r.along(line) for r in region.rivers)
        ):
            break
        region.lines.insert(0, line)
        taken += 1
    if taken:
        region.settle()
    return taken


def _region(lines: list[list[Word]], at: int, known: Known) -> _Region | None:
    """The lines from one on that keep to its columns, if that is what it has.

    The columns of the table just before it are known, though words may fill them.
    """
    first = 1 if _BULLET.fullmatch(lines[at][0].text) else 0
    own = rivers_of(lines[at], first) or _beside_key(lines[at : at + 2])
    held = _held(lines[at], known)
    new = [o for o in own if not any(_overlap(o, h) for h in held)]
    rivers = tuple(sorted((*held, *new), key=lambda river: river.high))
    certain = set(range(len(rivers))) if held and not new else set[int]()
    while rivers:
        until, along = _along(lines, at, rivers)
        below = lines[at + 1 : until]
        kept = tuple(
            nth
            for nth, river in enumerate(rivers)
            if nth in certain or river in held or river.is_confirmed(below)
        )
        if len(kept) == len(rivers):
            lefts = known.lefts if certain else ()
            region = _Region(lines[at:until], along, lefts, below=until - at)
            region.settle()
            return region
        rivers, certain = tuple(rivers[nth] for nth in kept), set()
    return None


def _along(
    lines: list[list[Word]], at: int, rivers: tuple[River, ...]
) -> tuple[int, tuple[River, ...]]:
    """The line before which rivers end, and what all lines leave of them."""
    until = at + 1
    while until < len(lines):
        before, line = lines[until - 1], lines[until]
        narrowed = tuple(river.along(line) for river in rivers)
        left = tuple(river for river in narrowed if river)
        far = before[0].middle - line[0].middle > _FAR * line[0].height
        if far or len(left) < len(rivers):
            break
        rivers, until = left, until + 1
    return until, rivers


def _beside_key(lines: list[list[Word]]) -> tuple[River, ...]:
    """The white between a key and a line that overlaps it, half a line lower."""
    if len(lines) < 2 or not KEY.fullmatch(_said(lines[0])):  # noqa: PLR2004 (a line and the next)
        return ()
    key, beside = lines[0][-1], lines[1][0]
    overlaps = key.middle - beside.middle < _OVERLAP * key.height
    return (
        (River(key.right, beside.left),) if overlaps and beside.left > key.right else ()
    )


def _held(line: list[Word], known: Known) -> tuple[River, ...]:
    """The rivers of a table before a line, if the line goes on in its columns."""
    narrowed = tuple(river.along(line) for river in known.rivers)
    left = tuple(river for river in narrowed if river)
    shown = any(river.is_in(line) for river in known.rivers)
    return left if shown and len(left) == len(known.rivers) else ()


def _overlap(one: River, other: River) -> bool:
    return min(one.high, other.high) > max(one.low, other.low)


def _read(region: _Region, level: list[Rule]) -> tuple[int, list[Stretch]]:
    """How many lines of a region belong together, and what they are."""
    if _is_columns(region):
        return len(region.lines), [list(_columns(region))]
    used = _ends(region)
    bands, doubtful = _bands(region, used, level)
    rows: list[Stretch] = [
        [_row(region, band, doubtful=doubtful and len(band) > 1)] for band in bands
    ]
    return used, rows


def _is_columns(region: _Region) -> bool:
    """Whether it is running text in columns, and not a table."""
    full = sum(all(cells) for cells in region.cells)
    first = " ".join(word.text for word in region.lines[0])
    last = [word.text for cells in region.cells for word in cells[-1]]
    coded = sum(bool(_CODE.fullmatch(text)) for text in last)
    keyed = sum(bool(KEY.fullmatch(_said(cells[0]))) for cells in region.cells)
    return (
        len(region.lines) >= _LEAST_LINES
        and full >= _FULL * len(region.lines)
        and not _HEADS.match(first)
        and coded < len(last) / 2
        and keyed < len(region.lines) / 2
    )


def _columns(region: _Region) -> Iterator[TextLine]:
    for column in range(len(region.rivers) + 1):
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
    used = next(_headings(region), len(region.lines))
    last = max(n for n in range(used) if any(region.cells[n][1:]))
    for nth in range(last + 1, used):
        below_white = _distance(region, nth) > _OPEN * _usual(region)
        if below_white and not _labelled(region, nth):
            return nth
    return used


def _headings(region: _Region) -> Iterator[int]:
    """Lines that are no keys, in a first column of nothing but keys."""
    said = [_said(cells[0]) for cells in region.cells]
    keys = [bool(KEY.fullmatch(text)) for text in said]
    if region.labels or not any(keys):
        return
    alone = [
        bool(text) and not any(c[1:])
        for text, c in zip(said, region.cells, strict=True)
    ]
    for nth in range(keys.index(True) + 1, len(said)):
        if alone[nth] and not keys[nth]:
            yield nth


def _distance(region: _Region, nth: int) -> float:
    return region.lines[nth - 1][0].middle - region.lines[nth][0].middle


def _usual(region: _Region) -> float:
    """The distance of lines in one paragraph."""
    distances = [_distance(region, nth) for nth in range(1, len(region.lines))]
    most = 1.5 * region.lines[0][0].height
    return min(median(distances), most) if distances else most


def _bands(region: _Region, used: int, level: list[Rule]) -> tuple[list[range], bool]:
    """The lines of each row, and whether that is in doubt."""
    starts, doubtful = _starts(region, used, level)
    bounds = sorted({0, *starts, used})
    return [range(low, high) for low, high in pairwise(bounds)], doubtful


def _starts(region: _Region, used: int, level: list[Rule]) -> tuple[list[int], bool]:
    """The lines that begin a row: by rules, else by labels, else by white.

    Labels that stand half-way down their rows, with no white between rows, leave
    it in doubt.
    """
    starts, rules = _ruled(region, used, level)
    if starts and rules > 1:
        return starts, False
    starts = [n for n in range(used) if _labelled(region, n)]
    if len(starts) > 1 or region.labels:
        at_top = _at_top(region, used, starts)
        by_white = [] if at_top else _at_white(region, used, starts)
        settled = at_top or by_white or _accompanied(region, starts)
        return by_white or starts, not settled
    usual = _usual(region)
    starts = [n for n in range(1, used) if _distance(region, n) > _OPEN * usual]
    return starts or [n for n in range(used) if all(region.cells[n])], False


def _at_white(region: _Region, used: int, labelled: list[int]) -> list[int]:
    """The widest white, if it sets apart as many rows as there are labels."""
    whites = _whites(region, used)
    widest = sorted(range(1, used), key=lambda nth: -whites[nth])
    for rows in (len(labelled), len(labelled) - 1):
        starts = sorted(widest[:rows])
        bands = list(pairwise([0, *starts, used]))
        each = [sum(low <= at < high for at in labelled) for low, high in bands]
        as_wide = (
            len(widest) > rows and whites[widest[rows]] == whites[widest[rows - 1]]
        )
        one_each = each[0] <= 1 and all(count == 1 for count in each[1:])
        if one_each and not as_wide and _are_centred(region, bands):
            return starts
    return []


def _are_centred(region: _Region, bands: list[tuple[int, int]]) -> bool:
    """Whether labels stand half-way down their rows; the last row may go on."""
    return all(
        abs(_centre(label) - _centre(whole)) <= _HALF_WAY * whole[0].height
        for low, high in bands[:-1]
        if (label := [w for c in region.cells[low:high] for w in c[region.labels]])
        and (whole := [w for line in region.lines[low:high] for w in line])
    )


def _centre(words: list[Word]) -> float:
    return (max(w.top for w in words) + min(w.bottom for w in words)) / 2


def _whites(region: _Region, used: int) -> list[float]:
    """How much white is above each line."""
    whites, bottom = [0.0], min(word.bottom for word in region.lines[0])
    for line in region.lines[1:used]:
        whites.append(round(bottom - max(word.top for word in line)))
        bottom = min(bottom, *(word.bottom for word in line))
    return whites


def _at_top(region: _Region, used: int, labelled: list[int]) -> bool:
    """Whether labels stand in the first lines of their rows, and not half-way."""
    whites = _whites(region, used)
    least = min(whites[1:], default=0.0)
    below_white = all(whites[nth] > least for nth in labelled if nth)
    return (below_white or len(labelled) == used) and _accompanied(region, labelled)


def _accompanied(region: _Region, labelled: list[int]) -> bool:
    """Whether the cells beside labels begin in the lines of these."""
    return all(
        any(cell for at, cell in enumerate(region.cells[nth]) if at != region.labels)
        for nth in labelled
    )


def _ruled(region: _Region, used: int, level: list[Rule]) -> tuple[list[int], int]:
    """The lines above which a rule runs over most of the table; and all its rules."""
    left = region.lefts[0]
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


def _row(region: _Region, band: range, *, doubtful: bool) -> TableRow:
    cells: list[list[TextLine]] = [[] for _ in region.lefts]
    for nth in band:
        for column, words in enumerate(region.cells[nth]):
            if words:
                cells[column].append(text_line(words))
    top = max(line.top for cell in cells for line in cell)
    return TableRow(cells, region.lefts, top, doubtful)
