"""The fields that a template for the assessment plan may name."""

from typing import TypedDict

from curriculum.writers._picture_fields import PictureFields
from curriculum.writers._scheme_fields import (
    AssessmentFields,
    DeliveryFields,
    FindingFields,
    ProgrammeFields,
)


class EventFields(TypedDict):
    """``event.…``: something of an assessment that happens on a day."""

    date: str
    week: str
    what: str
    assessment: str
    who: str


class SharedFields(TypedDict):
    """``task.…``: an assessment as one module sees it."""

    key: str
    title: str
    purpose: list[str]
    outcomes: str
    """Those of the module only."""
    verify_brief: str
    hand_out: str
    formative: str
    """When a formative one is handed in."""
    summative: str
    """When a summative one is handed in."""
    feedback: str
    verify_sample: str
    reassessment: str
    assessor: str
    verifier: str


class ModulePlanFields(TypedDict):
    """``block.…``: a module, or the whole programme, with its assessments."""

    title: str
    facts: str
    task: list[SharedFields]


class TestedFields(TypedDict):
    """``outcome.…`` or ``item.…``: what is to be assessed, and by what."""

    key: str
    wording: str
    formative: str
    summative: str
    remark: str


class PlanCoverageFields(TypedDict):
    """``coverage.…``: the items of one kind, with what assesses them."""

    title: str
    counts: str
    item: list[TestedFields]


class SampledFields(TypedDict):
    """``sample.…``: an assessor, module, assessment or site, and how it is sampled."""

    what: str
    name: str
    assessments: str
    verifiers: str
    dates: str


class PlanTotalFields(TypedDict):
    """``total.…``: counts, in words."""

    assessments: str
    hours: str
    verified: list[str]
    coverage: list[str]
    findings: str


class PlanFields(PictureFields):
    """Everything that a template for the assessment plan may name."""

    programme: ProgrammeFields
    delivery: DeliveryFields
    assessment: list[AssessmentFields]
    event: list[EventFields]
    block: list[ModulePlanFields]
    coverage: list[PlanCoverageFields]
    outcome: list[TestedFields]
    sample: list[SampledFields]
    statement: list[str]
    """By which policy coverage was judged, with its date and authority."""
    finding: list[FindingFields]
    total: PlanTotalFields
