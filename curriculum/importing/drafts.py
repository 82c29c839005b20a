"""What an import makes of a document, before it is written."""

from dataclasses import dataclass, field
from datetime import date, time

from curriculum.importing.dates import Day, When
from curriculum.importing.marks import Mark
from curriculum.model import Purpose, SessionKind


@dataclass(slots=True)
class SessionDraft:
    """One row on which something is taught."""

    place: str
    key: str = ""
    number: str = ""
    module: str = ""
    """The key or title of the module that it belongs to."""
    when: When = field(default_factory=When)
    week_known: bool = True
    starts: date | None = None
    until: date | None = None
    at: time | None = None
    hours: float | None = None
    off_the_job: bool = True
    kind: SessionKind = SessionKind.TEACHING
    topic: str = ""
    serves: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    """Lines of text by the session's fields, themes among them."""
    marks: dict[str, Mark] = field(default_factory=dict)
    aside: list[tuple[str, str]] = field(default_factory=list)
    """Headings and texts that have no field of a session."""

    def add(self, name: str, lines: list[str]) -> None:
        """Add lines to a field, none of them twice."""
        held = self.texts.setdefault(name, [])
        held += [line for line in lines if line not in held]


@dataclass(slots=True)
class DayOff:
    """A row on which nothing is taught."""

    place: str
    title: str
    when: When
    starts: date | None = None
    until: date | None = None
    after: int = 0
    """How many sessions stand above it."""


@dataclass(slots=True)
class TermDraft:
    """A stretch of teaching weeks that a heading or a list names."""

    title: str
    place: str
    first: Day
    last: Day
    after: int = 0
    """How many sessions stand above it."""
    starts: date | None = None
    ends: date | None = None


@dataclass(slots=True)
class Event:
    """Something of an assessment beside a session."""

    place: str
    what: str
    """hand_out, hand_in or feedback."""
    title: str
    when: When
    session: SessionDraft | None = None


@dataclass(slots=True)
class ModuleDraft:
    """A module, from a heading, a column or a row."""

    key: str
    title: str
    place: str
    outcomes: dict[str, str] = field(default_factory=dict)
    sessions: list[SessionDraft] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)
    """What a grid marks for the whole module."""
    hours: float | None = None


@dataclass(slots=True)
class AssessmentDraft:
    """An assessment, from a schedule, a column of a grid or an event."""

    key: str
    title: str
    place: str
    purpose: Purpose | None = None
    module: str = ""
    outcomes: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    weight: float | None = None
    dates: dict[str, When] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
