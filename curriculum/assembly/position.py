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
    search.homeless()
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

    def homeless(self) -> None:
        """Note names of places in a document that is not named."""
        wanted = self._wanted
        for what, name, kind, document in (
            ("occupation", wanted.occupation, "map", wanted.map),
            ("sub-cluster", wanted.sub_cluster, "profile", wanted.profile),
            (
                "programme of study",
                wanted.programme_of_study,
                "profile",
                wanted.profile,
            ),
        ):
            if name and not document:
                message = f"position names the {what} {name} and no {kind}"
                self._shelf.found("ASM207", what, message, wanted.source)

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
        sought = ("occupation", self._wanted.occupation)
        self._missing(sought, f"on {chart.title}", titles)
        return {}

    def sub_cluster(self, profile: CareerCluster) -> SubCluster | None:
        """The sub-cluster of a profile."""
        for sub_cluster in profile.sub_clusters:
            if _same(self._wanted.sub_cluster, (sub_cluster.title,)):
                return sub_cluster
        titles = [sub_cluster.title for sub_cluster in profile.sub_clusters]
        sought = ("sub-cluster", self._wanted.sub_cluster)
        self._missing(sought, f"in the profile {profile.title}", titles)
        return None

    def programme_of_study(self, within: SubCluster | None) -> str:
        """The example programme of study, as its sub-cluster prints it."""
        name = self._wanted.programme_of_study
        programmes = within.programmes if within else ()
        for title in programmes:
            if _same(name, (title,)):
                return title
        if name and within:
            where = f"in the sub-cluster {within.title}"
            self._missing(("programme of study", name), where, programmes)
        return ""

    def t_level(self) -> TLevel | None:
        """The T Level, among those that the programme's standards align with."""
        name = self._wanted.t_level
        standards = [r for r in self._shelf.records() if isinstance(r, Standard)]
        found = [t_level for record in standards for t_level in record.t_levels]
        for t_level in found:
            if _same(name, (t_level.title,)):
                return t_level
        if name and standards:
            where = f"in {' or '.join(record.key for record in standards)}"
            titles = [t_level.title for t_level in found]
            self._missing(("T Level", name), where, titles)
        return None

    def _missing(
        self, sought: tuple[str, str], where: str, names: Iterable[str]
    ) -> None:
        what, name = sought
        if name:
            # Titles of T Levels say themselves what they are.
            called = name if name.startswith(what) else f"the {what} {name}"
            message = f"{called} does not stand {where}{did_you_mean(name, names)}"
        else:
            message = f"position names no {what}"
        self._shelf.found("ASM207", what, message, self._wanted.source)


def _same(name: str, names: Iterable[str]) -> bool:
    folded = " ".join(name.split()).casefold()
    return any(folded == " ".join(n.split()).casefold() for n in names)
