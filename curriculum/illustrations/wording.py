"""How pictures put what they show into words."""

from collections.abc import Sequence
from datetime import date

_MOST = 12


def some(keys: Sequence[str], none: str = "none") -> str:
    """The keys as a list; of many, the first, and how many more there are."""
    if not keys:
        return none
    more = len(keys) - _MOST
    if more > 1:
        return f"{', '.join(keys[:_MOST])} and {more} more"
    return ", ".join(keys)


def count(amount: int, noun: str) -> str:
    """A number of things: "1 week", "3 weeks"."""
    return f"{amount:,} {noun if amount == 1 else f'{noun}s'}"


def day(value: date) -> str:
    """A date: "8 September 2026"."""
    return f"{value.day} {value:%B %Y}"


def span(first: str, last: str) -> str:
    """What stands between two keys, both included: "M01 to M12"."""
    return first if first == last else f"{first} to {last}"
