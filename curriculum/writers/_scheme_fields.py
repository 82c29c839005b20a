"""The fields that a template for the scheme of work may name."""

from typing import TypedDict

from curriculum.writers._picture_fields import PictureFields


class ProgrammeFields(TypedDict):
    """``programme.…``: the header block."""

    code: str
    title: str
    subtitle: str
    kind: str
    """Kind and level."""
    level: str
    frameworks: list[str]
    standard: str
    cohort: str
    college: str
    department: str
    organisation: str
    """College and department."""
    awarding_organisation: str
    assessment_organisation: str
    venue: str
    delivery_mode: str
    entry: str
    lecturers: list[str]
    version: str
    status: str
    issued: str
    author: str
    approver: str
    approval: str
    """Who wrote it and who approved it, or that this is not stated."""
    rationale: list[str]


class DeliveryFields(TypedDict):
    """``delivery.…``: when it is taught, and for how long."""

    dates: str
    weeks: str
    pattern: list[str]
    sessions: str
    hours: list[str]
    terms: list[str]
    staff_development: list[str]
    closures: list[str]
    bank_holidays: str
    gateway: str
    end_point: list[str]
    end_stated: bool
    """Whether there is a gateway or a final assessment, or has to be one."""


class PositionFields(TypedDict):
    """``position.…``: where the programme stands in the published world."""

    stated: bool
    """Whether the programme stands anywhere."""
    map: str
    pathway: str
    cluster: str
    occupation: str
    profile: str
    sub_cluster: str
    programme_of_study: str
    t_level: str


class SessionFields(TypedDict):
    """``session.…``: one row of a teaching table."""

    key: str
    kind: str
    label: str
    taught: bool
    """Whether it is an ordinary teaching row."""
    marked: bool
    """Whether it is a session of another kind: induction, assessment …"""
    no_teaching: bool
    """Whether it is a row for days on which nothing is taught."""
    week: str
    date: list[str]
    hours: str
    topic: str
    outcomes: list[str]
    serves: str
    teaching: list[str]
    resources: list[str]
    assessment: list[str]
    ksbs: list[str]
    skills: list[str]
    wider_skills: list[str]
    stretch_support: list[str]
    workplace: str
    homework: str


class BlockFields(TypedDict):
    """``block.…``: a module, or a term, with its table of sessions."""

    key: str
    title: str
    facts: str
    summary: list[str]
    outcomes: list[str]
    session: list[SessionFields]


class ItemFields(TypedDict):
    """``item.…``: one item of a framework in the coverage table."""

    key: str
    wording: str
    duties: str
    taught: str
    first_taught: str
    assessed: str
    remark: str


class CoverageFields(TypedDict):
    """``coverage.…``: the items of one kind."""

    title: str
    framework: str
    counts: str
    item: list[ItemFields]


class AssessmentFields(TypedDict):
    """``assessment.…``: one row of the assessment schedule."""

    key: str
    title: str
    method: str
    purpose: list[str]
    module: str
    outcomes: str
    ksbs: str
    hours: str
    brief: str
    evidence: str
    hand_out: str
    hand_in: str
    feedback: str
    verify_brief: str
    verify_sample: str
    reassessment: str
    """When work may be handed in again, or why not."""
    assessor: str
    verifier: str


class SkillFields(TypedDict):
    """``skill.…``: one item of an advisory framework."""

    framework: str
    group: str
    wording: str
    where: str
    remark: str


class FindingFields(TypedDict):
    """``finding.…``: one finding that stands."""

    severity: str
    code: str
    subject: str
    message: str
    place: str


class WaiverFields(TypedDict):
    """``waiver.…``: one finding that is waived."""

    code: str
    subject: str
    message: str
    reason: str
    who: str
    until: str


class SourceFields(TypedDict):
    """``source.…``: one published document."""

    title: str
    facts: str
    acknowledgement: str
    corrections: list[str]


class TotalFields(TypedDict):
    """``total.…``: counts, in words."""

    findings: str
    waived: str
    published: str
    skills: str
    coverage: list[str]


class SchemeFields(PictureFields):
    """Everything that a template for the scheme of work may name."""

    programme: ProgrammeFields
    delivery: DeliveryFields
    position: PositionFields
    block: list[BlockFields]
    session: list[SessionFields]
    coverage: list[CoverageFields]
    assessment: list[AssessmentFields]
    skill: list[SkillFields]
    finding: list[FindingFields]
    waiver: list[WaiverFields]
    source: list[SourceFields]
    total: TotalFields
