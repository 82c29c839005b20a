"""Where the programme's occupation stands on its map, and what lies above it."""

from collections.abc import Iterator

from curriculum.illustrations.wording import some
from curriculum.model import MapCluster, Position, Tier
from curriculum.occupation_place import Relation, clusters_lying, named, standing
from curriculum.pictures import Picture
from curriculum.pictures.career_map import CareerMap, MapBox, career_map

LEADS = "This programme leads here"


def career_maps(at: Position | None, leads: str = LEADS) -> Iterator[Picture]:
    """The tiers of the occupation's pathway, if the programme names a place on one.

    ``leads`` is what the cluster of the occupation is tagged with.
    """
    if at is None or at.pathway is None or not at.pathway.clusters:
        return
    title = f"Pathway {at.pathway.title}"
    if at.occupational_map:
        title += f", {at.occupational_map.title}"
    tiers = [
        (
            tier.value.capitalize(),
            [_box(at, c, leads) for c in at.pathway.clusters if c.tier is tier],
        )
        for tier in reversed(Tier)
    ]
    yield career_map(
        CareerMap(title, _finding(at), [(tier, held) for tier, held in tiers if held])
    )


def _box(at: Position, cluster: MapCluster, leads: str) -> MapBox:
    names = [named(occupation) for occupation in cluster.occupations]
    if cluster != at.map_cluster:
        return MapBox(cluster.title, names)
    title = at.occupation.title if at.occupation else "this cluster"
    return MapBox(cluster.title, names, f"{leads}: {title}")


def _finding(at: Position) -> str:
    above = [f"{c.title} ({c.tier.value})" for c in clusters_lying(at, Relation.ABOVE)]
    stands = standing(at) or f"The programme leads to the pathway {_pathway(at)}."
    return f"{stands} Clusters above it: {some(above)}."


def _pathway(at: Position) -> str:
    return at.pathway.title if at.pathway else ""
