"""The fields that a template for the coverage report may name."""

from typing import TypedDict

from curriculum.writers._picture_fields import PictureFields
from curriculum.writers._scheme_fields import (
    DeliveryFields,
    FindingFields,
    ProgrammeFields,
    SourceFields,
    WaiverFields,
)
from curriculum.writers._shared_fields import GridFields


class VerdictFields(TypedDict):
    """``verdict.…``: what was found, and by what it was judged."""

    sentence: str
    counts: str
    statements: list[str]
    """The policy of each framework, with its date and authority."""


class KindFields(TypedDict):
    """``kind.…``: how much of one kind of item is covered, gaps first."""

    framework: str
    title: str
    not_taught: str
    not_assessed: str
    taught_once: str
    taught: str
    assessed: str


class GapFields(TypedDict):
    """``gap.…``: one kind of gap, and what shows it."""

    title: str
    count: str
    which: str


class DutyFields(TypedDict):
    """``duty.…``: how far a duty is covered."""

    key: str
    wording: str
    percent: str
    gaps: str
    ksbs: str


class HoursFields(TypedDict):
    """``figure.…``: a number of hours, and what it is to be held against."""

    measure: str
    hours: str
    remark: str


class StepFields(TypedDict):
    """``step.…``: when an item is taught and assessed, in order of time."""

    key: str
    sessions: str
    hours: str
    first: str
    deepest: str
    last: str
    formative: str
    summative: str
    remark: str


class SequenceFields(TypedDict):
    """``sequence.…``: the items of one framework, with their steps."""

    title: str
    step: list[StepFields]


class CoverageReportFields(PictureFields):
    """Everything that a template for the coverage report may name."""

    programme: ProgrammeFields
    delivery: DeliveryFields
    verdict: VerdictFields
    kind: list[KindFields]
    gap: list[GapFields]
    grid: list[GridFields]
    duty: list[DutyFields]
    figure: list[HoursFields]
    sequence: list[SequenceFields]
    finding: list[FindingFields]
    waiver: list[WaiverFields]
    source: list[SourceFields]
