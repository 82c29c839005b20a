"""What the form shows: its sheets, their columns, and what each column holds.

A record is a table of a programme's files: a session, a waiver.  A field is a
path inside it, as TOML names it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from curriculum.model import (
    ClosureKind,
    Depth,
    Purpose,
    SessionKind,
    Theme,
    Weekday,
)

Path = tuple[str, ...]


class Sort(Enum):
    """What a cell holds."""

    CODE = auto()
    CODES = auto()
    """Codes with commas between them."""
    WORD = auto()
    """One of a list of words."""
    TEXT = auto()
    LINES = auto()
    """A list, one entry a line."""
    NUMBER = auto()
    WHOLE = auto()
    DATE = auto()
    TIME = auto()
    YES = auto()
    """yes or no."""
    MARK = auto()
    """How far a session takes an item."""
    TICK = auto()
    """Assessed, or intended: a mark or none."""


@dataclass(frozen=True)
class Field:
    """One column of a sheet, or one line of the programme's own sheet."""

    path: Path
    heading: str
    sort: Sort = Sort.TEXT
    width: float = 14
    words: tuple[str, ...] = ()
    """What may be chosen."""
    live: str = ""
    """Kind of record among whose codes may be chosen."""
    default: object = None
    """What holds where the files say nothing."""
    letter: str = ""
    """How a tick is shown."""

    @cached_property
    def name(self) -> str:
        """Its path in one word."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of records of one kind; the first columns are its key."""

    kind: str
    sheet: str
    one: str
    """What a row is, in a message."""
    explanation: str
    fields: tuple[Field, ...]
    keys: tuple[str, ...] = ("key",)
    """Names of the columns that say which record a row is."""
    numbered: bool = False
    """Whether the key is made of other fields, since the files give none."""
    rare: bool = False
    """Whether a form has the sheet only if the programme has such records."""
    inside: str = ""
    """Kind of record of which these are parts; one is enough to have the sheet."""

    @property
    def keyed(self) -> bool:
        """Whether its key is among its fields."""
        return not self.numbered

    def is_shown(self, kinds: Collection[str]) -> bool:
        """Whether a form has the sheet if the programme has records of these kinds."""
        return not self.rare or self.kind in kinds or self.inside in kinds

    def field(self, name: str) -> Field:
        """The field of that name."""
        return next(f for f in self.fields if f.name == name)


def _field(name: str, heading: str, sort: Sort = Sort.TEXT, **more: object) -> Field:
    return Field(tuple(name.split(".")), heading, sort, **more)  # type: ignore[arg-type]


_LONG = 38.0
_F = _field
_WHOLE, _NUMBER, _DATE = Sort.WHOLE, Sort.NUMBER, Sort.DATE

HEADER = (
    _F("code", "Code", Sort.CODE),
    _F("title", "Title"),
    _F("subtitle", "Subtitle"),
    _F("kind", "Kind of programme"),
    _F("level", "Level", _WHOLE),
    _F("cohort", "Cohort"),
    _F("version", "Version of this document", Sort.CODE),
    _F("status", "Status"),
    _F("issued", "Issued", _DATE),
    _F("author", "Author"),
    _F("approver", "Approver"),
    _F("college", "College"),
    _F("department", "Department"),
    _F("awarding_organisation", "Awarding organisation"),
    _F("assessment_organisation", "Assessment organisation"),
    _F("venue", "Venue"),
    _F("delivery_mode", "Delivery mode"),
    _F("entry", "Entry profile"),
    _F("rationale", "Rationale"),
    _F("guided_learning_hours", "Guided learning hours", _NUMBER),
    _F("total_qualification_hours", "Total qualification time, hours", _NUMBER),
    _F("credits", "Credits", _NUMBER),
    _F("placement_hours", "Industry placement, hours", _NUMBER),
    _F("placement_days", "Industry placement, days", _NUMBER),
    _F("position.occupation", "Occupation on the map"),
    _F("position.sub_cluster", "Sub-cluster of the skills profile"),
    _F("position.programme_of_study", "Programme of study"),
    _F("position.t_level", "T Level"),
    _F("end_point.gateway", "Gateway", _DATE),
)
CALENDAR = (
    _F("starts", "First taught day", _DATE),
    _F("ends", "Last taught day", _DATE),
    _F("bank_holidays", "Bank holidays of", Sort.CODE, default="GB-ENG"),
)
CARD = {"programme": HEADER, "calendar": CALENDAR}
"""The fields of the programme's own sheet, which has one line a field."""
CARD_SHEET = "Programme"

