"""The programme: everything taught and assessed for its frameworks."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from curriculum.model.base import Record, SourceRef
from curriculum.model.calendar import Calendar
from curriculum.model.career_cluster import CareerCluster, SubCluster
from curriculum.model.crosswalk import Crosswalk
from curriculum.model.framework import Framework
from curriculum.model.occupational_map import (
    MapCluster,
    MapOccupation,
    OccupationalMap,
    Pathway,
)
from curriculum.model.proposed import Proposed
from curriculum.model.standard import TLevel


class Depth(StrEnum):
    """How far a session takes an item; TAUGHT where a college does not grade."""

    INTRODUCED = "introduced"
    DEVELOPED = "developed"
    MASTERED = "mastered"
    TAUGHT = "taught"

    @property
    def letter(self) -> str:
        """The mark in a grid: I, D, M or T."""
        return self.value[0].upper()

    @property
    def rank(self) -> int:
        """Its place in the ladder; TAUGHT makes no claim and ranks 0."""
        return ("taught", "introduced", "developed", "mastered").index(self.value)


class Link(Record):
    """One mark: an item of a framework is taught, or assessed, here.

    ``stamp`` is the fingerprint of the wording the mark was made against.
    """

    framework: str
    item: str
    depth: Depth | None = None
    """How far a session takes the item; None for an assessment."""
    stamp: str | None = None
    source: SourceRef

    @property
    def key(self) -> str:
        """The item's key: what a finding about the mark names."""
        return self.item


class Claim(Record):
    """What a module declares that it covers, before any session proves it."""

    framework: str
    item: str
    source: SourceRef

    @property
    def key(self) -> str:
        """The item's key."""
        return self.item


class Outcome(Record):
    """What learners can do at the end of a module."""

    key: str
    text: str
    source: SourceRef


class SessionKind(StrEnum):
    """What happens in a session; all but TEACHING get a marked row."""

    TEACHING = "teaching"
    INDUCTION = "induction"
    WORKSHOP = "workshop"
    ASSESSMENT = "assessment"
    REVIEW = "review"
    WORKPLACE = "workplace"
    CATCH_UP = "catch-up"


class Theme(StrEnum):
    """Wider themes that a session may carry; the order is the print order."""

    ENGLISH = "english"
    MATHS = "maths"
    DIGITAL = "digital"
    EQUALITY = "equality"
    BRITISH_VALUES = "british_values"
    PREVENT = "prevent"
    SAFEGUARDING = "safeguarding"
    CAREERS = "careers"
    SUSTAINABILITY = "sustainability"

    @property
    def heading(self) -> str:
        """The theme in words: "British values"."""
        named = {"prevent": "Prevent", "equality": "Equality and diversity"}
        return named.get(self.value, self.value.replace("_", " ").capitalize())


class Embedding(Record):
    """One theme, and how it arises in the session."""

    theme: Theme
    text: str
    source: SourceRef


class Session(Record):
    """One meeting within a module.  Texts may be empty; lists are in order."""

    key: str
    topic: str
    kind: SessionKind = SessionKind.TEACHING
    hours: float = Field(gt=0, le=100)
    off_the_job: bool = True
    """Whether the hours count as off-the-job training."""
    outcomes: tuple[str, ...] = ()
    """Keys of the module's outcomes that it serves."""
    objectives: tuple[str, ...] = ()
    """By the end of the session learners can …"""
    tutor: str = ""
    learners: str = ""
    resources: tuple[str, ...] = ()
    check: str = ""
    stretch: str = ""
    support: str = ""
    workplace: str = ""
    homework: str = ""
    embedding: tuple[Embedding, ...] = ()
    teaches: tuple[Link, ...] = ()
    source: SourceRef


