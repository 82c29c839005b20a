"""Dates, numbers and lists in the words of a printed document."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

NONE = "\N{EN DASH}"
"""What stands in a cell for nothing; a cell is never empty."""
NONE_PLANNED = "None planned"
NOT_PLANNED = "Not planned"
NOT_STATED = "Not stated"
_ISO = re.compile(r"(?<![\w./\\-])(\d{4})-(\d\d)(?:-(\d\d))?(?![\w/\\-]|\.\w)")
"""A day or a month of the calendar, and no part of a code or of a path."""


def day(value: date | None) -> str:
    """A date in full: "8 September 2026"."""
    return f"{value.day} {value:%B %Y}" if value else NONE


def short_day(value: date | None) -> str:
    """A date for a narrow column: "8 Sep 2026"."""
    return f"{value.day} {value:%b %Y}" if value else NONE


def dates_in_words(text: str) -> str:
    """A text with its dates and months as people write them: "August 2027"."""
    return _ISO.sub(_in_words, text)


def _in_words(found: re.Match[str]) -> str:
    year, month, in_month = found.groups()
    try:
        first = date(int(year), int(month), int(in_month or 1))
    except ValueError:
        return found[0]
    return day(first) if in_month else f"{first:%B %Y}"


def days(first: date, last: date) -> str:
    """A stretch of days: "26 to 30 October 2026"."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def number(value: float) -> str:
    """A number without needless decimals: "3", "1.5"."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def count(amount: int, noun: str, plural: str = "") -> str:
    """A number of things: "1 session", "3 sessions"."""
    return f"{amount:,} {noun if amount == 1 else plural or noun + 's'}"


def weeks(numbers: Sequence[int]) -> str:
    """Delivery weeks: "week 3", "weeks 3 to 7"."""
    if not numbers:
        return ""
    first, last = min(numbers), max(numbers)
    return f"week {first}" if first == last else f"weeks {first} to {last}"


def or_none(text: str) -> str:
    """A text, or a dash for none."""
    return text.strip() or NONE


def all_or_none(texts: Iterable[str], none: str = NONE) -> list[str]:
    """The texts that say something, or one that says there are none."""
    return [text for text in texts if text.strip()] or [none]


def paragraphs(text: str) -> list[str]:
    """A text's paragraphs, each with its lines joined."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def sentence_case(text: str) -> str:
    """A text with a capital to begin with."""
    return text[:1].upper() + text[1:]
