"""The rows of a map's tables: lines as cells, and cells that take several lines.

Pasted from a page, a cell whose occupations stand below each other becomes several
lines: the first cell of the next line goes on with the last cell of the one before.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from curriculum.model import Tier
from curriculum.readers._map_clusters import CLUSTER
from curriculum.readers._map_prose import is_ended
from curriculum.readers._map_titles import DASHES, LEVEL
from curriculum.readers._text import Line

LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_TIER = re.compile(
    r"(higher[\s-]+technical|technical|professional)(?:\s+occupations?)?(?:\s*\(.*\))?:?",
    re.IGNORECASE,
)
HEADINGS = {
    "pathway": "pathway",
    "pathways": "pathway",
    "occupation": "occupation",
    "occupations": "occupation",
    "occupation title": "occupation",
    "description": "description",
    "descriptions": "description",
    "occupation description": "description",
}
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_BREAK_BEFORE_LEVEL = re.compile(rf"{_BREAK.pattern}(?={LEVEL.pattern})", re.IGNORECASE)
_WRAPPED_LETTERS = 70
"""A line as long as this was broken for want of room, and not between two entries."""
_PROSE_WORDS = 6
_OPEN = re.compile(r"<(?:i|em)\b[^>]*>(?:(?!</(?:i|em)\s*>).)*$", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"(?:[,/&(]|\b(?:and|or|of|for|in|the|with|to))$", re.IGNORECASE
)
_GOES_ON = re.compile(rf"(?:{LEVEL.pattern}|[{DASHES}\u2022]\s|[a-z&/(])")


@dataclass(frozen=True, slots=True)
class Row:
    """A line as cells, with white space in order."""

    line: Line
    cells: tuple[str, ...]
    begins: tuple[Line, ...] = ()
    """The line on which each cell begins, where they stand on several."""

    def line_of(self, column: int) -> Line:
        """The line on which a cell begins."""
        return self.begins[column] if column < len(self.begins) else self.line

    @property
    def text(self) -> str:
        """The cells as one text."""
        return " | ".join(cell for cell in self.cells if cell)

    def cell(self, column: int) -> str:
        """What stands in a column; nothing where the row ends before it."""
        return self.cells[column] if column < len(self.cells) else ""

    def others(self, columns: Collection[int]) -> list[str]:
        """What stands in other columns than these."""
        return [c for at, c in enumerate(self.cells) if c and at not in columns]


def row_of(line: Line) -> Row:
    """A line as cells; of a link in a cell, the text that the page shows."""
    cells = line.meant.split("\t")
    if len(cells) > 1:
        cells = [LINK.sub(r"\1", cell) for cell in cells]
    return Row(line, tuple(map(_in_order, cells)))


def _in_order(cell: str) -> str:
    """A cell without needless space; breaks within it part what it lists."""
    if "<br" in cell.casefold():
        between = "; " if CLUSTER.search(cell) else " "
        cell = _BREAK.sub(between, _BREAK_BEFORE_LEVEL.sub(" ", cell))
    return " ".join(cell.split())


def tiers_of(cells: tuple[str, ...]) -> dict[int, Tier]:
    """The tiers that a row of headings gives its columns."""
    found = {at: _TIER.fullmatch(cell) for at, cell in enumerate(cells)}
    return {
        at: Tier(" ".join(re.split(r"[\s-]+", match[1].lower())))
        for at, match in found.items()
        if match
    }


def description_columns(cells: tuple[str, ...]) -> dict[str, int]:
    """The columns of the table of descriptions, if a row is its headings."""
    names = [HEADINGS.get(cell.casefold().strip(" :"), "") for cell in cells]
    named = {name: at for at, name in enumerate(names) if name}
    return named if {"occupation", "description"} <= named.keys() else {}


def whole_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those of the tables with all the lines that their cells take."""
    joining = _Joining()
    for row, following in zip_longest(rows, rows[1:]):
        yield from joining.take(row, following)
    yield from joining.rest()


class _Joining:
    """Holds back the last row of a table until it is known to be whole."""

    def __init__(self) -> None:
        self._open: Row | None = None
        self._last = 0
        """Number of the last line of the open row."""
        self._columns = 0
        """Of the table that is read; 0 outside of tables."""
        self._clusters = False
        """Whether it is a table of clusters."""
        self._named = False
        """Whether the headings name the pathway, so that no row has to."""

    def take(self, row: Row, following: Row | None) -> Iterator[Row]:
        """A further row; what is whole now comes out."""
        # Right above headings that name no pathway stands its name.
        names_next = (
            following is not None and _is_head(following) and not following.cells[0]
        )
        if self._heads(row):
            yield from self.rest()
            yield row
        elif self._open and not names_next and self._continues(self._open, row):
            self._open = _joined(self._open, row, listed=self._clusters)
            self._last = row.line.number
        else:
            yield from self.rest()
            self._open, self._last = row, row.line.number

    def rest(self) -> Iterator[Row]:
        """What is held back still."""
        if self._open:
            yield self._open
        self._open = None

    def _heads(self, row: Row) -> bool:
        if not _is_head(row):
            return False
        self._columns = len(row.cells)
        self._clusters = not description_columns(row.cells)
        first = row.cells[0]
        self._named = bool(first) and first.casefold().strip(" :") not in HEADINGS
        return True

    def _continues(self, held: Row, row: Row) -> bool:
        """Whether a row's first cell goes on with the last cell of the one held."""
        first = row.cells[0]
        room = len(held.cells) + len(row.cells) - 1 <= self._columns
        if not first or not room or row.line.number != self._last + 1:
            return False
        if self._clusters:
            return self._goes_on_with_cluster(held, row)
        # The table of descriptions: its last cell is prose, which others join.
        return len(held.cells) > 1 and len(held.cells) < self._columns

    def _goes_on_with_cluster(self, held: Row, row: Row) -> bool:
        first = row.cells[0]
        if not CLUSTER.search(held.cells[-1]) or CLUSTER.match(first):
            return False
        inside = bool(_OPEN.search(held.cells[-1]))
        listed = LEVEL.search(first) or _GOES_ON.match(first)
        prose = is_ended(first) and len(first.split()) >= _PROSE_WORDS
        alone = len(row.cells) == 1 and not prose
        return inside or bool(listed) or alone or self._named


def _is_head(row: Row) -> bool:
    """Whether a row holds the headings of one of the tables."""
    tiers = tiers_of(row.cells) if len(row.cells) > 1 else {}
    return bool(tiers or description_columns(row.cells))


def _joined(held: Row, row: Row, *, listed: bool) -> Row:
    before, first = held.cells[-1], row.cells[0]
    begins = held.begins or (held.line,) * len(held.cells)
    whole = f"{before}{_between(held, row, listed=listed)}{first}"
    return replace(
        held,
        cells=(*held.cells[:-1], whole, *row.cells[1:]),
        begins=(*begins, *(row.line for _ in row.cells[1:])),
    )


def _between(held: Row, row: Row, *, listed: bool) -> str:
    """A break between two entries parts them; a line that was too long does not."""
    before, first = held.cells[-1], row.cells[0]
    wrapped = len(row.line.meant.split("\t")[0]) >= _WRAPPED_LETTERS
    goes_on = _OPEN.search(before) or _UNFINISHED.search(before)
    if not listed or goes_on or wrapped or _GOES_ON.match(first):
        return " "
    return "; "
