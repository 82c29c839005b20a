"""The account: stretches of the source, and what became of each."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Fate(StrEnum):
    """What became of a stretch of the source."""

    RECORD = "record"
    """It stands in a record."""
    DRESS = "heading or page furniture"
    """It is a heading, a label, a mark of a list, or dresses the page."""
    LEFT = "not understood"
    """No record holds it, and it is no heading that is known."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters of a line, from one column up to another."""

    start: int
    end: int
    fate: Fate


@dataclass(frozen=True, slots=True)
class Accounted:
    """A line of the source, or a value of JSON, with its stretches."""

    place: str
    text: str
    stretches: tuple[Stretch, ...]

    @property
    def left(self) -> str:
        """What was not understood of it."""
        parts = [s for s in self.stretches if s.fate is Fate.LEFT]
        return " … ".join(self.text[s.start : s.end] for s in parts)


@dataclass(slots=True)
class Account:
    """Every line of a source that says something."""

    lines: list[Accounted] = field(default_factory=list)
    markup: int = 0
    """Characters that only hold a file together: tags, names of fields."""
    exact: bool = True
    """Whether each text of a record was looked for where it stands."""

    def counts(self) -> dict[Fate, int]:
        """How many characters, without white space, had which fate."""
        tally: Counter[Fate] = Counter(dict.fromkeys(Fate, 0))
        for line in self.lines:
            for stretch in line.stretches:
                said = line.text[stretch.start : stretch.end]
                tally[stretch.fate] += len("".join(said.split()))
        return dict(tally)

    def left(self) -> Iterator[Accounted]:
        """The lines of which something was not understood."""
        return (line for line in self.lines if line.left)
