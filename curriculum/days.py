"""Which days are taught: terms, bank holidays and closures of one calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from curriculum.bank_holidays import bank_holidays
from curriculum.model import Calendar, Closure, Stretch, Term, Weekday, Workplace

LONGEST_YEARS = 10
"""A calendar is laid out no further than this; what is longer is a slip."""

_LONGEST = timedelta(days=LONGEST_YEARS * 365 + LONGEST_YEARS // 4)
_SATURDAY = 5


class DayOffKind(StrEnum):
    """Why a day of the delivery pattern is not taught."""

    BANK_HOLIDAY = "bank holiday"
    CLOSURE = "closure"
    STAFF_DEVELOPMENT = "staff development"
    HOLIDAY = "holiday"
    BETWEEN_TERMS = "between terms"
    WEEKEND = "weekend"
    OUTSIDE = "outside the programme"
    EXAMS = "exam window"
    WORKPLACE = "workplace"
    BETWEEN_BLOCKS = "between blocks"


DayOff = tuple[DayOffKind, str]
"""Why a day is not taught, and what that is called."""


@dataclass(frozen=True)
class Days:
    """The days of a calendar, with its bank holidays looked up."""

    calendar: Calendar
    until: date
    """The last day that is laid out."""
    terms: tuple[Term, ...]
    """In order of their start."""
    bank_holidays_known: bool
    _closed: dict[date, DayOff]
    _elsewhere: dict[date, DayOff]
    """Days in term on which people work, but not in the classroom."""

    @classmethod
    def of(cls, calendar: Calendar) -> "Days":
        """Look up what is closed between a calendar's two ends."""
        furthest = date.max - _LONGEST
        longest = calendar.starts + _LONGEST if calendar.starts < furthest else date.max
        until = min(calendar.ends, longest)
        terms = tuple(sorted(calendar.terms, key=lambda term: (term.starts, term.ends)))
        closed = {
            day: (DayOffKind(closure.kind.value), closure.title)
            for closure in reversed(calendar.closures)
            for day in _between(closure, calendar.starts, until)
        }
        public = _public_holidays(calendar, until)
        closed |= {
            day: (DayOffKind.BANK_HOLIDAY, title) for day, title in public.items()
        }
        known = _library_days(calendar, until) is not None
        elsewhere = _elsewhere(calendar, until)
        return cls(calendar, until, terms, known, closed, elsewhere)

    def __iter__(self) -> Iterator[date]:
        return _days(self.calendar.starts, self.until)

    @cached_property
    def _terms_by_day(self) -> dict[date, Term]:
        return {
            day: term
            for term in reversed(self.terms)
            for day in _between(term, self.calendar.starts, self.until)
        }

    def term(self, day: date) -> Term | None:
        """The term that a day of the programme lies in; of overlaps, the first."""
        return self._terms_by_day.get(day)

    @cached_property
    def _in_blocks(self) -> frozenset[date]:
        blocks = self.calendar.blocks
        return frozenset(
            day for b in blocks for day in _between(b, self.calendar.starts, self.until)
        )

    def no_teaching(self, day: date) -> DayOff | None:
        """Why a day of the delivery pattern is not taught; weekends may be."""
        reason = self._shut(day) or self._elsewhere.get(day)
        if reason is None and self.calendar.blocks and day not in self._in_blocks:
            return DayOffKind.BETWEEN_BLOCKS, "no block"
        return reason

    def _shut(self, day: date) -> DayOff | None:
        """Why the college does not teach on a day at all."""
        if not self.calendar.starts <= day <= self.until:
            return DayOffKind.OUTSIDE, _outside(self.calendar, day)
        if day in self._closed:
            return self._closed[day]
        if self.terms and self.term(day) is None:
            return DayOffKind.BETWEEN_TERMS, self._gap(day)
        return None

    def off(self, day: date) -> DayOff | None:
        """Why nobody works on a day, or None for a working day in term.

        People work at the workplace, between blocks and in an exam window too.
        """
        reason = self._shut(day)
        if reason is None and day.weekday() >= _SATURDAY:
            return DayOffKind.WEEKEND, list(Weekday)[day.weekday()].value
        return reason

    def _gap(self, day: date) -> str:
        before = [term for term in self.terms if term.ends < day]
        if before:
            return f"after {max(before, key=lambda term: term.ends).title}"
        return f"before {self.terms[0].title}"


def _days(first: date, last: date) -> Iterator[date]:
    """Every day from first to last; none if they stand the wrong way round."""
    numbers = range(first.toordinal(), last.toordinal() + 1)
    return (date.fromordinal(number) for number in numbers)


def _between(
    span: Closure | Stretch | Term, starts: date, until: date
) -> Iterator[date]:
    return _days(max(span.starts, starts), min(span.ends, until))


def _elsewhere(calendar: Calendar, until: date) -> dict[date, DayOff]:
    """What learners do on days of the pattern instead; exams before the workplace."""
    at_work = {
        day: (DayOffKind.WORKPLACE, stretch.title)
        for stretch in reversed(calendar.workplace)
        for day in workplace_days(stretch, calendar.starts, until)
    }
    exams = {
        day: (DayOffKind.EXAMS, stretch.title)
        for stretch in reversed(calendar.exams)
        for day in _between(stretch, calendar.starts, until)
    }
    return at_work | exams


def workplace_days(stretch: Workplace, starts: date, until: date) -> Iterator[date]:
    """The days of a stretch at work, holidays not yet taken out."""
    weekdays = {day.number for day in stretch.days} or set(range(_SATURDAY))
    days = _between(stretch, starts, until)
    return (day for day in days if day.weekday() in weekdays)


def _library_days(calendar: Calendar, until: date) -> Mapping[date, str] | None:
    if not calendar.bank_holidays.strip():
        return {}
    years = range(calendar.starts.year, until.year + 1)
    return bank_holidays(calendar.bank_holidays, years)


def _public_holidays(calendar: Calendar, until: date) -> dict[date, str]:
    """The library's bank holidays, as the calendar corrects them."""
    days = dict(_library_days(calendar, until) or {})
    for override in calendar.bank_holiday_overrides:
        if override.holiday:
            days[override.date] = override.title or "Bank holiday"
        else:
            days.pop(override.date, None)
    return days


def _outside(calendar: Calendar, day: date) -> str:
    if day < calendar.starts:
        return f"before the start on {calendar.starts}"
    return f"after the end on {calendar.ends}"
