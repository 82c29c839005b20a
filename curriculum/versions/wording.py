"""Two wordings word by word: what stayed, what was taken out, what was put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_PART = re.compile(r"\w+(?:['\u2019]\w+)*|[^\w\s]")
_TOKEN = re.compile(r"\s+|\w+(?:['\u2019]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and what became of them."""

    what: Literal["same", "out", "in"]
    text: str

    def __str__(self) -> str:
        signs = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
        return signs[self.what].format(self.text)


def word_by_word(old: str, new: str) -> tuple[Piece, ...]:
    """The new wording with what was taken out of the old one and put into it."""
    return tuple(_pieces(" ".join(old.split()), " ".join(new.split())))


def marked(pieces: tuple[Piece, ...]) -> str:
    """Pieces as one text with signs: "write [-a loop-] {+two loops+}"."""
    return "".join(map(str, pieces))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            yield Piece("same", "".join(before[a:b]))
            continue
        if a < b:
            yield Piece("out", "".join(before[a:b]))
        if c < d:
            yield Piece("in", "".join(after[c:d]))


def only_spelling(old: str, new: str) -> bool:
    """Whether the words differ as misprints do: one or two letters of a long word.

    A figure that differs is never a misprint, nor is a word more or less.
    """
    before, after = _PART.findall(old.casefold()), _PART.findall(new.casefold())
    before = [word for word in before if word[0].isalnum()]
    after = [word for word in after if word[0].isalnum()]
    return len(before) == len(after) and all(
        one == other or _misprint(one, other)
        for one, other in zip(before, after, strict=True)
    )


_LONG = 5
_LETTERS = 2


def _misprint(one: str, other: str) -> bool:
    """Whether two long words differ in a letter or two, or two that changed places."""
    if not one.isalpha() or not other.isalpha() or min(len(one), len(other)) < _LONG:
        return False
    same = sum(
        block.size for block in SequenceMatcher(None, one, other).get_matching_blocks()
    )
    return max(len(one), len(other)) - same < _LETTERS
