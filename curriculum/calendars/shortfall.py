"""What keeps sessions from fitting: how many hours, and in which weeks."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from curriculum.days import DayOffKind
from curriculum.model import Programme
from curriculum.timetable import Timetable

_FORESEEN = {DayOffKind.BETWEEN_TERMS, DayOffKind.BETWEEN_BLOCKS}


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Hours that do not fit, and where hours were lost."""

    sessions: tuple[str, ...]
    hours: float
    free: tuple[tuple[int, float], ...]
    """Delivery weeks with hours that nothing takes, before the last taught one."""
    lost: tuple[tuple[date, str, float], ...]
    """Days of the pattern that were not taught in term, why, and their hours."""
    waiting: tuple[str, ...]
    """Modules for whose start weeks others are left free."""
    hours_a_week: float

    @property
    def weeks_needed(self) -> int:
        """How many more weeks of the usual pattern would hold what does not fit."""
        return ceil(self.hours / self.hours_a_week) if self.hours_a_week else 0

    @property
    def free_hours(self) -> float:
        """All the hours that are left free on the way."""
        return sum(hours for _, hours in self.free)


def shortfall(programme: Programme, timetable: Timetable) -> Shortfall:
    """What does not fit, and why; with no sessions in it, everything fits."""
    pattern: defaultdict[int, float] = defaultdict(float)
    for slot in timetable.days.calendar.delivery:
        pattern[slot.day.number] += slot.hours
    missing = [session for _, session in timetable.unplaced]
    return Shortfall(
        sessions=tuple(session.key for session in missing),
        hours=sum(session.hours for session in missing),
        free=tuple(_free(timetable)),
        lost=tuple(
            (day, f"{kind.value}: {title}" if title else kind.value, pattern[n])
            for week in timetable.weeks
            for day, kind, title in week.days_off
            if kind not in _FORESEEN and (n := day.weekday()) in pattern
        ),
        waiting=tuple(m.key for m in programme.modules if m.start_week),
        hours_a_week=sum(pattern.values()),
    )


def _free(timetable: Timetable) -> Iterator[tuple[int, float]]:
    """Weeks that end with free time although something is taught after them."""
    used: defaultdict[date, int] = defaultdict(int)
    for placement in timetable.placements:
        for part in placement.parts:
            used[part.day] += part.minutes
    left: defaultdict[int, int] = defaultdict(int)
    last = max(used, default=date.min)
    for slot in timetable.slots:
        if slot.day < last:
            left[slot.week] += slot.minutes
    weeks = {slot.day: slot.week for slot in timetable.slots}
    for day, minutes in used.items():
        left[weeks[day]] -= minutes
    yield from ((week, m / 60) for week, m in sorted(left.items()) if m > 0)
