"""The calendar as the college states it: terms, days off, delivery pattern."""

from datetime import date, time
from enum import StrEnum

from pydantic import Field

from curriculum.model.base import Record, SourceRef


class Weekday(StrEnum):
    """Days of the week, in the order of ``date.weekday``."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"

    @property
    def number(self) -> int:
        """Monday is 0, as in ``date.weekday``."""
        return list(Weekday).index(self)


class Term(Record):
    """A stretch of teaching weeks; what lies between two terms is a holiday."""

    title: str
    starts: date
    ends: date
    source: SourceRef

    @property
    def key(self) -> str:
        """Its title."""
        return self.title


class ClosureKind(StrEnum):
    """Why nobody is taught on a day within a term."""

    CLOSURE = "closure"
    STAFF_DEVELOPMENT = "staff development"
    HOLIDAY = "holiday"


class Closure(Record):
    """Days within a term on which there is no teaching; both ends included."""

    title: str
    starts: date
    ends: date
    kind: ClosureKind = ClosureKind.CLOSURE
    source: SourceRef

    @property
    def key(self) -> str:
        """Its title."""
        return self.title


class BankHolidayOverride(Record):
    """A correction of the library's bank holidays: one more day, or one fewer."""

    date: date
    title: str = ""
    holiday: bool = True
    source: SourceRef


class DeliverySlot(Record):
    """A time of the week at which the group is taught."""

    day: Weekday
    starts: time | None = None
    hours: float = Field(gt=0, le=24)
    source: SourceRef


class Calendar(Record):
    """When a programme runs.  ``starts`` and ``ends`` are both taught days."""

    starts: date
    ends: date
    bank_holidays: str = "GB-ENG"
    """Country and division, as the holidays library names them; "" for none."""
    terms: tuple[Term, ...] = ()
    closures: tuple[Closure, ...] = ()
    bank_holiday_overrides: tuple[BankHolidayOverride, ...] = ()
    delivery: tuple[DeliverySlot, ...] = ()
    source: SourceRef

    @property
    def key(self) -> str:
        """What a finding about the calendar names."""
        return "calendar"
