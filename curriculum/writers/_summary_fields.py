"""The fields that a template for the review summary may name."""

from typing import TypedDict

from curriculum.writers._coverage_fields import HoursFields, VerdictFields
from curriculum.writers._picture_fields import PictureFields
from curriculum.writers._scheme_fields import (
    DeliveryFields,
    ProgrammeFields,
    WaiverFields,
)


class PackedFields(TypedDict):
    """``document.…``: one file of the pack."""

    file: str
    title: str
    what: str


class PinnedFields(TypedDict):
    """``standard.…``: a framework as it is pinned."""

    title: str
    version: str
    """The version, who says so, and when it may be started on."""
    policy: str
    source: str
    """Publisher and date."""
    licence: str
    digest: str
    enclosed: str
    """The file in the pack, or why there is none."""


class SignOffFields(TypedDict):
    """``signoff.…``: one recorded approval."""

    date: str
    version: str
    who: str
    note: str
    findings: str
    since: list[str]
    """What had changed since the one before."""
    digest: str


class SinceFields(TypedDict):
    """``since.…``: what changed since the last sign-off."""

    sentence: str
    change: list[str]


class TraceFields(TypedDict):
    """``trace.…``: one statement of the sample."""

    item: str
    wording: str
    session: list[str]
    found_at: list[str]
    """Document, heading and row of the session."""
    assessment: list[str]
    assessed_at: list[str]
    """Document, heading and row of the assessment."""


class SampleFields(TypedDict):
    """``sample.…``: how the sample was drawn."""

    seed: str
    size: str
    again: str
    """The command that draws it again."""
    pages: str
    """How places are given."""


class SummaryFields(PictureFields):
    """Everything that a template for the review summary may name."""

    programme: ProgrammeFields
    delivery: DeliveryFields
    verdict: VerdictFields
    document: list[PackedFields]
    standard: list[PinnedFields]
    figure: list[HoursFields]
    waiver: list[WaiverFields]
    signoff: list[SignOffFields]
    since: SinceFields
    sample: SampleFields
    trace: list[TraceFields]
    digest: str
    """Fingerprint of everything that the programme states."""
