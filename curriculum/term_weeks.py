"""Teaching weeks: the weeks of terms, counted, so that a date can be moved.

A week counts whether or not a bank holiday takes its lesson: counting what is
taught would move every later date by a week in a year with one holiday more.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from curriculum.days import LONGEST_YEARS
from curriculum.model import Calendar

_WEEK = 7
_DAYS_A_YEAR = 366
_WEEKEND = 2
"""A term that starts at a weekend begins with the week after it."""


def monday_of(number: int) -> int:
    """The Monday of the week of a day; days are ordinals, which cannot run out."""
    return number - (number - 1) % _WEEK


@dataclass(frozen=True, slots=True)
class TermWeeks:
    """The Mondays of a calendar's weeks in term, as ordinals, in order."""

    mondays: tuple[int, ...]

    @classmethod
    def of(cls, calendar: Calendar) -> "TermWeeks":
        """The weeks from the first day on; without terms, every week."""
        first = monday_of(calendar.starts.toordinal())
        furthest = first + LONGEST_YEARS * _DAYS_A_YEAR
        spans = [
            (monday_of(term.starts.toordinal() + _WEEKEND), term.ends)
            for term in calendar.terms
        ]
        mondays = {
            monday
            for starts, ends in spans or [(first, calendar.ends)]
            for monday in range(
                max(first, starts), min(furthest, ends.toordinal()) + 1, _WEEK
            )
        }
        return cls(tuple(sorted(mondays)) or (first,))

    def place(self, day: date) -> tuple[int, int]:
        """The last counted week not after a day, from 0, and the weeks since."""
        monday = monday_of(day.toordinal())
        index = max(0, bisect_right(self.mondays, monday) - 1)
        return index, (monday - self.mondays[index]) // _WEEK

    def monday(self, index: int, weeks_after: int) -> int:
        """The Monday of a place; beyond the last week, weeks go on being counted."""
        last = len(self.mondays) - 1
        beyond = max(0, index - last)
        return self.mondays[min(index, last)] + (beyond + weeks_after) * _WEEK

    def holds(self, day: date) -> bool:
        """Whether a day lies in one of the weeks."""
        return self.place(day)[1] == 0


Move = Callable[[date], date]
"""Where a date goes."""


def moving(old: Calendar, new: Calendar) -> Move:
    """Moves a date to the same teaching week and day of another calendar.

    Where both teach on equally many days of the week, and on other ones, a day of
    the one pattern becomes the like day of the other.  A date outside the years
    that there are stays where it is.
    """
    before, after = TermWeeks.of(old), TermWeeks.of(new)
    days = _like_days(old, new)

    def move(day: date) -> date:
        monday = after.monday(*before.place(day))
        number = monday + days.get(day.weekday(), day.weekday())
        if not date.min.toordinal() <= number <= date.max.toordinal():
            return day
        return date.fromordinal(number)

    return move


def _like_days(old: Calendar, new: Calendar) -> dict[int, int]:
    held, others = (
        sorted({slot.day.number for slot in calendar.delivery})
        for calendar in (old, new)
    )
    return dict(zip(held, others, strict=True)) if len(held) == len(others) else {}
