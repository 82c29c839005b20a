"""Where a programme stands: on an occupational map, in a profile, beside a T Level."""

from collections.abc import Iterable
from typing import TypedDict, TypeVar

from curriculum.assembly.shelf import Shelf
from curriculum.model import (
    CareerCluster,
    MapCluster,
    MapOccupation,
    OccupationalMap,
    Pathway,
    Position,
    Standard,
    SubCluster,
    TLevel,
)
from curriculum.readers.programme import PositionDraft
from curriculum.readers.programme.records import did_you_mean

P = TypeVar("P", OccupationalMap, CareerCluster)


class _OnMap(TypedDict, total=False):
    pathway: Pathway
    map_cluster: MapCluster
    occupation: MapOccupation


def position_of(wanted: PositionDraft, shelf: Shelf) -> Position:
    """The places that the programme names; what is not found there is a finding."""
    search = _Search(wanted, shelf)
    chart = search.document("map", wanted.map, OccupationalMap)
    profile = search.document("profile", wanted.profile, CareerCluster)
    sub_cluster = search.sub_cluster(profile) if profile else None
    return Position(
        occupational_map=chart,
        **(search.occupation(chart) if chart else {}),
        profile=profile,
        sub_cluster=sub_cluster,
        programme_of_study=search.programme_of_study(sub_cluster),
        t_level=search.t_level(),
        source=wanted.source,
    )


class _Search:
    """Looks up the names of a position, and notes those that do not stand there."""

    def __init__(self, wanted: PositionDraft, shelf: Shelf) -> None:
        self._wanted = wanted
        self._shelf = shelf

    def document(self, kind: str, name: str, model: type[P]) -> P | None:
        """The map or profile of that name."""
        opened = (
            self._shelf.open(f"position {kind}", name, self._wanted.source)
            if name
            else None
        )
        if opened is None:
            return None
        record = opened[1].records[0]
        if isinstance(record, model):
            return record
        message = f"position {kind} names {name}, which is a {record.record}"
        self._shelf.found("ASM207", kind, message, self._wanted.source)
        return None

    def occupation(self, chart: OccupationalMap) -> _OnMap:
        """The occupation with the cluster and the pathway that it stands in."""
        titles: list[str] = []
        for pathway in chart.pathways:
            for cluster in pathway.clusters:
                for occupation in cluster.occupations:
                    names = (occupation.title, *occupation.other_titles)
                    if _same(self._wanted.occupation, names):
                        return _OnMap(
                            pathway=pathway, map_cluster=cluster, occupation=occupation
                        )
                    titles += names
        self._missing("occupation", self._wanted.occupation, titles)
        return {}

    def sub_cluster(self, profile: CareerCluster) -> SubCluster | None:
        """The sub-cluster of a profile."""
        for sub_cluster in profile.sub_clusters:
            if _same(self._wanted.sub_cluster, (sub_cluster.title,)):
                return sub_cluster
        titles = [sub_cluster.title for sub_cluster in profile.sub_clusters]
        self._missing("sub-cluster", self._wanted.sub_cluster, titles)
        return None

    def programme_of_study(self, within: SubCluster | None) -> str:
        """The example programme of study, as its sub-cluster prints it."""
        name = self._wanted.programme_of_study
        programmes = within.programmes if within else ()
        for title in programmes:
            if _same(name, (title,)):
                return title
        if name:
            self._missing("programme of study", name, programmes)
        return ""

    def t_level(self) -> TLevel | None:
        """The T Level, among those that the programme's standards align with."""
        name = self._wanted.t_level
        found = [
            t_level
            for record in self._shelf.records()
            if isinstance(record, Standard)
            for t_level in record.t_levels
        ]
        for t_level in found:
            if _same(name, (t_level.title,)):
                return t_level
        if name:
            self._missing("T Level", name, [t_level.title for t_level in found])
        return None

    def _missing(self, what: str, name: str, names: Iterable[str]) -> None:
        if name:
            message = (
                f"the {what} {name} does not stand there{did_you_mean(name, names)}"
            )
        else:
            message = f"position names no {what}"
        self._shelf.found("ASM207", what, message, self._wanted.source)


def _same(name: str, names: Iterable[str]) -> bool:
    folded = " ".join(name.split()).casefold()
    return any(folded == " ".join(n.split()).casefold() for n in names)
