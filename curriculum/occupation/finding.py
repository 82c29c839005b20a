"""Which occupation a name means, and where it stands on the maps at hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from curriculum.findings import SourceError
from curriculum.model import (
    CareerCluster,
    MapOccupation,
    OccupationalMap,
    OccupationDescription,
    Position,
)
from curriculum.occupation.likeness import nearest, same_title
from curriculum.readers import read
from curriculum.readers._map_titles import titled
from curriculum.sources import all_sources

P = TypeVar("P", OccupationalMap, CareerCluster)


@dataclass(frozen=True, slots=True)
class Charts:
    """The maps and profiles in which an occupation is looked up."""

    maps: tuple[OccupationalMap, ...]
    profiles: tuple[CareerCluster, ...]
    given: bool = False
    """Whether somebody named the profiles: they then speak of any map."""

    @classmethod
    def of(cls, maps: Iterable[Path], profiles: Iterable[Path]) -> "Charts":
        """Those of the files; without any, those that are shipped.

        Raises SourceError for a file that is no map or no profile.
        """
        own, fields = tuple(maps), tuple(profiles)
        return cls(
            maps=tuple(_opened(p, OccupationalMap) for p in own) or shipped_maps(),
            profiles=tuple(_opened(p, CareerCluster) for p in fields)
            or shipped_profiles(),
            given=bool(fields),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """An occupation, by the name that was asked for, and every place of it."""

    asked: str
    title: str
    level: int | None
    other_titles: tuple[str, ...] = ()
    option: str = ""
    positions: tuple[Position, ...] = ()
    described: tuple[tuple[OccupationalMap, OccupationDescription], ...] = ()
    """Rows of the tables of descriptions, where no pathway holds it."""


def find(name: str, charts: Charts) -> Found | None:
    """The occupation of that name: by its title, else by one of its options.

    A level in brackets, as maps print it, tells apart what has one title.  What is
    described by itself, at another level than an option of that name, is no option.
    """
    wanted = titled(" ".join(name.split()))
    by_title, by_option = [], []
    for at in positions(charts.maps):
        entry = at.occupation
        if entry is None or (wanted.level and entry.level not in {None, wanted.level}):
            continue
        if _is_titled(entry, wanted.title):
            by_title.append(at)
        elif option := _option(entry, wanted.title):
            by_option.append((at, option))
    if by_title:
        return _found(name, by_title, "")
    rows = [
        (chart, row)
        for chart in charts.maps
        for row in chart.descriptions
        if any(same_title(title, wanted.title) for title in _titles(row))
        and (not wanted.level or row.level in {None, wanted.level})
    ]
    levels = {row.level for _, row in rows}
    by_option = [
        (at, said)
        for at, said in by_option
        if at.occupation and (not rows or at.occupation.level in levels)
    ]
    if rows and not by_option:
        row = rows[0][1]
        return Found(name, row.occupation, row.level, described=tuple(rows))
    if by_option:
        option = by_option[0][1]
        return _found(name, [at for at, said in by_option if said == option], option)
    return None


def unknown(name: str, charts: Charts, others: Iterable[str] = ()) -> SourceError:
    """What to say of a name that is nowhere, with those that may be meant."""
    near = nearest(name, dict.fromkeys((*names(charts.maps), *others)))
    maps = ", ".join(chart.title or chart.source.file for chart in charts.maps)
    hint = f"; near to it are: {', '.join(near)}" if near else ""
    return SourceError(f"{name}: is no occupation of {maps}, nor a standard{hint}")


def names(maps: Iterable[OccupationalMap]) -> Iterator[str]:
    """Every title and option of the maps."""
    for chart in maps:
        for at in positions((chart,)):
            if at.occupation:
                yield at.occupation.title
                yield from at.occupation.other_titles
                yield from at.occupation.options
        yield from (row.occupation for row in chart.descriptions)


def positions(maps: Iterable[OccupationalMap]) -> Iterator[Position]:
    """Every place of every map."""
    for chart in maps:
        for pathway in chart.pathways:
            for cluster in pathway.clusters:
                for occupation in cluster.occupations:
                    yield Position.model_construct(
                        occupational_map=chart,
                        pathway=pathway,
                        map_cluster=cluster,
                        occupation=occupation,
                        source=occupation.source,
                    )


@cache
def shipped_maps() -> tuple[OccupationalMap, ...]:
    """The maps that come with the program."""
    return tuple(_shipped("occupational_map", OccupationalMap))


@cache
def shipped_profiles() -> tuple[CareerCluster, ...]:
    """The career-cluster profiles that come with the program."""
    return tuple(_shipped("career_cluster_profile", CareerCluster))


def _shipped(reader: str, model: type[P]) -> Iterator[P]:
    for source in all_sources():
        if source.reader == reader:
            yield _opened(source.path, model)


def _opened(path: Path, model: type[P]) -> P:
    records = read(path).records
    if len(records) == 1 and isinstance(records[0], model):
        return records[0]
    what = model.model_fields["record"].default
    raise SourceError(f"{path}: is no {what}")


def _is_titled(entry: MapOccupation, title: str) -> bool:
    return any(same_title(each, title) for each in (entry.title, *entry.other_titles))


def _option(entry: MapOccupation, title: str) -> str:
    return next((each for each in entry.options if same_title(each, title)), "")


def _titles(row: OccupationDescription) -> tuple[str, ...]:
    """The titles that a row prints with a stroke between them, and the whole."""
    return (row.occupation, *row.occupation.split("/"))


def _found(name: str, at: list[Position], option: str) -> Found:
    entry = at[0].occupation
    title = entry.title if entry else name
    level = entry.level if entry else None
    others = entry.other_titles if entry else ()
    same = [p for p in at if p.occupation and same_title(p.occupation.title, title)]
    return Found(name, title, level, others, option, tuple(same))
