"""Where the pathways of a map and its table of descriptions disagree.

Both are kept as printed; each disagreement is a finding at the line that says
the less usual thing.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from curriculum.findings import Finding
from curriculum.model import MapOccupation, OccupationalMap, OccupationDescription
from curriculum.readers._map_findings import doubt
from curriculum.readers._map_titles import Key, Titled, key_of, titled


@dataclass(frozen=True, slots=True)
class _Named:
    """One title of an entry of the map, and where it stands."""

    titled: Titled
    pathway: str
    occupation: MapOccupation


@dataclass(slots=True)
class _Tables:
    named: list[_Named]
    rows: list[OccupationDescription]
    pairs: list[tuple[_Named, OccupationDescription]] = field(default_factory=list)
    """What is the same occupation in both, by title and level where that agrees."""


def disagreements(record: OccupationalMap) -> Iterator[Finding]:
    """What one table says and the other does not."""
    yield from _twice(record)
    if not record.descriptions or not record.pathways:
        return
    tables = _paired(record)
    for named, row in tables.pairs:
        yield from _differing(named, row, record)
    yield from _pathways_unknown(record)
    yield from _undescribed(tables)
    yield from _unplaced(tables, record)


def _paired(record: OccupationalMap) -> _Tables:
    tables = _Tables(list(_all_named(record)), list(record.descriptions))
    for same_level in (True, False):
        _pair(tables, same_level=same_level)
    return tables


def _pair(tables: _Tables, *, same_level: bool) -> None:
    """Move to the pairs what agrees in title, and in level if that is asked."""

    def key(thing: Titled) -> tuple[Key, int | None]:
        return key_of(thing.title), thing.level if same_level else None

    rows = defaultdict(list)
    for row in tables.rows:
        rows[key(Titled(row.occupation, row.level))].append(row)
    used: set[int] = set()
    left = []
    for named in tables.named:
        matching = rows.get(key(named.titled), [])
        tables.pairs += [(named, row) for row in matching]
        used.update(id(row) for row in matching)
        if not matching:
            left.append(named)
    tables.named = left
    tables.rows = [row for row in tables.rows if id(row) not in used]


def _all_named(record: OccupationalMap) -> Iterator[_Named]:
    for pathway in record.pathways:
        for cluster in pathway.clusters:
            for occupation in cluster.occupations:
                yield _Named(
                    Titled(occupation.title, occupation.level),
                    pathway.title,
                    occupation,
                )
                for other in occupation.other_titles:
                    yield _Named(
                        Titled(other, occupation.level), pathway.title, occupation
                    )


def _differing(
    named: _Named, row: OccupationDescription, record: OccupationalMap
) -> Iterator[Finding]:
    printed = Titled(row.occupation, row.level)
    if named.titled.level != row.level:
        yield doubt(
            "SRC221",
            named.titled.title,
            f"{named.titled.title} has {_level(named.titled)} in the pathways and "
            f"{_level(printed)} in the descriptions; both are kept",
            row.source,
        )
    elif named.titled != printed:
        yield doubt(
            "SRC222",
            named.titled.title,
            f"{named.titled} of the pathways is {printed} in the descriptions; "
            "both are kept",
            row.source,
        )
    pathways = {key_of(pathway.title) for pathway in record.pathways}
    if key_of(row.pathway) in pathways - {key_of(named.pathway)}:
        yield doubt(
            "SRC223",
            named.titled.title,
            f"{named.titled} stands in the pathway {named.pathway} and is described "
            f"under {row.pathway}; both are kept",
            row.source,
        )


def _level(printed: Titled) -> str:
    return f"level {printed.level}" if printed.level else "no level"


def _pathways_unknown(record: OccupationalMap) -> Iterator[Finding]:
    """One finding a name, for a misprinted name is misprinted in every row."""
    pathways = {key_of(pathway.title) for pathway in record.pathways}
    rows = defaultdict(list)
    for row in record.descriptions:
        if row.pathway and key_of(row.pathway) not in pathways:
            rows[row.pathway].append(row)
    for pathway, held in rows.items():
        occupations = ", ".join(str(Titled(r.occupation, r.level)) for r in held)
        yield doubt(
            "SRC224",
            pathway,
            f"“{pathway}” is no pathway of the map and is given for {occupations}",
            held[0].source,
        )


def _undescribed(tables: _Tables) -> Iterator[Finding]:
    for _, group in groupby(tables.named, key=lambda named: id(named.occupation)):
        held = list(group)
        titles = " and ".join(str(named.titled) for named in held)
        yield doubt(
            "SRC219",
            held[0].titled.title,
            f"the descriptions do not have {titles} of the pathway {held[0].pathway}",
            held[0].occupation.source,
        )


def _unplaced(tables: _Tables, record: OccupationalMap) -> Iterator[Finding]:
    options = _option_of(record)
    for row in tables.rows:
        printed = Titled(row.occupation, row.level)
        owner = options.get(key_of(row.occupation))
        where = "nowhere in the pathways"
        if owner:
            where = f"in the pathways only as an option of {owner}"
        yield doubt(
            "SRC220",
            row.occupation,
            f"{printed} is described and stands {where}",
            row.source,
        )


def _option_of(record: OccupationalMap) -> dict[Key, Titled]:
    return {
        key_of(titled(option).title): Titled(occupation.title, occupation.level)
        for pathway in record.pathways
        for cluster in pathway.clusters
        for occupation in cluster.occupations
        for option in occupation.options
    }


def _twice(record: OccupationalMap) -> Iterator[Finding]:
    """Entries and rows that are printed more than once, and texts that are."""
    seen: dict[tuple[Key, int | None], _Named] = {}
    for named in _all_named(record):
        first = seen.setdefault((key_of(named.titled.title), named.titled.level), named)
        if first is not named:
            yield doubt(
                "SRC225",
                named.titled.title,
                f"{named.titled} stands here, in the pathway {named.pathway}, and on "
                f"line {first.occupation.source.place}, in the pathway {first.pathway}",
                named.occupation.source,
            )
    yield from _described_twice(record)


def _described_twice(record: OccupationalMap) -> Iterator[Finding]:
    titles: dict[tuple[Key, int | None], OccupationDescription] = {}
    texts: dict[Key, OccupationDescription] = {}
    for row in record.descriptions:
        printed = Titled(row.occupation, row.level)
        same = titles.setdefault((key_of(row.occupation), row.level), row)
        if same is not row:
            message = f"{printed} is described here and on line {same.source.place}"
            yield doubt("SRC226", row.occupation, message, row.source)
            continue
        other = texts.setdefault(key_of(row.description), row)
        if row.description and other is not row:
            whose = Titled(other.occupation, other.level)
            message = f"{printed} has the same description as {whose}"
            yield doubt("SRC227", row.occupation, message, row.source)
