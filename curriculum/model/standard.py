"""Occupational standards, with their knowledge, skills and behaviours (KSBs)."""

from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field

from curriculum.model.base import Record, SourceRef
from curriculum.model.framework import Duty, Item

KsbKey = Annotated[str, Field(pattern=r"^(K|S|B|TK|TS|ESB)[1-9]\d*$")]
"""A KSB's label within one version of one standard: "K1", "S12", "ESB3"."""


class KsbKind(StrEnum):
    """The six kinds that Skills England publishes; the value prefixes the key."""

    KNOWLEDGE = "K"
    SKILL = "S"
    BEHAVIOUR = "B"
    TECHNICAL_KNOWLEDGE = "TK"
    TECHNICAL_SKILL = "TS"
    EMPLOYABILITY = "ESB"


KIND_TITLES = {
    KsbKind.KNOWLEDGE: "Knowledge",
    KsbKind.SKILL: "Skills",
    KsbKind.BEHAVIOUR: "Behaviours",
    KsbKind.TECHNICAL_KNOWLEDGE: "Technical knowledge",
    KsbKind.TECHNICAL_SKILL: "Technical skills",
    KsbKind.EMPLOYABILITY: "Employability skills and behaviours",
}


@lru_cache(10_000)
def _kind(key: str) -> KsbKind:
    """Rules ask it of every item, again and again."""
    return KsbKind(key.rstrip("0123456789"))


class Ksb(Item):
    """One thing that the occupation needs its people to know, do or be."""

    key: KsbKey

    @property
    def kind(self) -> KsbKind:
        """Its kind, from the letters of its key."""
        return _kind(self.key)

    @property
    def group(self) -> str:
        """Its kind in words: "Knowledge"."""
        return KIND_TITLES[self.kind]


class TLevel(Record):
    """The T Level that a standard is aligned with."""

    title: str
    qualification_type: str = ""
    level: int | None = None
    awarding_organisation: str = ""
    approval_date: date | None = None
    available_from: date | None = None
    occupational_specialism: str = ""
    aligned_standards: tuple[str, ...] = ()
    source: SourceRef


class Product(StrEnum):
    """What kind of apprenticeship product a standard describes."""

    APPRENTICESHIP = "apprenticeship"
    FOUNDATION = "foundation apprenticeship"
    UNIT = "apprenticeship unit"


class StandardOption(Record):
    """One option of a core-and-options standard."""

    title: str
    guid: str = ""
    source: SourceRef


class SocUnit(Record):
    """A code of the Standard Occupational Classification 2020: "5231", "5231/01"."""

    code: str
    title: str = ""


class MapProduct(Record):
    """A product of an occupation: an apprenticeship, a technical qualification."""

    code: str
    title: str = ""
    kind: str = ""
    level: int | None = None
    status: str = ""


class Standard(Record):
    """One version of an occupational standard, as published.

    Fields that one form of publication does not carry are empty or None.
    """

    record: Literal["standard"] = "standard"
    reference: str
    title: str
    product: Product = Product.APPRENTICESHIP
    version: str = ""
    """As published ("1.1"); most forms do not print it."""
    status: str = ""
    earliest_start: date | None = None
    latest_start: date | None = None
    typical_duration_months: int | None = None
    minimum_hours: float | None = None
    """Off-the-job hours published with this version."""
    level: int | None = None
    route: str = ""
    pathway: str = ""
    cluster: str = ""
    options: tuple[StandardOption, ...] = ()
    date_updated: date | None = None
    regulated: bool | None = None
    occupation: str = ""
    """Code of the occupation on the map: "OCC0128"."""
    soc: tuple[SocUnit, ...] = ()
    products: tuple[MapProduct, ...] = ()
    overview: str = ""
    """The role in a sentence, as lists of standards print it."""
    summary: tuple[str, ...] = ()
    typical_job_titles: tuple[str, ...] = ()
    duties: tuple[Duty, ...] = ()
    ksbs: tuple[Ksb, ...] = ()
    t_levels: tuple[TLevel, ...] = ()
    licence: str = ""
    source: SourceRef

    @property
    def key(self) -> str:
        """Its reference."""
        return self.reference
