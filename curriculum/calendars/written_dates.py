"""Dates as people write them in the United Kingdom; nothing is guessed."""

import calendar
import re
from datetime import date
from typing import NoReturn

_MONTHS = [month.casefold() for month in calendar.month_name[1:]]
_WEEKDAYS = [day.casefold() for day in calendar.day_name]
_SHORTEST = 3
_WEEKDAY = re.compile(r"^([A-Za-z]+)[,.]?\s+(?=\d)")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2})?$")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_UK = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]+)\.?,?[\s-]+(\d{4})")
_SPAN = re.compile(r"\s+(?:to|until|-)\s+|\s*[–—]\s*")


class DateError(ValueError):
    """A text that is no date, with a sentence that says why."""


def date_of(text: str) -> date:
    """The date that a text says: 2026-09-07, 07/09/2026, Mon 7th September 2026.

    Raises DateError where it says none, or one that does not exist.
    """
    rest = _TIME.sub("", " ".join(text.split()))
    weekday = _WEEKDAY.match(rest)
    day = _date(rest[weekday.end() :] if weekday else rest, text)
    if weekday and not _names(weekday[1], _WEEKDAYS[day.weekday()]):
        said = _WEEKDAYS[day.weekday()].capitalize()
        raise DateError(f"{text} is no date: {day} is a {said}")
    return day


def span_of(text: str) -> tuple[date, date]:
    """The two dates of a text such as "7 September 2026 to 23 October 2026"."""
    parts = _SPAN.split(text.strip())
    if len(parts) not in {1, 2}:
        raise DateError(f"{text} is not one date, nor one date to another")
    return date_of(parts[0]), date_of(parts[-1])


def _date(text: str, whole: str) -> date:
    if found := _ISO.fullmatch(text):
        numbers = (found[1], found[2], found[3])
    elif found := _UK.fullmatch(text):
        numbers = (found[4], found[3], found[1])
    elif found := _WORDS.fullmatch(text):
        numbers = (found[3], str(_month(found[2], whole)), found[1])
    else:
        _refuse(whole, "is not a date such as 2026-09-07 or 07/09/2026")
    try:
        return date(*map(int, numbers))
    except ValueError:
        _refuse(whole, "is a date that does not exist (day, month, year)")


def _month(word: str, whole: str) -> int:
    found = [n for n, month in enumerate(_MONTHS, start=1) if _names(word, month)]
    return found[0] if found else _refuse(whole, f"names no month: {word}")


def _names(word: str, full: str) -> bool:
    """Whether a word is a name or its beginning: "Sep", "Sept", "Thurs"."""
    return len(word) >= _SHORTEST and full.startswith(word.casefold())


def _refuse(text: str, why: str) -> NoReturn:
    raise DateError(f"{text or 'an empty cell'} {why}")
