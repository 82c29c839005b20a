"""Where an occupation stands on its map: what lies above, below and beside it.

Documents, pictures and ``curriculum occupation`` all ask here.
"""

from enum import StrEnum

from curriculum.model import MapCluster, MapOccupation, Position, Tier

_TIERS = list(Tier)


class Relation(StrEnum):
    """How a cluster of a pathway lies to the one that the occupation stands in."""

    ABOVE = "above"
    HERE = "here"
    BESIDE = "beside"
    BELOW = "below"


def rank(cluster: MapCluster) -> int:
    """The tier of a cluster as a number; the lowest is 0."""
    return _TIERS.index(cluster.tier)


def relation(cluster: MapCluster, own: MapCluster) -> Relation:
    """How a cluster lies to the occupation's own."""
    if cluster == own:
        return Relation.HERE
    if rank(cluster) == rank(own):
        return Relation.BESIDE
    return Relation.ABOVE if rank(cluster) > rank(own) else Relation.BELOW


def clusters_lying(at: Position | None, where: Relation) -> tuple[MapCluster, ...]:
    """The clusters of the pathway that lie so, from the lowest tier up."""
    if at is None or at.pathway is None or at.map_cluster is None:
        return ()
    own = at.map_cluster
    found = (c for c in at.pathway.clusters if relation(c, own) is where)
    return tuple(sorted(found, key=rank))


def companions(at: Position | None) -> tuple[MapOccupation, ...]:
    """The other occupations of the cluster that the occupation stands in."""
    held = at.map_cluster.occupations if at and at.map_cluster else ()
    return tuple(o for o in held if at is None or o is not at.occupation)


def sharing(at: Position | None) -> tuple[MapOccupation, ...]:
    """The other occupations of the pathway."""
    pathway = at.pathway if at else None
    return tuple(
        occupation
        for cluster in (pathway.clusters if pathway else ())
        for occupation in cluster.occupations
        if at is None or occupation is not at.occupation
    )


def named(occupation: MapOccupation) -> str:
    """An entry as it is printed: its titles, and its level."""
    level = "" if occupation.level is None else f" (level {occupation.level})"
    return f"{' / '.join((occupation.title, *occupation.other_titles))}{level}"


def description(at: Position | None) -> str:
    """The map's own words about the occupation."""
    if at is None or at.occupation is None or at.occupational_map is None:
        return ""
    titles = {
        title.casefold() for title in (at.occupation.title, *at.occupation.other_titles)
    }
    return next(
        (
            row.description
            for row in at.occupational_map.descriptions
            if row.occupation.casefold() in titles
        ),
        "",
    )


def standing(at: Position | None) -> str:
    """Where it stands, in a sentence; nothing where no place is known."""
    if at is None or at.occupation is None or at.occupational_map is None:
        return ""
    said = f"{named(at.occupation)} stands on the {at.occupational_map.title}"
    if at.pathway:
        said += f", pathway {at.pathway.title}"
    if at.map_cluster:
        said += f", cluster {at.map_cluster.title} ({at.map_cluster.tier.value})"
    return f"{said}."
