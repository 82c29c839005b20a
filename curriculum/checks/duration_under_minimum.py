"""HRS102."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from curriculum.checks import Hits, rule
from curriculum.checks._notions import is_apprenticeship
from curriculum.checks._words import counted
from curriculum.facts import Facts
from curriculum.findings import Severity

_MONTHS_A_YEAR = 12


@rule("HRS102", Severity.ERROR)
def duration_under_minimum(facts: Facts, *, minimum_months: int = 8) -> Hits:
    """An apprenticeship is shorter than the minimum duration.

    ## What it checks
    An apprenticeship runs for at least ``minimum_months`` months from its first to
    its last day.  Other programmes are free.

    ## Why it matters
    A shorter programme is not an apprenticeship and is not funded as one.

    ## What to do
    Correct the dates, or extend the programme.

    ## Settings
    ``minimum_months``: the least duration in months (8).

    ## Authority
    The minimum duration of 8 months for starts from 1 August 2025
    (https://www.cityandguilds.com/news/may-2025/2025-26-apprenticeship-funding-rules).
    """
    calendar = facts.programme.calendar
    if not is_apprenticeship(facts.programme) or calendar.ends < calendar.starts:
        return
    earliest = _months_after(calendar.starts, int(minimum_months)) - timedelta(days=1)
    if calendar.ends < earliest:
        months = counted(int(minimum_months), "month")
        yield (
            calendar,
            (
                f"the programme runs from {calendar.starts} to {calendar.ends}, "
                f"less than {months}, which end on {earliest}"
            ),
        )


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    month = day.year * _MONTHS_A_YEAR + day.month - 1 + months
    year, month = month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1
    if year > MAXYEAR:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))
