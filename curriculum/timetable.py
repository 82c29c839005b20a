"""Lays sessions over a real calendar.

Sessions flow, in the order of teaching, into the delivery slots of teaching
days; a session longer than what is left of a slot goes on in the next one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import NamedTuple

from curriculum.days import LONGEST_YEARS, DayOff, DayOffKind, Days
from curriculum.model import Calendar, DeliverySlot, Module, Programme, Session, Term

__all__ = [
    "LONGEST_YEARS",
    "DayOff",
    "DayOffKind",
    "Days",
    "Part",
    "Placement",
    "Slot",
    "Timetable",
    "Week",
]

_DAYS_A_WEEK = 7
_WEEKDAYS = frozenset(range(5))


class Part(NamedTuple):
    """What a session takes of one slot."""

    day: date
    starts_at: time | None
    minutes: int


@dataclass(frozen=True, slots=True)
class Placement:
    """A session in real dates.  ``finishes`` differs where it spans several slots."""

    module: Module
    session: Session
    starts: date
    starts_at: time | None
    finishes: date
    week: int
    """Delivery week, from 1; weeks without any teaching slot have no number."""
    monday: date
    term: Term | None
    parts: tuple[Part, ...] = ()
    """One for each slot that it takes of."""

    @property
    def key(self) -> str:
        """The session's key."""
        return self.session.key


@dataclass(frozen=True, slots=True)
class Week:
    """One calendar week of the programme, taught or not."""

    monday: date
    number: int | None
    """Delivery week; None where nothing can be taught."""
    term: Term | None
    days_off: tuple[tuple[date, DayOffKind, str], ...]
    """Days of the delivery pattern (every weekday in a week without a term) on
    which there is no teaching, with kind and title."""
    placements: tuple[Placement, ...]


