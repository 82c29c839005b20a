"""Occupational standards, with their knowledge, skills and behaviours (KSBs)."""

from datetime import date
from enum import StrEnum
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


class Ksb(Item):
    """One thing that the occupation needs its people to know, do or be."""

    key: KsbKey

    @property
    def kind(self) -> KsbKind:
        """Its kind, from the letters of its key."""
        return KsbKind(self.key.rstrip("0123456789"))

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


class Standard(Record):
    """One version of an occupational standard, as published."""

    record: Literal["standard"] = "standard"
    reference: str
    title: str
    level: int | None = None
    route: str = ""
    date_updated: date | None = None
    regulated: bool | None = None
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
