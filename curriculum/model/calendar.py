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


class Stretch(Record):
    """Days from first to last: a block of delivery, or an exam window."""

    title: str
    starts: date
    ends: date
    source: SourceRef

    @property
    def key(self) -> str:
        """Its title."""
        return self.title


class Workplace(Stretch):
    """Days that learners spend at work, on which there is no delivery."""

    days: tuple[Weekday, ...] = ()
    """Which days of the week; none stands for Monday to Friday."""
    hours: float | None = Field(default=None, gt=0, le=24)
    """Hours of one such day."""
    placement: bool = False
    """Whether the days count towards an industry placement."""


class Group(Record):
    """Learners who are taught the same at other times.

    What a group does not state, it shares with the programme's calendar.
    """

    title: str
    starts: date | None = None
    """Its own first day, where it rolls on later than the others."""
    ends: date | None = None
    moves_assessments: bool = False
    """Whether dates of assessments move to its own teaching weeks and days."""
    delivery: tuple[DeliverySlot, ...] = ()
    blocks: tuple[Stretch, ...] = ()
    source: SourceRef

    @property
    def key(self) -> str:
        """Its title."""
        return self.title


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
    blocks: tuple[Stretch, ...] = ()
    """Block release: delivery is limited to these days, if there are any."""
    workplace: tuple[Workplace, ...] = ()
    exams: tuple[Stretch, ...] = ()
    """Exam windows: nothing is taught on these days."""
    groups: tuple[Group, ...] = ()
    source: SourceRef

    @property
    def key(self) -> str:
        """What a finding about the calendar names."""
        return "calendar"

    def of_group(self, group: Group) -> "Calendar":
        """The calendar as one of its groups has it."""
        own = {
            name: value
            for name in ("starts", "ends", "delivery", "blocks")
            if (value := getattr(group, name))
        }
        return self.model_copy(update={**own, "groups": ()})
