"""A duty or a KSB as it is put together from the lines of the page."""

from dataclasses import dataclass, field
from itertools import pairwise

from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.rows import Row
from curriculum.readers._wording import joined, misprints
from curriculum.vocabulary import Vocabulary


@dataclass(slots=True)
class Statement:
    """A key, and the rows that its text takes."""

    key: str
    line: int
    rows: list[Row] = field(default_factory=list)
    closed: bool = False

    @property
    def text(self) -> str:
        """The text as published, in one line."""
        return joined([row.printed for row in self.rows])

    @property
    def meant(self) -> str | None:
        """The corrected reading, where it differs."""
        meant = joined([row.meant for row in self.rows])
        return meant if meant != self.text else None


def oddities(statement: Statement, words: Vocabulary, notes: Notes) -> None:
    """Note what looks misprinted and no erratum has put right."""
    for row in statement.rows:
        for word, looks_like in words.run_together(row.meant):
            message = f"“{word}” in {statement.key} looks like “{looks_like}”"
            notes.warn("SRC140", row, statement.key, message)
        for piece, fault in misprints(row.meant):
            message = f"“{piece}” in {statement.key} has {fault}"
            notes.warn("SRC141", row, statement.key, message)
    if statement.rows and statement.rows[-1].meant.endswith(","):
        message = f"{statement.key} ends in a comma"
        notes.warn("SRC141", statement.rows[-1], statement.key, message)


def numbers_missing(numbers: list[int]) -> list[tuple[int, int]]:
    """The stretches that a numbering from 1 leaves out: [1, 2, 5] → [(3, 4)]."""
    present = sorted({0, *numbers})
    return [(low + 1, high - 1) for low, high in pairwise(present) if high - low > 1]
