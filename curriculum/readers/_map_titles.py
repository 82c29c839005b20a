"""Titles of occupations: compared as words, and told apart where they run on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

Key = tuple[str, ...]

LEVEL = re.compile(r"\(\s*(?:level\s*|l)?([1-8])\s*\)", re.IGNORECASE)

DASHES = "-\u2013\u2014"

_LEVEL_AT_END = re.compile(rf"{LEVEL.pattern}[\s:]*$", LEVEL.flags)
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?[+#]*")
_JOINING = frozenset(
    {"and", "or", "of", "for", "in", "the", "with", "to", "&", *DASHES}
)
_SHORTEST_PLURAL = 4


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and its level, as printed together: "Data Analyst (4)"."""

    title: str
    level: int | None = None

    def __str__(self) -> str:
        return f"{self.title} ({self.level})" if self.level else self.title


def titled(text: str) -> Titled:
    """A title with the level that stands in brackets at its end, if one does."""
    if found := _LEVEL_AT_END.search(text):
        return Titled(text[: found.start()].strip(), int(found[1]))
    return Titled(text)


@lru_cache(maxsize=4096)
def key_of(text: str) -> Key:
    """The words of a title; case, plurals, brackets, "and" and "&" do not count."""
    words = (word.casefold() for word in _WORD.findall(text))
    return tuple(_singular(word) for word in words if word != "and")


def _singular(word: str) -> str:
    if len(word) < _SHORTEST_PLURAL or word.endswith("ss"):
        return word
    return word.removesuffix("s")


@dataclass(frozen=True)
class Lexicon:
    """The titles that the map's table of descriptions gives, with their levels.

    ``ends`` are words that end a title somewhere in the map: "technician".
    """

    levels: dict[Key, set[int | None]]
    ends: frozenset[str]
    longest: int
    """Words of the longest title."""

    @classmethod
    def of(cls, described: Iterable[Titled], others: Iterable[str] = ()) -> "Lexicon":
        """The lexicon of the titles described; others only tell how titles end."""
        levels: dict[Key, set[int | None]] = {}
        titles = list(others)
        for known in described:
            titles.append(known.title)
            if key := key_of(known.title):
                levels.setdefault(key, set()).add(known.level)
        ends = (key_of(_BRACKETS.sub(" ", title)) for title in titles)
        return cls(
            levels=levels,
            ends=frozenset(key[-1] for key in ends if key),
            longest=max(map(len, levels), default=0),
        )

    def knows(self, title: str) -> bool:
        """Whether the title is described."""
        return key_of(title) in self.levels

    def run(self, text: str, level: int | None) -> list[str]:
        """The described titles that a text is, if only one reading makes it several.

        The last must have just that level; the others have none, for a level would
        have ended them.
        """
        words = text.split()
        ways = [0] * len(words) + [1]
        ends = [0] * len(words)
        for start in reversed(range(len(words))):
            for end, key in self._described(words, start):
                wanted = level if end == len(words) else None
                if ways[end] and wanted in self.levels[key]:
                    ways[start] += min(ways[end], 2)
                    ends[start] = end
        if not words or ways[0] != 1 or ends[0] == len(words):
            return []
        bounds = [0]
        while bounds[-1] < len(words):
            bounds.append(ends[bounds[-1]])
        return [" ".join(words[start:end]) for start, end in pairwise(bounds)]

    def endings(self, text: str, level: int | None) -> list[tuple[str, str]]:
        """What stands before a described title of just that level, and the title."""
        words = text.split()
        key: Key = ()
        ways = []
        for start in range(len(words) - 1, 0, -1):
            key = key_of(words[start]) + key
            if len(key) > self.longest:
                break
            if level in self.levels.get(key, ()) and _may_part(words, start):
                ways.append((" ".join(words[:start]), " ".join(words[start:])))
        return ways

    def inside(self, text: str, level: int | None) -> list[str]:
        """What hints that a text is several titles: titles or endings within it."""
        words = text.split()
        titles = [
            " ".join(words[start:end])
            for start in range(len(words))
            for end, key in self._described(words, start)
            if end - start < len(words)
            and (end < len(words) or level is None or level in self.levels[key])
        ]
        return titles or [
            word
            for at, word in enumerate(words[1:-1], start=1)
            if self.ends.intersection(key_of(word)[-1:]) and _may_part(words, at + 1)
        ]

    def _described(self, words: list[str], start: int) -> Iterator[tuple[int, Key]]:
        """Where described titles end that begin at a word."""
        if not _may_part(words, start):
            return
        key: Key = ()
        for end in range(start + 1, len(words) + 1):
            key += key_of(words[end - 1])
            if len(key) > self.longest:
                return
            if key in self.levels and _may_part(words, end):
                yield end, key


def _may_part(words: list[str], at: int) -> bool:
    """Whether one title may end and another begin before a word."""
    if at in {0, len(words)}:
        return True
    before, after = words[at - 1], words[at]
    return (
        before.casefold() not in _JOINING
        and after.casefold() not in _JOINING
        and not before.endswith((",", "/"))
        and not after.startswith(("(", "/"))
    )
