"""Which heading stands for which field; the phrases are data in headings.toml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import tomli

from curriculum.model import Theme
from curriculum.paths import SOURCE_DATA

THEMES = tuple(theme.value for theme in Theme)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_WORDS = re.compile(r"[^\W_]+")
_LONGEST_HEADING = 30
"""Words; a longer text is no heading."""
_KEEP = "keep"
_PLACES = frozenset({"number", "module"})
"""Fields whose words also tell of what another field is."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A heading, the field that it is taken for, and how sure that is."""

    heading: str
    field: str = ""
    """Empty where it is not understood."""
    sure: bool = False
    also: tuple[str, ...] = ()
    """Other fields that the heading speaks of."""


@dataclass(frozen=True, slots=True)
class _Phrases:
    whole: Mapping[tuple[str, ...], str]
    longest: int
    alone: frozenset[str]
    """Words that say nothing within a longer heading."""


@cache
def known() -> dict[str, Any]:
    """What headings.toml says."""
    return tomli.loads((SOURCE_DATA / "headings.toml").read_text("utf-8"))


def field_names() -> tuple[str, ...]:
    """Fields that a heading may be taken for."""
    return tuple(known()["fields"])


def _all_words(text: str) -> tuple[str, ...]:
    """Its words, also those in ()."""
    return tuple(_WORDS.findall(text.replace("&", " and ").casefold()))


def words_of(text: str) -> tuple[str, ...]:
    """A text's words for comparison; "&" counts as "and", what stands in () not."""
    plain = _ASIDE.sub(" ", text) or text
    found = _WORDS.findall(plain.replace("&", " and ").casefold())
    return tuple(found) or _all_words(text)


@lru_cache(maxsize=20_000)
def take(text: str, family: str = "fields") -> Taken:
    """What a heading is taken for."""
    phrases, words = _phrases(family), words_of(text)
    if words in phrases.whole:
        return Taken(text, phrases.whole[words], sure=True)
    if not words or len(words) > _LONGEST_HEADING:
        return Taken(text)
    fields = list(dict.fromkeys(_within(words, phrases)))
    fields = fields or list(dict.fromkeys(_within(_all_words(text), phrases)))
    if not fields:
        return Taken(text)
    if fields[0] in _PLACES and len(fields) > 1:
        # "Session aims" and "Module outcomes" are what stands in the column.
        fields = [*fields[1:], fields[0]]
    if len(fields) > 1 and all(name in (*THEMES, "wider") for name in fields):
        return Taken(text, "wider", also=tuple(f for f in fields if f != "wider"))
    return Taken(text, fields[0], also=tuple(fields[1:]))


def taken(text: str, chosen: Mapping[tuple[str, ...], str]) -> Taken:
    """What a heading is taken for, unless somebody has said it."""
    said = chosen.get(words_of(text))
    return Taken(text, said, sure=True) if said else take(text)


@cache
def _phrases(family: str) -> _Phrases:
    whole = {
        words_of(phrase): name
        for name, entry in known()[family].items()
        for phrase in entry["phrases"]
    }
    alone = frozenset(known()["words"]["alone"])
    return _Phrases(whole, max(map(len, whole)), alone)


def _within(words: tuple[str, ...], phrases: _Phrases) -> Iterator[str]:
    """The fields of the phrases in a heading, from left to right."""
    at = 0
    while at < len(words):
        for size in range(min(phrases.longest, len(words) - at), 0, -1):
            name = phrases.whole.get(words[at : at + size])
            # A number after the word names one thing, not a column of them.
            follows = words[at + size] if at + size < len(words) else ""
            alone = size == 1 and words[at] in phrases.alone and len(words) > 1
            if name and not alone and not follows.isdecimal():
                if name != _KEEP:
                    yield name
                at += size - 1
                break
        at += 1
