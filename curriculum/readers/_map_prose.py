"""Prose of a map: whether it is whole."""

import re
from collections.abc import Iterator

from curriculum.findings import Finding
from curriculum.model import SourceRef
from curriculum.readers._map_findings import doubt

_ENDED = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*$")


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_ENDED.search(text))


def cut(whose: str, subject: str, text: str, source: SourceRef) -> Iterator[Finding]:
    """A doubt for a description that is cut at its head, and one at its tail."""
    if text[:1].islower() and text.split(maxsplit=1)[0].islower():
        yield doubt(
            "SRC217",
            subject,
            f"the description of {whose} begins within a sentence: “{_head(text)}”",
            source,
        )
    if text and not is_ended(text):
        yield doubt(
            "SRC218",
            subject,
            f"the description of {whose} ends without a full stop: “{_tail(text)}”",
            source,
        )


_SHOWN = 6
"""Words that show where a text is cut."""


def _head(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")


def _tail(text: str) -> str:
    words = text.split()
    return ("… " if len(words) > _SHOWN else "") + " ".join(words[-_SHOWN:])


_ANNOUNCED = re.compile(
    r"\bsplit into (?P<number>\d+|[a-z]+) pathways?\b(?:\s*:\s*(?P<titles>[^.]*))?",
    re.IGNORECASE,
)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)}
_BETWEEN = re.compile(r"\s*;\s*(?:and\s+)?", re.IGNORECASE)


def announced(text: str) -> tuple[int, list[str]] | None:
    """How many pathways a text announces, and their titles if it gives as many."""
    found = _ANNOUNCED.search(text)
    if not found:
        return None
    word = found["number"].lower()
    number = int(word) if word.isdecimal() else _NUMBERS.get(word)
    titles = [t.strip() for t in _BETWEEN.split(found["titles"] or "") if t.strip()]
    if not number:
        return None
    return number, titles if len(titles) == number else []