MODULES = Table(
    "module",
    "Modules",
    "module",
    "One row a module. A new module is a new row with a new code.",
    (
        _F("key", "Module", Sort.CODE, width=9),
        _F("title", "Title", width=30),
        _F("summary", "Why this module, why now", width=60),
        _F("lead", "Lead", Sort.CODE, width=8, live="people"),
        _F("hours", "Hours", _NUMBER, width=8),
        _F("start_week", "Not before teaching week", _WHOLE, width=10),
        _F("prerequisites", "Modules that come before", Sort.CODES, width=14),
        _F("optional", "Optional", Sort.YES, width=9, default=False),
    ),
)
OUTCOMES = Table(
    "outcome",
    "Outcomes",
    "outcome",
    "What learners can do at the end of each module: one row an outcome.",
    (
        _F("module", "Module", Sort.CODE, width=9, live="module"),
        _F("key", "Outcome", Sort.CODE, width=9),
        _F("text", "What learners can do", width=90),
    ),
    keys=("module", "key"),
)
SESSIONS = Table(
    "session",
    "Sessions",
    "session",
    "One row a session, in order of teaching. Sorting and filtering change nothing; "
    "a new session is a new row with a new code. Lists have one entry a line "
    "(Alt+Enter).",
    (
        _F("module", "Module", Sort.CODE, width=9, live="module"),
        _F("key", "Session", Sort.CODE, width=10),
        _F("topic", "Topic", width=32),
        _F(
            "kind",
            "Kind",
            Sort.WORD,
            width=11,
            words=tuple(SessionKind),
            default="teaching",
        ),
        _F("hours", "Hours", _NUMBER, width=7),
        _F("off_the_job", "Off-the-job", Sort.YES, width=8, default=True),
        _F("outcomes", "Outcomes", Sort.CODES, width=10),
        _F("objectives", "Learners can …", Sort.LINES, width=_LONG),
        _F("tutor", "What the lecturer does", width=_LONG),
        _F("learners", "What the learners do", width=_LONG),
        _F("resources", "Resources", Sort.LINES, width=28),
        _F("check", "How learning is checked", width=_LONG),
        _F("stretch", "Stretch", width=30),
        _F("support", "Support", width=30),
        _F("workplace", "At the workplace", width=30),
        _F("homework", "Homework", width=30),
        *(_F(f"embedding.{t.value}", t.heading, width=26) for t in Theme),
    ),
    keys=("module", "key"),
)
ASSESSMENTS = Table(
    "assessment",
    "Assessments",
    "assessment",
    "One row an assessment. Dates are real dates, day first.",
    (
        _F("key", "Code", Sort.CODE, width=8),
        _F("title", "Title", width=30),
        _F("method", "Method", width=24),
        _F("purpose", "Purpose", Sort.WORD, width=11, words=tuple(Purpose)),
        _F("module", "Module", Sort.CODE, width=9, live="module"),
        _F("outcomes", "Outcomes tested", Sort.CODES, width=14),
        _F("version_of", "One version of", Sort.CODE, width=10),
        _F("practises", "Mock of", Sort.CODE, width=14, live="method"),
        _F("weight", "Weight, %", _NUMBER, width=8),
        _F("hours", "Hours", _NUMBER, width=7),
        _F("brief", "Brief", width=50),
        _F("evidence", "Evidence", width=32),
        _F("verify_brief", "Brief verified", _DATE, width=13),
        _F("hand_out", "Hand-out", _DATE, width=13),
        _F("hand_in", "Hand-in", _DATE, width=13),
        _F("feedback", "Feedback", _DATE, width=13),
        _F("verify_sample", "Sample verified", _DATE, width=13),
        _F("reassess_by", "Handed in again by", _DATE, width=13),
        _F("assessor", "Assessor", Sort.CODE, width=9, live="people"),
        _F("verifier", "Verifier", Sort.CODE, width=9, live="people"),
    ),
)
PEOPLE = Table(
    "people",
    "People",
    "person",
    "Who teaches, assesses, verifies and approves; other sheets name the code.",
    (
        _F("key", "Code", Sort.CODE, width=9),
        _F("name", "Name", width=30),
        _F("role", "Role", width=50),
    ),
)
METHODS = Table(
    "method",
    "Final assessment",
    "method of the final assessment",
    "The methods of the final, external assessment.",
    (
        _F("key", "Code", Sort.CODE, width=26),
        _F("title", "Title", width=70),
    ),
)
TERMS = Table(
    "term",
    "Terms",
    "term",
    "Stretches of teaching weeks; what lies between two terms is a holiday. "
    "The column Row says which term it is, and stays as it is.",
    (
        _F("title", "Title", width=36),
        _F("starts", "First day", _DATE, width=16),
        _F("ends", "Last day", _DATE, width=16),
    ),
    numbered=True,
)
CLOSURES = Table(
    "closure",
    "Closures",
    "closure",
    "Days within a term on which nobody is taught. The column Row says which "
    "closure it is, and stays as it is.",
    (
        _F("title", "Title", width=36),
        _F("starts", "First day", _DATE, width=16),
        _F("ends", "Last day", _DATE, width=16),
        _F(
            "kind",
            "Kind",
            Sort.WORD,
            width=18,
            words=tuple(ClosureKind),
            default="closure",
        ),
    ),
    numbered=True,
)
OVERRIDES = Table(
    "override",
    "Bank holidays",
    "bank holiday",
    "Corrections of the published bank holidays: one more day, or one fewer. "
    "The column Row says which day it is, and stays as it is.",
    (
        _F("date", "Date", _DATE, width=16),
        _F("title", "Title", width=36),
        _F("holiday", "Is a holiday", Sort.YES, width=12, default=True),
    ),
    numbered=True,
)
DELIVERY = Table(
    "delivery",
    "Delivery",
    "time of delivery",
    "The times of the week at which the group is taught. The column Row says which "
    "time it is, and stays as it is.",
    (
        _F("day", "Day", Sort.WORD, width=14, words=tuple(Weekday)),
        _F("starts", "Begins", Sort.TIME, width=12),
        _F("hours", "Hours", _NUMBER, width=10),
    ),
    numbered=True,
)
WAIVERS = Table(
    "waiver",
    "Waivers",
    "waiver",
    "Reasoned exceptions: a rule's code, what it is about, and why it may stand.",
    (
        _F("code", "Rule", Sort.CODE, width=10),
        _F("subject", "About", Sort.CODE, width=28),
        _F("reason", "Reason", width=80),
        _F("who", "Who decided", width=30),
        _F("from", "From", _DATE, width=14),
        _F("until", "Until", _DATE, width=14),
    ),
    keys=("code", "subject"),
)

