"""A programme as its folder states it, before it is joined with what is published."""

from dataclasses import dataclass, field

from curriculum.model import (
    Assessment,
    AssessmentOutcome,
    Calendar,
    Choice,
    DocumentSettings,
    EndPointAssessment,
    Header,
    Module,
    Person,
    Record,
    SourceRef,
    Verification,
    Waiver,
)


class FrameworkDraft(Record):
    """A framework that the programme names, and how it wants to be judged by it."""

    id: str
    source: str
    version: str = ""
    policy: str
    digest: str = ""
    options: tuple[str, ...] = ()
    """The options of a core-and-options standard that are taught; all without."""
    assessment_plan: str = ""
    """The published plan: a file of the folder."""
    assessment_outcomes: tuple[AssessmentOutcome, ...] = ()
    at: SourceRef


class PositionDraft(Record):
    """Where the programme says it stands, in the words of the published documents."""

    map: str = ""
    occupation: str = ""
    profile: str = ""
    sub_cluster: str = ""
    programme_of_study: str = ""
    t_level: str = ""
    source: SourceRef


@dataclass(slots=True)
class Draft:
    """The parts that could be read; None or empty where a part is missing."""

    header: Header | None = None
    calendar: Calendar | None = None
    frameworks: list[FrameworkDraft] = field(default_factory=list)
    position: PositionDraft | None = None
    people: list[Person] = field(default_factory=list)
    end_point: EndPointAssessment | None = None
    modules: list[Module] = field(default_factory=list)
    assessments: list[Assessment] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    verifications: list[Verification] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    settings: dict[str, dict[str, object]] = field(default_factory=dict)
    settings_at: dict[str, SourceRef] = field(default_factory=dict)
    documents: DocumentSettings = field(default_factory=DocumentSettings)
