"""The pathways of a map, from the rows of its tables."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from curriculum.findings import Finding
from curriculum.model import MapCluster, Pathway, SourceRef, Tier
from curriculum.readers._map_clusters import CLUSTER, Cell, clusters
from curriculum.readers._map_entries import chunks
from curriculum.readers._map_findings import doubt, lost, shown
from curriculum.readers._map_layout import Layout, PathwayTable
from curriculum.readers._map_rows import Row
from curriculum.readers._map_titles import Key, Lexicon, key_of, titled
from curriculum.readers._text import SourceText


@dataclass(slots=True)
class _Open:
    """A pathway that may go on in a later table of the same name."""

    title: str
    source: SourceRef
    clusters: list[MapCluster] = field(default_factory=list)


def pathways(layout: Layout, text: SourceText) -> Iterator[Pathway | Finding]:
    """Findings, then the pathways in the order of the page."""
    lexicon = _lexicon(layout)
    opened: dict[Key | int, _Open] = {}
    tiers: Mapping[int, Tier] = {}
    for number, table in enumerate(layout.tables):
        start = _Open(table.title, text.at(table.line))
        pathway = opened.setdefault(key_of(table.title) or number, start)
        if not table.title:
            yield doubt("SRC230", "", "a table of clusters has no name", start.source)
        if not table.tiers and tiers:
            yield doubt("SRC206", table.title, _headless(table), start.source)
        tiers = table.tiers or tiers
        for thing in _clusters(table, tiers, lexicon, text):
            if isinstance(thing, Finding):
                yield thing
            else:
                pathway.clusters.append(thing)
    for pathway in opened.values():
        if not pathway.clusters:
            message = f"the pathway {pathway.title} has no clusters"
            yield doubt("SRC231", pathway.title, message, pathway.source)
        yield Pathway(
            title=pathway.title,
            clusters=tuple(pathway.clusters),
            source=pathway.source,
        )


def _headless(table: PathwayTable) -> str:
    return (
        f"the table of {table.title} has no headings; its columns are read as those of "
        "the table before it"
    )


def _clusters(
    table: PathwayTable, tiers: Mapping[int, Tier], lexicon: Lexicon, text: SourceText
) -> Iterator[MapCluster | Finding]:
    for row in table.rows:
        for column, cell in _cells(row, tiers):
            source = text.at(row.line_of(column))
            if column in tiers:
                yield from clusters(Cell(cell, tiers[column], source), lexicon)
            else:
                yield lost(
                    "SRC205",
                    table.title,
                    f"column {column + 1} has no tier as its heading, and what stands "
                    f"in it is left out: {shown(cell)}",
                    source,
                )


def _cells(row: Row, tiers: Mapping[int, Tier]) -> Iterator[tuple[int, str]]:
    """The cells of a row with their columns; the first names the pathway."""
    for column, cell in enumerate(row.cells):
        if cell and (column in tiers or column > 0 or CLUSTER.match(cell)):
            yield column, cell


def _lexicon(layout: Layout) -> Lexicon:
    described = [titled(row.occupation) for row in layout.descriptions]
    cells = (
        cell for table in layout.tables for row in table.rows for cell in row.cells
    )
    return Lexicon.of(described, _with_levels(cells))


def _with_levels(cells: Iterable[str]) -> Iterator[str]:
    """The texts that a level ends, of which the last word surely ends a title."""
    for cell in cells:
        for chunk in chunks(cell):
            if chunk.level:
                yield chunk.text
