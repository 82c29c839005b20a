"""The clauses of a statement: what follows "including", "such as", or in a list."""

import re
from functools import cache, lru_cache

from curriculum.checks._stems import telling
from curriculum.sources import whole_phrases

_LISTING = re.compile(
    r"\b(?:including|includes?|for example|for instance|such as|e\.g\.|namely)\W*",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[;*\u2022]")
_SIGNS_AND_BRACKETS = re.compile(r"\s*[;*\u2022()]\s*")
_PARTS = re.compile(r"\s*(?:[,;*\u2022]|\band\b|\bor\b|(?<=\w)\.(?=\s|$))\s*")
_EDGES = " .,;:[]*"
_JOINT = "_"
"""Stands for the spaces of a phrase that is not to be taken apart."""
_FEWEST_SIGNS = 2


@lru_cache(10_000)
def clauses(wording: str) -> tuple[str, ...]:
    """The things that a statement lists by name; empty if it lists none.

    Trends "such as Internet of Things (IoT), Augmented Reality (AR)" are two.
    """
    joined = _phrases().sub(lambda found: found[0].replace(" ", _JOINT), wording)
    stretches = _LISTING.split(joined)[1:]
    if not stretches and len(_SIGNS.findall(joined)) >= _FEWEST_SIGNS:
        parts = _SIGNS_AND_BRACKETS.split(joined)[1:]
    else:
        parts = [part for at in range(len(stretches)) for part in _parts(stretches, at)]
    listed = (_trimmed(part) for part in parts)
    return tuple(dict.fromkeys(part for part in listed if telling(part)))


def _parts(stretches: list[str], at: int) -> list[str]:
    """The parts of one list.

    What is followed by its own examples is found by them; what says to what end
    the things serve, after the list, is none of them.
    """
    parts = _PARTS.split(_inside(stretches[at]))
    if at + 1 < len(stretches):
        parts = parts[:-1]
    return [*parts[:1], *(part for part in parts[1:] if not part.startswith("to "))]


def _trimmed(part: str) -> str:
    plain = part.replace(_JOINT, " ")
    if plain.count("(") != plain.count(")"):
        plain = plain.replace("(", "").replace(")", "")
    return plain.strip(_EDGES).removesuffix(" etc").removeprefix("the ")


def _inside(stretch: str) -> str:
    """A list that stands in brackets ends with them, another with its statement."""
    depth = 0
    for at, sign in enumerate(stretch):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return stretch[:at]
    return stretch


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, whole_phrases())), re.IGNORECASE)
