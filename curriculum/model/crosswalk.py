"""Crosswalks: how the statements of two frameworks stand to each other, as decided."""

from datetime import date
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from curriculum.model.base import Record, SourceRef


class Relation(StrEnum):
    """How a statement of the one framework stands to one of the other."""

    SAME = "same"
    BROADER = "broader"
    NARROWER = "narrower"
    OVERLAPPING = "overlapping"
    NONE = "none"
    """Somebody looked at the pair, and neither says anything of the other."""

    @property
    def turned(self) -> "Relation":
        """How the other stands to the one."""
        return _TURNED.get(self, self)

    @property
    def holds(self) -> bool:
        """Whether what covers the one covers all of the other."""
        return self in {Relation.SAME, Relation.BROADER}

    @property
    def words(self) -> str:
        """It between two statements: "K5 is broader than agile-methodology"."""
        return _WORDS[self]


_TURNED = {
    Relation.BROADER: Relation.NARROWER,
    Relation.NARROWER: Relation.BROADER,
}
_WORDS = {
    Relation.SAME: "says the same as",
    Relation.BROADER: "is broader than",
    Relation.NARROWER: "is narrower than",
    Relation.OVERLAPPING: "overlaps with",
    Relation.NONE: "says nothing of",
}


class Side(Record):
    """One of the two frameworks of a crosswalk, in one version."""

    framework: str = Field(min_length=1)
    version: str = ""
    title: str = ""
    source: SourceRef

    @property
    def label(self) -> str:
        """Id and version: "ST0128 v1.1"."""
        return f"{self.framework} v{self.version}" if self.version else self.framework


class Pair(Record):
    """What a person decided of two statements, when, and why."""

    one: str = Field(min_length=1)
    other: str = Field(min_length=1)
    relation: Relation
    """How ``one`` stands to ``other``."""
    reason: str = ""
    who: str = Field(min_length=1)
    on: date
    stamps: tuple[str, ...] = ()
    """Fingerprints of both wordings as they were."""
    source: SourceRef

    @property
    def key(self) -> str:
        """Both keys: "K5=agile-methodology"."""
        return f"{self.one}={self.other}"


class Uncovered(Record):
    """A statement of which the other framework says nothing, as a person found."""

    framework: str
    item: str = Field(min_length=1)
    reason: str = ""
    who: str = Field(min_length=1)
    on: date
    source: SourceRef

    @property
    def key(self) -> str:
        """The statement's key."""
        return self.item


class Crosswalk(Record):
    """All that was decided between two frameworks."""

    one: Side
    other: Side
    pairs: tuple[Pair, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()
    source: SourceRef

    def about(self, framework: str, item: str) -> tuple[Pair, ...]:
        """The confirmed pairs of an item, each seen from the other framework.

        ``one`` of each is then a statement of the other framework.
        """
        if framework == self.other.framework:
            return tuple(p for p in self.confirmed if p.other == item)
        if framework == self.one.framework:
            return tuple(turned(p) for p in self.confirmed if p.one == item)
        return ()

    @cached_property
    def confirmed(self) -> tuple[Pair, ...]:
        """The pairs that have something to do with each other."""
        return tuple(p for p in self.pairs if p.relation is not Relation.NONE)


def turned(pair: Pair) -> Pair:
    """The pair with its sides changed about."""
    return pair.model_copy(
        update={
            "one": pair.other,
            "other": pair.one,
            "relation": pair.relation.turned,
            "stamps": tuple(reversed(pair.stamps)),
        }
    )
