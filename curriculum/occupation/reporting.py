"""All that is known of one occupation, put together."""

from pathlib import Path

from curriculum.model import MapCluster, MapOccupation, Position, Standard
from curriculum.occupation.finding import Charts, Found, find, unknown
from curriculum.occupation.market import market_of
from curriculum.occupation.records import (
    Cluster,
    Market,
    Neighbour,
    OccupationReport,
    Place,
)
from curriculum.occupation.standards import (
    Held,
    all_held,
    by_reference,
    matched,
    read_standard,
)
from curriculum.occupation_links import Links
from curriculum.occupation_place import (
    Relation,
    clusters_lying,
    companions,
    description,
    standing,
)


def report(name: str, charts: Charts, links: Links, library: Path) -> OccupationReport:
    """The report of a title, an option or a standard's reference.

    Raises SourceError, naming what is near, if nothing has that name.
    """
    held = all_held(library)
    named = by_reference(name, held)
    found = _found(name, named, charts)
    if found is None:
        standards = matched(name, None, held, named)
        if not standards or standards[0].score < _SURE:
            raise unknown(name, charts, (h.title for h in held))
        named = by_reference(standards[0].reference, held)
        found = Found(name, standards[0].title, standards[0].level)
    standards = matched(found.title, found.level, held, named)
    standard = _standard(named, library) if not found.positions else None
    at = found.positions[0] if found.positions else None
    entry = at.occupation if at else None
    described = _description(found, at) or (standard.overview if standard else "")
    return OccupationReport(
        asked=name,
        title=found.title,
        other_titles=found.other_titles,
        level=found.level,
        option=found.option,
        **({"status": entry.status} if entry else {}),
        description=described,
        options=entry.options if entry else _options(standard),
        places=tuple(_places(found)),
        said_by_standard=_said(standard) if standard else "",
        standards=standards,
        markets=tuple(_markets(found, described, charts, links)),
    )


_SURE = 0.9
"""So alike is a name to the title of the standard that it means."""


def _found(name: str, named: Held | None, charts: Charts) -> Found | None:
    """The occupation of a title, or that of the standard that was named."""
    if named is None:
        return find(name, charts)
    level = f" ({named.level})" if named.level else ""
    found = find(f"{named.title}{level}", charts) or find(named.title, charts)
    if found is None or found.option:
        return Found(name, named.title, named.level)
    return Found(
        name,
        found.title,
        found.level,
        found.other_titles,
        positions=found.positions,
        described=found.described,
    )


def _standard(named: Held | None, library: Path) -> Standard | None:
    return read_standard(named, library) if named else None


def _said(standard: Standard) -> str:
    """Where the standard says that it stands, for want of a map."""
    parts = {
        "route": standard.route,
        "pathway": standard.pathway,
        "cluster": standard.cluster,
    }
    said = ", ".join(f"{name} {value}" for name, value in parts.items() if value)
    return said and f"{standard.reference} names its place itself: {said}"


def _options(standard: Standard | None) -> tuple[str, ...]:
    return tuple(option.title for option in standard.options) if standard else ()


def _description(found: Found, at: Position | None) -> str:
    return description(at) or next((r.description for _, r in found.described), "")


def _places(found: Found) -> list[Place]:
    places = [_place(at) for at in found.positions]
    return places or [
        Place(
            map=chart.title,
            pathway=row.pathway,
            sentence=(
                f"{row.occupation} is described on the {chart.title} "
                f"(pathway {row.pathway or 'not named'}), and stands in no cluster."
            ),
            source=row.source,
        )
        for chart, row in found.described
    ]


def _place(at: Position) -> Place:
    chart, pathway, cluster = at.occupational_map, at.pathway, at.map_cluster
    return Place(
        map=chart.title if chart else "",
        pathway=pathway.title if pathway else "",
        cluster=cluster.title if cluster else "",
        tier=cluster.tier if cluster else None,
        sentence=standing(at),
        companions=tuple(map(_neighbour, companions(at))),
        above=_clusters(at, Relation.ABOVE),
        beside=_clusters(at, Relation.BESIDE),
        below=_clusters(at, Relation.BELOW),
        source=at.source,
    )


def _clusters(at: Position, where: Relation) -> tuple[Cluster, ...]:
    return tuple(map(_cluster, clusters_lying(at, where)))


def _cluster(cluster: MapCluster) -> Cluster:
    return Cluster(
        title=cluster.title,
        tier=cluster.tier,
        description=cluster.description,
        occupations=tuple(map(_neighbour, cluster.occupations)),
    )


def _neighbour(occupation: MapOccupation) -> Neighbour:
    return Neighbour(
        title=occupation.title,
        level=occupation.level,
        other_titles=occupation.other_titles,
        options=occupation.options,
    )


def _markets(
    found: Found, described: str, charts: Charts, links: Links
) -> list[Market]:
    """What each profile says; of those nobody named, only what is of the field."""
    titles = tuple(filter(None, (found.title, *found.other_titles, found.option)))
    maps = [at.occupational_map.title for at in found.positions if at.occupational_map]
    maps += [chart.title for chart, _ in found.described]
    made = (market_of(titles, described, maps, p, links) for p in charts.profiles)
    return [market for market in made if market is not None]
