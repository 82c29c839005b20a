"""What is exchanged: the statements of one document, and how they hang together."""

from datetime import date
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from curriculum.model import Record, SourceRef

UNDATED = date(2000, 1, 1)
"""Day of the last change of what says none: the same input gives the same file."""


class Relation(StrEnum):
    """How one statement stands to another; the values are those of CASE."""

    RELATED = "isRelatedTo"
    PRECEDES = "precedes"
    PEER = "isPeerOf"
    PART = "isPartOf"
    EXACT = "exactMatchOf"
    REPLACED_BY = "replacedBy"
    EXEMPLAR = "exemplar"
    SKILL_LEVEL = "hasSkillLevel"
    TRANSLATION = "isTranslationOf"


class Node(Record):
    """One end of a tie; it may lie in another listing."""

    identifier: str
    title: str
    uri: str = ""
    """Its address, where it is not made from the identifier."""


class Statement(Record):
    """One statement: a duty, a KSB, a module, an outcome."""

    identifier: str
    """A UUID: the publisher's own where there is one."""
    key: str = ""
    """Its code among people: "K1", "M02.LO1"."""
    text: str = Field(min_length=1)
    printed: str = ""
    """What the publisher printed, where a misprint was corrected."""
    guid: str = ""
    """The publisher's identity, where it is none that CASE can hold."""
    kind: str = ""
    """What sort it is: "Knowledge", "Duty", "Module", "Outcome"."""
    note: str = ""
    parent: str = ""
    """Identifier of the statement that it stands under; empty at the top."""
    uri: str = ""
    """Its address, where it is not made from the identifier."""
    source: SourceRef

    @cached_property
    def node(self) -> Node:
        """It as an end of a tie, named by its code or else by its text."""
        title = self.key or self.text
        return Node(identifier=self.identifier, title=title, uri=self.uri)


class Tie(Record):
    """One statement stands to another."""

    relation: str
    """A ``Relation``, or "ext:" with a word of somebody's own."""
    origin: Node
    destination: Node
    group: str = ""
    """Name of the group of ties that it belongs to."""
    depth: str = ""
    note: str = ""


class Listing(Record):
    """The statements of one document, under one author."""

    identifier: str
    reference: str = ""
    """A standard's reference, such as "ST0128", or a programme's code."""
    title: str
    kind: str = ""
    version: str = ""
    creator: str = ""
    publisher: str = ""
    status: str = ""
    """In the publisher's words: "Approved for delivery"."""
    starts: date | None = None
    ends: date | None = None
    address: str = ""
    note: str = ""
    uri: str = ""
    """The document's own address, where it is not made from the identifier."""
    changed: date = UNDATED
    statements: tuple[Statement, ...] = ()
    ties: tuple[Tie, ...] = ()
    source: SourceRef

    @property
    def label(self) -> str:
        """Reference, version and title: "ST0128 v1.1 Software …"."""
        version = f"v{self.version}" if self.version else ""
        title = "" if self.title == self.reference else self.title
        return " ".join(filter(None, (self.reference, version, title)))