@dataclass(slots=True)
class Slot:
    """One occasion to teach; minutes are whole, so that hours add up."""

    day: date
    starts: time | None
    minutes: int
    week: int
    monday: date
    term: Term | None

    def time_after(self, minutes: int) -> time | None:
        """The time so many minutes into it."""
        if self.starts is None:
            return None
        minute = self.starts.hour * 60 + self.starts.minute + minutes
        return time(minute // 60 % 24, minute % 60)


@dataclass(frozen=True)
class Timetable:
    """A programme in real dates."""

    placements: tuple[Placement, ...]
    unplaced: tuple[tuple[Module, Session], ...]
    """Sessions for which the calendar has no slot left, in order."""
    weeks: tuple[Week, ...]
    slot_hours: float
    """Hours that the calendar offers in all."""
    days: Days
    """Which days are taught."""
    slots: tuple[Slot, ...] = ()
    """Every occasion to teach, in order."""

    @classmethod
    def of(cls, programme: Programme) -> "Timetable":
        """Lay out a programme's sessions; of several groups, those of the first."""
        calendar = programme.calendar
        if calendar.groups:
            calendar = calendar.of_group(calendar.groups[0])
        days = Days.of(calendar)
        calendar_weeks = _calendar_weeks(days)
        slots = _slots(days, calendar_weeks)
        placements, unplaced = _flow(programme, slots)
        weeks = tuple(_weeks(days, calendar_weeks, slots, placements))
        minutes = sum(slot.minutes for slot in slots)
        return cls(placements, unplaced, weeks, minutes / 60, days, tuple(slots))

    @cached_property
    def by_session(self) -> dict[str, Placement]:
        """Placements by session key."""
        return {placement.key: placement for placement in self.placements}

    @cached_property
    def delivery_weeks(self) -> int:
        """How many weeks offer at least one slot."""
        return sum(week.number is not None for week in self.weeks)

    def day_off(self, day: date) -> DayOff | None:
        """Why nobody works on that day, or None for a working day in term.

        Weekends are no working days; a day between terms is off.
        """
        return self.days.off(day)


CalendarWeek = tuple[date, tuple[date, ...]]
"""A Monday, and the days of its week that lie in the programme."""


def _calendar_weeks(days: Days) -> tuple[CalendarWeek, ...]:
    by_monday: defaultdict[int, list[date]] = defaultdict(list)
    for day in days:
        number = day.toordinal()
        by_monday[number - (number - 1) % _DAYS_A_WEEK].append(day)
    return tuple(
        (date.fromordinal(monday), tuple(held)) for monday, held in by_monday.items()
    )


def _minutes(hours: float) -> int:
    return round(hours * 60)


def _pattern(calendar: Calendar) -> dict[int, list[DeliverySlot]]:
    pattern: defaultdict[int, list[DeliverySlot]] = defaultdict(list)
    for slot in sorted(calendar.delivery, key=lambda slot: slot.starts or time.min):
        if _minutes(slot.hours):
            pattern[slot.day.number].append(slot)
    return dict(pattern)


def _slots(days: Days, weeks: Iterable[CalendarWeek]) -> list[Slot]:
    """Every slot of every teaching day, with weeks numbered as they occur."""
    pattern = _pattern(days.calendar)
    slots: list[Slot] = []
    number = 0
    for monday, held in weeks:
        taught = [
            (day, pattern[day.weekday()])
            for day in held
            if day.weekday() in pattern and not days.no_teaching(day)
        ]
        number += bool(taught)
        slots += [
            Slot(day, s.starts, _minutes(s.hours), number, monday, days.term(day))
            for day, slots_of_day in taught
            for s in slots_of_day
        ]
    return slots


Placed = tuple[Placement, ...]
Unplaced = tuple[tuple[Module, Session], ...]


def _flow(programme: Programme, slots: Sequence[Slot]) -> tuple[Placed, Unplaced]:
    """Fill the slots in order; a module that starts too late waits for its week."""
    placements: list[Placement] = []
    unplaced: list[tuple[Module, Session]] = []
    cursor = _Cursor(slots)
    for module in programme.modules:
        waits = cursor.wait(module.start_week or 1)
        for session in module.sessions:
            placement = cursor.place(module, session) if waits else None
            if placement is None:
                unplaced.append((module, session))
            else:
                placements.append(placement)
    return tuple(placements), tuple(unplaced)


@dataclass(slots=True)
class _Cursor:
    """How far the slots are filled."""

    slots: Sequence[Slot]
    at: int = 0
    used: int = 0
    """Minutes taken of the slot that it stands at."""

    def wait(self, week: int) -> bool:
        """Go on to a delivery week, unless past it; False if there is none."""
        for at in range(self.at, len(self.slots)):
            if self.slots[at].week >= week:
                if at != self.at:
                    self.at, self.used = at, 0
                return True
        return False

    def place(self, module: Module, session: Session) -> Placement | None:
        """Take a session's hours; when they do not fit, nothing later does."""
        if self.at >= len(self.slots):
            return None
        first = self.slots[self.at]
        parts = self._take(_minutes(session.hours))
        if parts is None:
            return None
        return Placement(
            module=module,
            session=session,
            starts=first.day,
            starts_at=parts[0].starts_at,
            finishes=parts[-1].day,
            week=first.week,
            monday=first.monday,
            term=first.term,
            parts=tuple(parts),
        )

    def _take(self, minutes: int) -> list[Part] | None:
        parts = []
        while self.at < len(self.slots):
            slot = self.slots[self.at]
            taken = min(minutes, slot.minutes - self.used)
            parts.append(Part(slot.day, slot.time_after(self.used), taken))
            minutes -= taken
            self.used += taken
            if self.used == slot.minutes:
                self.at, self.used = self.at + 1, 0
            if not minutes:
                return parts
        return None


def _weeks(
    days: Days,
    weeks: Iterable[CalendarWeek],
    slots: Iterable[Slot],
    placements: Placed,
) -> Iterator[Week]:
    numbers = {slot.monday: slot.week for slot in slots}
    expected = {slot.day.number for slot in days.calendar.delivery}
    placed: defaultdict[date, list[Placement]] = defaultdict(list)
    for placement in placements:
        placed[placement.monday].append(placement)
    for monday, held in weeks:
        term = next((term for day in held if (term := days.term(day))), None)
        told = expected if term or not days.terms else _WEEKDAYS
        yield Week(
            monday=monday,
            number=numbers.get(monday),
            term=term,
            days_off=tuple(_off(days, held, told)),
            placements=tuple(placed[monday]),
        )


def _off(
    days: Days, week: Iterable[date], told: AbstractSet[int]
) -> Iterator[tuple[date, DayOffKind, str]]:
    """Days of a week worth telling that they are not taught."""
    for day in week:
        reason = days.no_teaching(day) if day.weekday() in told else None
        if reason and reason[0] is not DayOffKind.BETWEEN_BLOCKS:
            yield day, *reason
