"""Lays sessions over a real calendar.

Sessions flow, in the order of teaching, into the delivery slots of teaching
days; a session longer than what is left of a slot goes on in the next one.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import cached_property

from curriculum.model import Module, Programme, Session, Term


class DayOffKind(StrEnum):
    """Why a day of the delivery pattern is not taught."""

    BANK_HOLIDAY = "bank holiday"
    CLOSURE = "closure"
    STAFF_DEVELOPMENT = "staff development"
    HOLIDAY = "holiday"
    BETWEEN_TERMS = "between terms"


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


@dataclass(frozen=True)
class Timetable:
    """A programme in real dates."""

    placements: tuple[Placement, ...]
    unplaced: tuple[tuple[Module, Session], ...]
    """Sessions for which the calendar has no slot left, in order."""
    weeks: tuple[Week, ...]
    slot_hours: float
    """Hours that the calendar offers in all."""

    @classmethod
    def of(cls, programme: Programme) -> "Timetable":
        """Lay out a programme's sessions."""
        raise NotImplementedError

    @cached_property
    def by_session(self) -> dict[str, Placement]:
        """Placements by session key."""
        return {placement.key: placement for placement in self.placements}

    def day_off(self, day: date) -> tuple[DayOffKind, str] | None:
        """Why nobody works on that day, or None for a working day in term.

        Weekends are no working days; a day between terms is off.
        """
        raise NotImplementedError
