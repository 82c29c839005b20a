"""What the lines of an occupational map are: prose, legend, rows of its tables."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from curriculum.model import Tier
from curriculum.readers._map_clusters import CLUSTER
from curriculum.readers._map_prose import is_ended
from curriculum.readers._map_rows import (
    HEADINGS,
    LINK,
    Row,
    description_columns,
    row_of,
    tiers_of,
    whole_rows,
)
from curriculum.readers._map_titles import DASHES, key_of
from curriculum.readers._text import Line, SourceText

TITLE = re.compile(
    rf"(?:the\s+)?(?:[\w,&-]+\s+){{0,8}}?occupational\s+map\b(?:\s*[{DASHES}:]\s*\S.*)?",
    re.IGNORECASE,
)
LEGEND = re.compile(
    rf"occupations?\s+in\s+(?P<colour>\w[\w -]*?)\s*[{DASHES}:]\s*(?P<meaning>\S.*)",
    re.IGNORECASE,
)
_LONGEST_NAME = 12
"""Words; a longer line is prose and names no table."""


@dataclass(slots=True)
class PathwayTable:
    """A table of clusters; ``tiers`` is empty if the table has no headings."""

    title: str
    line: Line
    tiers: Mapping[int, Tier]
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class DescriptionRow:
    """A row of the table of descriptions."""

    line: Line
    last: int
    """Number of its last line."""
    pathway: str
    occupation: str
    description: str


@dataclass(slots=True)
class Layout:
    """The parts of a map in the order of the page."""

    title: Row | None = None
    introduction: list[Row] = field(default_factory=list)
    legend: list[tuple[Row, str, str]] = field(default_factory=list)
    links: list[tuple[Row, str]] = field(default_factory=list)
    tables: list[PathwayTable] = field(default_factory=list)
    descriptions: list[DescriptionRow] = field(default_factory=list)
    unknown: list[Row] = field(default_factory=list)
    headings: list[tuple[Row, str]] = field(default_factory=list)
    """Headings that no table of a map has."""
    extra: list[tuple[Row, str]] = field(default_factory=list)
    """Cells of the table of descriptions that stand under no known heading."""


def signs_of(text: SourceText) -> float:
    """How many of the signs of a map a text bears, as a weight from 0 to 1."""
    missing = list(_SIGNS)
    for row in map(row_of, text.written()):
        missing = [sign for sign in missing if not sign[1](row)]
    return min(1.0, sum(weight for weight, _ in set(_SIGNS) - set(missing)))


def layout_of(text: SourceText) -> Layout:
    """Sort the lines of a map into its parts."""
    sorter = _Sorter()
    for row in whole_rows([row_of(line) for line in text.written()]):
        sorter.take(row)
    return sorter.layout


@dataclass(slots=True)
class _Sorter:
    layout: Layout = field(default_factory=Layout)
    _table: PathwayTable | None = None
    _shared: Mapping[int, Tier] = field(default_factory=dict)
    """The tiers of a table in which each row names its pathway."""
    _columns: dict[str, int] = field(default_factory=dict)
    """Of the table of descriptions, while its rows last."""
    _before: list[Row] | None = None
    """Where the line before was put, if it may name the table that follows."""

    def take(self, row: Row) -> None:
        kinds = (
            self._tier_headings,
            self._description_headings,
            self._prose,
            self._pathway_row,
            self._description_row,
        )
        if not any(kind(row) for kind in kinds):
            self.layout.unknown.append(row)
            self._before = None

    def _tier_headings(self, row: Row) -> bool:
        tiers = tiers_of(row.cells)
        if not tiers or (len(row.cells) == 1 and row.cells[0]):
            return False
        self._note_headings(row, {0, *tiers})
        name = "" if 0 in tiers else row.cells[0]
        if HEADINGS.get(name.casefold()) == "pathway":
            self._shared, self._table, self._columns = tiers, None, {}
        else:
            self._shared = {}
            self._open(name, row, tiers)
        return True

    def _description_headings(self, row: Row) -> bool:
        columns = description_columns(row.cells)
        if not columns:
            return False
        self._note_headings(row, columns.values())
        self._columns, self._table, self._before = columns, None, None
        return True

    def _note_headings(self, row: Row, known: Collection[int]) -> None:
        self.layout.headings += [(row, heading) for heading in row.others(known)]

    def _prose(self, row: Row) -> bool:
        """A line without cells: title, legend, link, paragraph, or the rest."""
        text = row.cells[0]
        if not text or any(row.cells[1:]) or CLUSTER.match(text):
            return False
        if self._head(row) or self._continued(row):
            self._before = None
            return True
        started = self.layout.tables or self.layout.descriptions
        parts = self.layout.unknown if started else self.layout.introduction
        parts.append(row)
        self._before = parts
        return True

    def _head(self, row: Row) -> bool:
        """Title, legend and links, which stand above the tables as a rule."""
        text = row.cells[0]
        if not self.layout.title and TITLE.fullmatch(text):
            self.layout.title = row
        elif match := LEGEND.fullmatch(text):
            self.layout.legend.append((row, match["colour"], match["meaning"]))
        elif LINK.fullmatch(text):
            self.layout.links.append((row, text))
        else:
            return False
        return True

    def _continued(self, row: Row) -> bool:
        """Whether a line goes on with the description on the line before it."""
        last = self.layout.descriptions[-1] if self.layout.descriptions else None
        if (
            not last
            or not self._columns
            or row.line.number != last.last + 1
            or is_ended(last.description)
        ):
            return False
        last.last = row.line.number
        last.description = f"{last.description} {row.cells[0]}".strip()
        return True

    def _pathway_row(self, row: Row) -> bool:
        has_cluster = any(CLUSTER.match(cell) for cell in row.cells)
        goes_on = self._table and (not row.cells[0] or 0 in self._table.tiers)
        if not has_cluster and not goes_on:
            return False
        name = "" if CLUSTER.match(row.cells[0]) else row.cells[0]
        named = name or self._name_before()
        if not self._table or (named and key_of(named) != key_of(self._table.title)):
            self._open(name, row, self._shared)
        if self._table:
            self._table.rows.append(row)
        self._before = None
        return True

    def _description_row(self, row: Row) -> bool:
        if not self._columns:
            return False
        self.layout.extra += [(row, c) for c in row.others(self._columns.values())]
        held = {name: row.cell(at) for name, at in self._columns.items()}
        self.layout.descriptions.append(
            DescriptionRow(
                line=row.line,
                last=row.line.number,
                pathway=held.get("pathway", ""),
                occupation=held["occupation"],
                description=held["description"],
            )
        )
        self._before = None
        return True

    def _open(self, name: str, row: Row, tiers: Mapping[int, Tier]) -> None:
        title = name or self._name_before()
        if not name and title and self._before:
            self._before.pop()
        self._table = PathwayTable(title, row.line, tiers)
        self.layout.tables.append(self._table)
        self._columns, self._before = {}, None

    def _name_before(self) -> str:
        """The line right before, if it reads like the name of a table."""
        text = self._before[-1].text if self._before else ""
        return "" if is_ended(text) or len(text.split()) > _LONGEST_NAME else text


_Sign = tuple[float, Callable[[Row], bool]]
_SIGNS: tuple[_Sign, ...] = (
    (0.3, lambda row: bool(TITLE.fullmatch(row.text))),
    (0.2, lambda row: bool(LEGEND.fullmatch(row.text))),
    (0.5, lambda row: len(row.cells) > 1 and bool(tiers_of(row.cells))),
    (0.3, lambda row: any(CLUSTER.match(cell) for cell in row.cells)),
    (0.2, lambda row: "pathway" in description_columns(row.cells)),
)
