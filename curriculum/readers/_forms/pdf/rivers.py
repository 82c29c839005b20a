"""Rivers: the white between two columns, as wide as all lines leave it."""

from dataclasses import dataclass
from itertools import pairwise

from curriculum.readers._forms.pdf.words import Word

_NEAR = 3.0
_SPACE = 0.45
"""Of the height of a line: white that is more than a space."""
_GAP = 0.9
"""Of the height of a line: white that sets cells apart, and no words."""


@dataclass(frozen=True, slots=True)
class River:
    """White from where the left column ends to where the right one begins."""

    low: float
    high: float

    def along(self, line: list[Word]) -> "River | None":
        """What a further line leaves of it; None if the line runs over it."""
        if line[-1].right <= self.high - 1:
            return River(max(self.low, line[-1].right), self.high)
        if line[0].left >= min(self.high - _NEAR, self.low + _NEAR):
            return River(self.low, min(self.high, line[0].left))
        gap = self.gap_in(line)
        if gap is None:
            return None
        before, after = gap
        return River(max(self.low, before.right), min(self.high, after.left))

    def gap_in(self, line: list[Word]) -> tuple[Word, Word] | None:
        """The words on its two sides, if there is more than a space between them."""
        gaps = [
            (min(self.high, after.left) - max(self.low, before.right), before, after)
            for before, after in pairwise(line)
            if self._sets_apart(before, after)
        ]
        shared, before, after = max(
            gaps, key=lambda gap: gap[0], default=(0, None, None)
        )
        return (before, after) if before and after and shared >= 1 else None

    def _sets_apart(self, before: Word, after: Word) -> bool:
        white = after.left - before.right
        return white >= _SPACE * after.height or abs(after.left - self.high) <= 1

    def is_confirmed(self, lines: list[list[Word]]) -> bool:
        """Whether further lines have words that begin behind it."""
        return any(
            self.gap_in(line) or abs(line[0].left - self.high) <= _NEAR
            for line in lines
        )

    def is_in(self, line: list[Word]) -> bool:
        """Whether words of a line begin where it ends, or stand on both sides."""
        return any(abs(word.left - self.high) <= _NEAR for word in line) or bool(
            self.gap_in(line)
        )


def rivers_of(line: list[Word], first: int) -> tuple[River, ...]:
    """Much white between words, from one on."""
    return tuple(
        River(before.right, after.left)
        for before, after in pairwise(line[first:])
        if after.left - before.right > max(8.0, _GAP * after.height)
    )