CHOICES = Table(
    "choice",
    "Optional modules",
    "choice of modules",
    "Modules of which a learner takes exactly so many. The column Row says which "
    "choice it is, and stays as it is.",
    (
        _F("title", "Title", width=36),
        _F("modules", "Modules to choose from", Sort.CODES, width=40),
        _F("choose", "How many", _WHOLE, width=10),
    ),
    numbered=True,
    rare=True,
)
VERIFICATIONS = Table(
    "verification",
    "Verifications",
    "verification",
    "Occasions on which somebody confirms what learners show. The column Row says "
    "which occasion it is, and stays as it is.",
    (
        _F("date", "Date", _DATE, width=16),
        _F("by", "In what part", width=14),
        _F("who", "Who", width=30),
        _F("items", "What is confirmed", Sort.CODES, width=50),
        _F("framework", "Whose statements", Sort.CODE, width=14),
    ),
    numbered=True,
    rare=True,
)
_STRETCH = (
    _F("title", "Title", width=36),
    _F("starts", "First day", _DATE, width=16),
    _F("ends", "Last day", _DATE, width=16),
)
BLOCKS = Table(
    "block",
    "Blocks",
    "block of delivery",
    "Block release: delivery is limited to these days. The column Row says which "
    "block it is, and stays as it is.",
    _STRETCH,
    numbered=True,
    rare=True,
)
WORKPLACE = Table(
    "workplace",
    "At work",
    "time at work",
    "Days that learners spend at work, on which there is no delivery. The column "
    "Row says which days they are, and stays as it is.",
    (
        *_STRETCH,
        _F("days", "Days of the week", Sort.CODES, width=26, words=tuple(Weekday)),
        _F("hours", "Hours a day", _NUMBER, width=9),
        _F("placement", "Placement", Sort.YES, width=11, default=False),
    ),
    numbered=True,
    rare=True,
)
EXAMS = Table(
    "exam",
    "Exams",
    "exam window",
    "Days on which nothing is taught because there are exams. The column Row says "
    "which window it is, and stays as it is.",
    _STRETCH,
    numbered=True,
    rare=True,
)
GROUPS = Table(
    "group",
    "Groups",
    "group",
    "Learners who are taught the same at other times. Two sheets more hold the times "
    "of the week and the blocks that a group has of its own. The column Row says which "
    "group it is, and stays as it is.",
    (
        _F("title", "Title", width=36),
        _F("starts", "Its first day", _DATE, width=16),
        _F("ends", "Its last day", _DATE, width=16),
        _F(
            "moves_assessments",
            "Assessments move with it",
            Sort.YES,
            width=14,
            default=False,
        ),
    ),
    numbered=True,
    rare=True,
)
GROUP = _F("group", "Group", Sort.CODE, width=36, live="group")
"""Which group a time or block is part of: where it stands in the files says so."""
GROUP_DELIVERY = Table(
    "group_delivery",
    "Group delivery",
    "time of the group",
    "The times of the week that a group has of its own; a group without any shares "
    "those of the programme. The column Row says which time it is, and stays as it is.",
    (GROUP, *DELIVERY.fields),
    numbered=True,
    rare=True,
    inside="group",
)
GROUP_BLOCKS = Table(
    "group_block",
    "Group blocks",
    "block of the group",
    "The blocks that a group has of its own; a group without any shares those of the "
    "programme. The column Row says which block it is, and stays as it is.",
    (GROUP, *_STRETCH),
    numbered=True,
    rare=True,
    inside="group",
)

