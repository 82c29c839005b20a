"""What is said of an occupation, as plain records: reports set them out."""

from datetime import date
from enum import StrEnum

from curriculum.model import MapStatus, MarketOccupation, Record, SourceRef, Tier


class Neighbour(Record):
    """An occupation of the map, as printed."""

    title: str
    level: int | None
    other_titles: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


class Cluster(Record):
    """A cluster of the pathway, with its occupations."""

    title: str
    tier: Tier
    description: str
    occupations: tuple[Neighbour, ...]


class Place(Record):
    """Where an occupation stands on one map; some stand on it twice."""

    map: str
    pathway: str
    cluster: str = ""
    """Empty where only the table of descriptions names the occupation."""
    tier: Tier | None = None
    sentence: str
    companions: tuple[Neighbour, ...] = ()
    """The other occupations of its cluster."""
    above: tuple[Cluster, ...] = ()
    beside: tuple[Cluster, ...] = ()
    below: tuple[Cluster, ...] = ()
    source: SourceRef


class Certainty(StrEnum):
    """Whether a person has confirmed a link, or a comparison proposes it."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"


class StandardFound(Record):
    """A published standard of the occupation, and how it was matched."""

    reference: str
    version: str
    title: str
    level: int | None
    status: str = ""
    held: str
    """"library" or "shipped"."""
    how: str
    """"by reference", or "by title and level"."""
    score: float
    why: str


class MarketFound(Record):
    """An American occupation near to this one, with its printed figures."""

    certainty: Certainty
    score: float
    """1 for what is confirmed; else how much of the wording is shared."""
    why: str
    who: str = ""
    confirmed_on: date | None = None
    figures: MarketOccupation


class Market(Record):
    """What the profile of the field says: American figures, never local demand."""

    profile: str
    link: Certainty
    """Whether the profile is confirmed to be that of the map's field."""
    why: str
    source: str
    caveats: tuple[str, ...]
    confirmed: tuple[MarketFound, ...]
    proposed: tuple[MarketFound, ...]
    emerging: tuple[str, ...]
    """Occupations that the profile calls emerging."""


class OccupationReport(Record):
    """All that is known of one occupation."""

    asked: str
    title: str
    other_titles: tuple[str, ...] = ()
    level: int | None
    option: str = ""
    """The option by whose name it was asked for."""
    status: MapStatus = MapStatus.UNKNOWN
    description: str = ""
    options: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    said_by_standard: str = ""
    """Where the standard itself says that it stands, if it says so."""
    standards: tuple[StandardFound, ...] = ()
    """The best match first."""
    markets: tuple[Market, ...] = ()
