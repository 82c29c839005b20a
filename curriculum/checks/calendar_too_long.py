"""HRS109."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.timetable import LONGEST_YEARS


@rule("HRS109", Severity.ERROR)
def calendar_too_long(facts: Facts) -> Hits:
    """The calendar spans more years than are laid out.

    ## What it checks
    The last day of the programme is no more than ten years after the first.

    ## Why it matters
    No programme is so long: one of the two dates is a slip.  What lies beyond ten
    years is not laid out.

    ## What to do
    Correct the date.

    ## Authority
    House rule.
    """
    calendar = facts.programme.calendar
    if calendar.ends > calendar.starts and facts.timetable.days.until < calendar.ends:
        yield (
            calendar,
            (
                f"the programme runs from {calendar.starts} to {calendar.ends}, "
                f"and only {LONGEST_YEARS} years are laid out"
            ),
        )