TABLES = (
    MODULES,
    OUTCOMES,
    SESSIONS,
    ASSESSMENTS,
    CHOICES,
    VERIFICATIONS,
    PEOPLE,
    METHODS,
    TERMS,
    CLOSURES,
    OVERRIDES,
    DELIVERY,
    BLOCKS,
    WORKPLACE,
    EXAMS,
    GROUPS,
    GROUP_DELIVERY,
    GROUP_BLOCKS,
    WAIVERS,
)
BY_KIND = {table.kind: table for table in TABLES}
ROW = Field(("#row",), "Row", Sort.CODE, 24)
"""Which record a row is, where the files give it no key."""

TEACHES = Field(("teaches",), "", Sort.MARK, 8, words=tuple(Depth))
ASSESSES = Field(("assesses",), "", Sort.TICK, 8, letter="A")
INTENDS = Field(("intends",), "", Sort.TICK, 8, letter="x")
MARKS = {"session": TEACHES, "assessment": ASSESSES, "module": INTENDS}
"""What a grid marks, by the kind of record that its columns are."""
KIND_OF_MARK = {field.name: kind for kind, field in MARKS.items()}


def field_of(kind: str, path: Path) -> Field:
    """What a field holds, by the kind of its record and its path."""
    if kind in MARKS and path[0] == MARKS[kind].path[0]:
        return MARKS[kind]
    fields = CARD[kind] if kind in CARD else BY_KIND[kind].fields
    return next(f for f in fields if f.path == path)


def heading_of(kind: str, path: Path) -> str:
    """How a message names a field: its heading, or the item that is marked."""
    if kind in MARKS and path[0] == MARKS[kind].path[0]:
        return path[-1]
    return field_of(kind, path).heading


def columns_of(table: Table) -> tuple[Field, ...]:
    """The columns of a sheet; rows without a key of their own begin with one."""
    return (ROW, *table.fields) if table.numbered else table.fields
