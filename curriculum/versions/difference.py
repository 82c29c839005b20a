"""What differs between two editions: values only, which reports set out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from curriculum.versions.edition import Edition, Statement
from curriculum.versions.likeness import words


class Change(StrEnum):
    """What became of a statement."""

    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved to another kind"
    REWORDED = "re-worded"
    ADDED = "added"
    RENUMBERED = "renumbered"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Match:
    """Old statements and the new ones that they have become.

    One old and several new is a split, several old and one new a merger; no old is
    an addition, no new a removal.
    """

    old: tuple[Statement, ...]
    new: tuple[Statement, ...]
    score: float
    """How alike the wordings are, from 0 to 1."""
    certain: bool
    why: str

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Everything that became of it, the weightiest first."""
        if not self.old or not self.new:
            return (Change.REMOVED if self.old else Change.ADDED,)
        if len(self.old) != len(self.new):
            return (Change.SPLIT if len(self.new) > 1 else Change.MERGED,)
        old, new = self.old[0], self.new[0]
        found = []
        if old.group != new.group:
            found.append(Change.MOVED)
        if old.wording.split() != new.wording.split():
            found.append(Change.REWORDED)
        if old.key != new.key and old.group == new.group:
            found.append(Change.RENUMBERED)
        return tuple(found) or (Change.UNCHANGED,)

    @property
    def change(self) -> Change:
        """The weightiest thing that became of it."""
        return self.changes[0]

    @cached_property
    def same_words(self) -> bool:
        """Whether one statement stayed one, with the same words in the same order."""
        return len(self.old) == len(self.new) == 1 and words(
            self.old[0].wording
        ) == words(self.new[0].wording)

    @property
    def carries(self) -> bool:
        """Whether marks may be carried over without anybody looking again."""
        return self.certain and self.same_words and Change.MOVED not in self.changes

    @property
    def certainty(self) -> str:
        """The word for how sure the match is."""
        return "certain" if self.certain else "likely"


@dataclass(frozen=True, slots=True)
class LinkChange:
    """Items that a duty names now and did not, or did and does not any more."""

    duty: Match
    added: tuple[str, ...]
    """Keys in the new edition."""
    removed: tuple[str, ...]
    """Keys in the old edition."""
    before: Mapping[str, str] = field(default_factory=dict)
    """The old key of each of those added that were renumbered."""
    now: Mapping[str, str] = field(default_factory=dict)
    """The new key of each of those removed that were renumbered."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact about the whole that was printed otherwise."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """Two editions, and what became of every statement of theirs."""

    old: Edition
    new: Edition
    items: tuple[Match, ...]
    duties: tuple[Match, ...]
    links: tuple[LinkChange, ...]
    facts: tuple[FactChange, ...]

    @cached_property
    def changed(self) -> tuple[Match, ...]:
        """Old items whose marks somebody has to look at again."""
        return tuple(m for m in self.items if m.old and not m.carries)

    @cached_property
    def added(self) -> tuple[Match, ...]:
        """Items that nothing in the old edition became."""
        return tuple(match for match in self.items if not match.old)

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing at all differs."""
        everything = (*self.items, *self.duties)
        return not (self.links or self.facts) and all(
            match.change is Change.UNCHANGED and match.certain for match in everything
        )

    @cached_property
    def _by_old(self) -> dict[str, Match]:
        return {old.key: m for m in reversed(self.items) for old in reversed(m.old)}

    def of(self, key: str) -> Match | None:
        """What became of an old item."""
        return self._by_old.get(key)
