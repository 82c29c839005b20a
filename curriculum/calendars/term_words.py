"""What the headings and titles of a term-date file mean, from term_dates.toml."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import tomli

from curriculum.paths import SOURCE_DATA

_NUMBER = r"\d+(?:st|nd|rd|th)?"
_BETWEEN = re.compile(r"[\s\-‐‑_]+")  # noqa: RUF001 (the hyphens of word processors)


@cache
def _words() -> dict[str, Any]:
    return tomli.loads((SOURCE_DATA / "term_dates.toml").read_text("utf-8"))


def headings() -> Mapping[str, list[str]]:
    """Each field with the headings that name it."""
    held: dict[str, list[str]] = _words()["headings"]
    return held


def bound(name: str) -> int:
    """A bound on the length of a term or a half-term holiday, in days."""
    held: int = _words()["bounds"][name]
    return held


def heading_of(cell: str) -> str:
    """The field that a heading names, or nothing."""
    return _fields().get(_plain(cell).rstrip(" :*"), "")


def kinds_of(title: str) -> list[str]:
    """What a title says that it is: of the longest words, each counted once."""
    rest, found = _plain(title), dict[str, None]()
    for pattern, kind in _phrases():
        rest, times = pattern.subn(" | ", rest)
        if times:
            found[kind] = None
    if not found and _seasons().search(rest):
        found["term"] = None
    return list(found)


def _plain(text: str) -> str:
    return _BETWEEN.sub(" ", text.replace("\ufeff", "").casefold()).strip()


@cache
def _fields() -> dict[str, str]:
    return {word: field for field, words in headings().items() for word in words}


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Every phrase, the longest first."""
    phrases = [(p, kind) for kind, held in _words()["kinds"].items() for p in held]
    phrases.sort(key=lambda phrase: -len(phrase[0]))
    return tuple((_pattern(phrase), kind) for phrase, kind in phrases)


@cache
def _seasons() -> re.Pattern[str]:
    return _pattern("|".join(_words()["seasons"]["words"]))


def _pattern(phrase: str) -> re.Pattern[str]:
    body = phrase.replace("#", _NUMBER)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)")
