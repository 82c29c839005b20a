"""What the library holds, as records."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import Field

from curriculum.library.pins import Pin
from curriculum.model import Record, SourceRef


class Edition(Record):
    """One wording of one version of a standard.

    Status and dates are those of the copy that was added last.
    """

    id: int = Field(exclude=True)
    reference: str
    version: str
    digest: str
    """SHA-256 of its duties, statements and links: what a programme pins."""
    title: str
    level: int | None
    route: str
    status: str
    earliest_start: date | None
    latest_start: date | None
    source: SourceRef
    """Where the copy that was added last was read."""

    @property
    def label(self) -> str:
        """Reference and version: "ST0787 1.1"."""
        return f"{self.reference} {self.version or 'without a version'}"

    @property
    def pin(self) -> Pin:
        """Its name in the library, whole."""
        return Pin(self.reference, self.version, self.digest)

    @property
    def number(self) -> tuple[int, int] | None:
        """Its version as numbers; None if it is not of the form major.minor."""
        return number_of(self.version)


def number_of(version: str) -> tuple[int, int] | None:
    """A version as numbers; None if it is not of the form major.minor."""
    major, dot, minor = version.partition(".")
    digits = (major + minor).isascii() and major.isdigit() and minor.isdigit()
    return (int(major), int(minor)) if dot and digits else None


class Copy(Record):
    """One file, or one part of a list, that states an edition."""

    digest: str
    """SHA-256 of the file or part, as published."""
    nth: int = Field(exclude=True)
    file: str
    place: str
    address: str
    fetched: date
    added: date
    reader: str
    reader_version: str

    @property
    def fetched_in_words(self) -> str:
        """When it was fetched, and where from if somebody said that."""
        source = f" from {self.address}" if self.address else ""
        return f"fetched on {self.fetched.day} {self.fetched:%B %Y}{source}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A standard as it was read, ready to be put into the library."""

    reference: str
    version: str
    title: str
    level: int | None
    route: str
    status: str
    earliest_start: date | None
    latest_start: date | None
    digest: str
    facts: str
    """SHA-256 of every fact that was read."""
    statements: tuple[tuple[str, str], ...]
    """Key and wording of each duty and KSB."""
    copy: Copy
    packed: bytes
    """What was published, compressed."""


class Plan(Record):
    """An assessment plan, held beside the standard that it assesses."""

    id: int = Field(exclude=True)
    reference: str
    version: str
    """That of the standard; empty where neither the plan nor anybody says."""
    title: str
    origin: Copy

    @property
    def label(self) -> str:
        """What it is: "assessment plan of ST0787 1.1"."""
        return f"assessment plan of {self.reference} {self.version}".rstrip()

    @property
    def source(self) -> SourceRef:
        """Where it was read."""
        return SourceRef(file=self.origin.file)


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """An assessment plan as it was read, ready to be put into the library."""

    reference: str
    version: str
    title: str
    facts: str
    """SHA-256 of every fact that was read."""
    copy: Copy
    packed: bytes
    """What was published, compressed."""


class Outcome(StrEnum):
    """What became of a standard or plan that was added."""

    NEW = "added"
    HELD = "held already"
    COPY = "same text, new copy"
    CHANGED = "another text"


@dataclass(frozen=True, slots=True)
class Added:
    """A standard or plan with what became of it."""

    entry: Entry | PlanEntry
    outcome: Outcome


class Place(Record):
    """Where a wording stands."""

    reference: str
    title: str
    version: str
    key: str


class Hit(Record):
    """A wording that a search found, and where it stands."""

    wording: str
    marks: tuple[tuple[int, int], ...]
    """Begin and end of each piece that was searched for, in characters."""
    places: tuple[Place, ...]


class Hits(Record):
    """The best of what a search found."""

    total: int
    """How many wordings there are in all."""
    all_words: bool
    """Whether they hold all the words; where none does, they hold some."""
    hits: tuple[Hit, ...]
