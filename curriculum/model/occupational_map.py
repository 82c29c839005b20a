"""Occupational maps: pathways, clusters by tier, and the occupations in them."""

from enum import StrEnum
from typing import Literal

from curriculum.model.base import Record, SourceRef


class Tier(StrEnum):
    """The three tiers of a map's clusters."""

    TECHNICAL = "technical"
    HIGHER_TECHNICAL = "higher technical"
    PROFESSIONAL = "professional"


class MapStatus(StrEnum):
    """What the colour of an occupation says about its standard."""

    APPROVED = "approved for delivery"
    PUBLISHED = "published"
    IN_DEVELOPMENT = "in development"
    AWAITING_DEVELOPMENT = "awaiting development"
    UNKNOWN = "unknown"


class MapOccupation(Record):
    """One entry of a map; ``other_titles`` where one entry prints several."""

    title: str
    level: int | None = None
    options: tuple[str, ...] = ()
    other_titles: tuple[str, ...] = ()
    status: MapStatus = MapStatus.UNKNOWN
    source: SourceRef


class MapCluster(Record):
    """Occupations of one tier that need similar knowledge and skills."""

    title: str
    tier: Tier
    description: str = ""
    occupations: tuple[MapOccupation, ...] = ()
    source: SourceRef


class Pathway(Record):
    """A likely line of career progression."""

    title: str
    clusters: tuple[MapCluster, ...] = ()
    source: SourceRef


class LegendEntry(Record):
    """What one colour of the map means."""

    colour: str
    meaning: str
    source: SourceRef


class OccupationDescription(Record):
    """A row of the map's table of descriptions, as printed."""

    pathway: str
    occupation: str
    level: int | None = None
    description: str
    source: SourceRef


class OccupationalMap(Record):
    """An occupational map of one route, as published."""

    record: Literal["occupational map"] = "occupational map"
    title: str
    introduction: tuple[str, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    descriptions: tuple[OccupationDescription, ...] = ()
    source: SourceRef

    @property
    def key(self) -> str:
        """Its title."""
        return self.title
