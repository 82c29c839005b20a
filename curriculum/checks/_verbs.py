"""Verbs of outcomes, objectives and statements, and how far they go."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from curriculum.checks._stems import opening_of, openings_of, root
from curriculum.facts import Facts
from curriculum.sources import verb_levels

_OPENING = re.compile(
    r"\W*(?:(?:the )?(?:learners?|students?|apprentices?) )?(?:can |will |should )?"
    r"(?:be able to |to )?(?:(?!apply|reply|supply)\w+ly )?([^\W\d_]+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_LEVELS = ("", "remember", "understand", "apply", "analyse", "evaluate", "create")
"""What the six levels are called."""


def level_name(level: int) -> str:
    """A level in words: "apply"."""
    return _LEVELS[level]


def told(verb: str, level: int) -> str:
    """A verb with its level in words: "describe (understand)"."""
    name = level_name(level)
    return verb if verb == name else f"{verb} ({name})"


@dataclass(frozen=True, slots=True)
class Reach:
    """A verb, and how far it goes at least and at most: 1 remember to 6 create."""

    verb: str
    least: int
    most: int


@lru_cache(20_000)
def reach(text: str) -> Reach | None:
    """How far the verb goes with which a text opens, if it is a known one."""
    opening = _OPENING.match(text)
    return reach_of(opening[1]) if opening else None


def reach_of(word: str) -> Reach | None:
    """How far a verb goes, if it is a known one."""
    verb = word.casefold()
    if _openings().isdisjoint(openings_of(verb)):
        return None
    levels = _levels().get(root(verb))
    return Reach(verb, *levels) if levels else None


@lru_cache(2_000)
def reaches_within(text: str) -> tuple[Reach, ...]:
    """How far each known verb of a text goes, wherever it stands."""
    return tuple(filter(None, map(reach_of, _WORD.findall(text))))


def highest(reaches: Iterable[Reach | None]) -> Reach | None:
    """The one that goes furthest at most, and of those at least."""
    known = (one for one in reaches if one)
    return max(known, key=lambda one: (one.most, one.least), default=None)


def session_reaches(facts: Facts) -> dict[str, Reach | None]:
    """How far the objectives of each session go, by session key."""
    return {
        session.key: highest(map(reach, session.objectives))
        for _, session in facts.programme.sessions()
    }


@cache
def _levels() -> Mapping[str, tuple[int, int]]:
    return {root(verb): levels for verb, levels in verb_levels().items()}


@cache
def _openings() -> frozenset[str]:
    return frozenset(map(opening_of, _levels()))
