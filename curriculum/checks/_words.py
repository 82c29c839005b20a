"""Words that the sentences of rules share."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_LISTED = 12
"""A sentence names no more keys than this; the rest is counted."""


def listed(keys: Iterable[str]) -> str:
    """Keys in a sentence: "K1, K2 and S4"."""
    *most, last = keys
    if len(most) >= MOST_LISTED:
        rest = len(most) + 1 - MOST_LISTED
        return f"{', '.join(most[:MOST_LISTED])} and {rest} more"
    return f"{', '.join(most)} and {last}" if most else last


def counted(number: float, thing: str) -> str:
    """A number of things: "1 session", "2 sessions"."""
    return f"{figure(number)} {thing}{'' if number == 1 else 's'}"


def figure(number: float) -> str:
    """A number without needless digits: "7.5", "326"."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def hours(number: float) -> str:
    """A number of hours: "1 hour", "7.5 hours"."""
    return f"{figure(number)} hour{'' if number == 1 else 's'}"


def closest(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that names what may have been meant, or nothing."""
    by_folded = {key.casefold(): key for key in known}
    near = get_close_matches(word.casefold(), by_folded, n=1)
    return f"; the closest is {by_folded[near[0]]}" if near else ""