class Module(Record):
    """A block of teaching.  ``hours`` is what the module declares."""

    key: str
    title: str
    summary: str = ""
    lead: str = ""
    hours: float | None = Field(default=None, ge=0)
    start_week: int | None = Field(default=None, ge=1)
    """First teaching week (1 = the programme's first) not before which it starts."""
    prerequisites: tuple[str, ...] = ()
    optional: bool = False
    intends: tuple[Claim, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    sessions: tuple[Session, ...] = ()
    source: SourceRef

    @property
    def session_hours(self) -> float:
        """The sum of its sessions' hours."""
        return sum(session.hours for session in self.sessions)


class Choice(Record):
    """Optional modules of which a learner takes exactly so many."""

    title: str
    modules: tuple[str, ...]
    choose: int = Field(ge=0)
    source: SourceRef

    @property
    def key(self) -> str:
        """Its title."""
        return self.title


class Verification(Record):
    """An occasion on which somebody confirms that learners show some items."""

    date: date
    items: tuple[str, ...]
    by: str
    """In what part: "employer"."""
    who: str = ""
    framework: str = ""
    """Whose items they are; empty where one framework only has them."""
    source: SourceRef

    @property
    def key(self) -> str:
        """By whom and when."""
        return f"{self.by} {self.date}"


class Purpose(StrEnum):
    """Whether an assessment counts or only informs."""

    FORMATIVE = "formative"
    SUMMATIVE = "summative"


class Assessment(Record):
    """An occasion on which learners show what they know, can do, or are."""

    key: str
    title: str
    method: str = ""
    purpose: Purpose
    module: str = ""
    """Key of its module; empty for the whole programme."""
    outcomes: tuple[str, ...] = ()
    """Module outcomes it tests: "M02.LO1", or "LO1" of its own module."""
    version_of: str = ""
    """What it is one version of: a learner takes one of those that name the same."""
    practises: str = ""
    """Key of the end-point method that it is a mock of."""
    weight: float | None = Field(default=None, ge=0, le=100)
    """Percent of its module's summative result."""
    hours: float | None = Field(default=None, gt=0)
    brief: str = ""
    evidence: str = ""
    verify_brief: date | None = None
    hand_out: date | None = None
    hand_in: date | None = None
    feedback: date | None = None
    verify_sample: date | None = None
    reassess_by: date | None = None
    """Last day for work that is handed in again after feedback."""
    assessor: str = ""
    verifier: str = ""
    assesses: tuple[Link, ...] = ()
    source: SourceRef


class EndPointMethod(Record):
    """One method of the final, external assessment."""

    key: str
    title: str
    source: SourceRef


class EndPointAssessment(Record):
    """The final, external assessment; its gateway closes the taught programme."""

    gateway: date | None = None
    methods: tuple[EndPointMethod, ...] = ()
    source: SourceRef

    @property
    def key(self) -> str:
        """What a finding about it names."""
        return "end_point"


class Person(Record):
    """Somebody who teaches, assesses, verifies or approves."""

    key: str
    name: str
    role: str = ""
    source: SourceRef


class Waiver(Record):
    """A recorded, reasoned exception to one finding."""

    code: str
    subject: str
    reason: str = ""
    who: str = ""
    starts: date | None = None
    ends: date | None = None
    source: SourceRef

    @property
    def key(self) -> str:
        """Code and subject."""
        return f"{self.code} {self.subject}"


class SignOff(Record):
    """Somebody's recorded approval of the programme as it was then."""

    who: str = Field(min_length=1)
    role: str = ""
    date: date
    version: str = ""
    note: str = ""
    digest: str = ""
    """Fingerprint of everything that the programme stated."""
    facts: str = ""
    """The file of the folder that holds what it stated."""
    findings: str = ""
    """What stood, counted: "2 warnings"."""
    changes: tuple[str, ...] = ()
    """What had changed since the sign-off before, in words."""
    source: SourceRef

    @property
    def key(self) -> str:
        """The version, and the day."""
        return " ".join(filter(None, (self.version, str(self.date))))


class Position(Record):
    """Where the programme stands in the published world; None is not stated."""

    occupational_map: OccupationalMap | None = None
    pathway: Pathway | None = None
    map_cluster: MapCluster | None = None
    occupation: MapOccupation | None = None
    profile: CareerCluster | None = None
    sub_cluster: SubCluster | None = None
    programme_of_study: str = ""
    t_level: TLevel | None = None
    source: SourceRef


class PublishedSource(Record):
    """A published document that the programme draws on."""

    title: str
    publisher: str = ""
    dated: str = ""
    licence: str = ""
    acknowledgement: str = ""
    file: str = ""
    digest: str = ""
    corrections: tuple[str, ...] = ()
    """Misprints that were read otherwise than printed, in words."""
    path: str = Field(default="", exclude=True)
    """Where the file lies on this machine, if it is one; no document says so."""
    held_as: str = Field(default="", exclude=True)
    """The name of the file that a library of standards was given, if one holds it."""
    held: bytes = Field(default=b"", exclude=True, repr=False)
    """What the library was given, byte for byte."""
    held_from: str = Field(default="", exclude=True)
    """Where and when that was fetched, as who added it to the library said."""

    @property
    def may_be_passed_on(self) -> bool:
        """Whether its licence lets anybody hand on the file as it was received."""
        return "open government licence" in self.licence.casefold()


class TableBy(StrEnum):
    """What one table of the scheme of work holds."""

    MODULE = "module"
    TERM = "term"


SCHEME_COLUMNS = (
    "week",
    "date",
    "hours",
    "topic",
    "outcomes",
    "teaching",
    "resources",
    "assessment",
    "ksbs",
    "wider_skills",
)
"""Columns of the scheme of work that are printed unless the college chooses."""

FURTHER_COLUMNS = ("skills", "stretch_support", "workplace", "homework")
"""Columns of the scheme of work that a college may ask for."""


class DocumentSettings(Record):
    """How the college wants its documents cut."""

    tables: TableBy = TableBy.MODULE
    columns: tuple[str, ...] = SCHEME_COLUMNS
    templates: str = ""
    """The college's folder of Word templates, as a path from the programme's."""


KINDS = (
    "apprenticeship",
    "foundation-apprenticeship",
    "t-level",
    "htq",
    "unit",
    "course",
)
"""What a programme can be; rules of its own hold for each but the last."""


def _known_kind(kind: str) -> str:
    """Refuse a kind that no rule would know: a slip would switch rules off."""
    if kind.strip().casefold().replace(" ", "-") not in KINDS:
        message = f"is none of {', '.join(KINDS[:-1])} or {KINDS[-1]}"
        raise PydanticCustomError("unknown_kind", message)
    return kind


def _no_truth(value: object) -> object:
    """Refuse true and false, which would count as 1 and 0."""
    if isinstance(value, bool):
        raise PydanticCustomError("int_type", "is not a whole number")
    return value


class Header(Record):
    """What stands at the head of every document of a programme."""

    code: str = Field(min_length=1, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")
    title: str
    subtitle: str = ""
    kind: Annotated[str, AfterValidator(_known_kind)] = "course"
    level: Annotated[int | None, BeforeValidator(_no_truth)] = Field(
        default=None, ge=1, le=8
    )
    cohort: str = ""
    version: str = ""
    status: str = ""
    issued: date | None = None
    author: str = ""
    approver: str = ""
    college: str = ""
    department: str = ""
    awarding_organisation: str = ""
    assessment_organisation: str = ""
    venue: str = ""
    delivery_mode: str = ""
    entry: str = ""
    rationale: str = ""
    guided_learning_hours: float | None = Field(default=None, ge=0)
    """GLH of the qualification, as its specification states it."""
    total_qualification_hours: float | None = Field(default=None, ge=0)
    """TQT of the qualification: guided and independent hours together."""
    credits: float | None = Field(default=None, ge=0)
    placement_hours: float | None = Field(default=None, ge=0)
    """Length of a T Level's industry placement, where no sessions show it."""
    placement_days: float | None = Field(default=None, ge=0)
    source: SourceRef

    @property
    def key(self) -> str:
        """Its code."""
        return self.code


class Programme(Header):
    """One programme of study, complete and immutable."""

    frameworks: tuple[Framework, ...] = ()
    modules: tuple[Module, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    choices: tuple[Choice, ...] = ()
    verifications: tuple[Verification, ...] = ()
    calendar: Calendar
    people: tuple[Person, ...] = ()
    end_point: EndPointAssessment | None = None
    position: Position | None = None
    waivers: tuple[Waiver, ...] = ()
    sources: tuple[PublishedSource, ...] = ()
    settings: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    """For each rule's code, the settings that differ from its defaults."""
    documents: DocumentSettings = DocumentSettings()
    signoffs: tuple[SignOff, ...] = ()
    """In order of date."""
    changes: tuple[str, ...] | None = None
    """What changed since the last sign-off, in words; None where that is not known."""
    crosswalks: tuple[Crosswalk, ...] = ()
    """What was decided between its frameworks, or between one of them and another."""
    proposed: tuple[Proposed, ...] = ()
    """What may be marked and is not: no count and no rule takes it in."""

    @cached_property
    def standard(self) -> Framework | None:
        """The first framework that is not advisory: what it is taught for."""
        return next((f for f in self.frameworks if not f.policy.advisory), None)

    def framework(self, id_: str) -> Framework | None:
        """The framework of that id."""
        return next((f for f in self.frameworks if f.id == id_), None)

    def module(self, key: str) -> Module | None:
        """The module of that key."""
        return self._modules_by_key.get(key)

    @cached_property
    def _modules_by_key(self) -> dict[str, Module]:
        return {module.key: module for module in reversed(self.modules)}

    @cached_property
    def _people_by_key(self) -> dict[str, Person]:
        return {person.key: person for person in reversed(self.people)}

    def name_of(self, key: str) -> str:
        """The name of a person given by key; what is no key is itself a name."""
        person = self._people_by_key.get(key)
        return person.name if person else key

    def sessions(self) -> Iterator[tuple[Module, Session]]:
        """Every session with its module, in order of teaching."""
        for module in self.modules:
            for session in module.sessions:
                yield module, session
