"""The industry placement: how many days and hours the calendar holds."""

from dataclasses import dataclass

from curriculum.days import DayOffKind, Days, workplace_days

_NOBODY_WORKS = {DayOffKind.BANK_HOLIDAY, DayOffKind.CLOSURE}


@dataclass(frozen=True, slots=True)
class PlacementTime:
    """Days and hours at the workplace that count towards the placement."""

    days: int
    hours: float


def placement(days: Days) -> PlacementTime:
    """The placement that a calendar plans; a day that counts twice counts once.

    Bank holidays and closures are no placement days; holidays between terms are,
    where the calendar says that learners are at work.
    """
    hours: dict[int, float] = {}
    for stretch in days.calendar.workplace:
        if not stretch.placement:
            continue
        for day in workplace_days(stretch, days.calendar.starts, days.until):
            off = days.no_teaching(day)
            if off is None or off[0] not in _NOBODY_WORKS:
                number = day.toordinal()
                hours[number] = max(hours.get(number, 0), stretch.hours or 0)
    return PlacementTime(len(hours), sum(hours.values()))
