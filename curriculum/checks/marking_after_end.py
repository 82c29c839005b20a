"""ASM310."""

from datetime import date, timedelta

from curriculum.checks import Hits, rule
from curriculum.checks._notions import last_day, of_purpose
from curriculum.checks._words import counted
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Assessment, Purpose
from curriculum.timetable import DayOffKind, Timetable

_SHUT = frozenset(
    {
        DayOffKind.WEEKEND,
        DayOffKind.BANK_HOLIDAY,
        DayOffKind.CLOSURE,
        DayOffKind.HOLIDAY,
        DayOffKind.BETWEEN_TERMS,
    }
)


@rule("ASM310", Severity.WARNING)
def marking_after_end(
    facts: Facts, *, marking_days: int = 15, resubmission_days: int = 15
) -> Hits:
    """Marking and one resubmission of a summative assessment run past the end.

    ## What it checks
    The last day for reassessed work of a summative assessment is not after the
    gateway; where there is no gateway, not after the end.  Where no such day is
    stated, ``resubmission_days`` working days are left before it from the day on
    which work is returned, or ``marking_days`` more from the hand-in where that is
    not planned.  Weekends, holidays and closures are no working days.

    ## Why it matters
    A learner who is referred cannot be finished in time, and the certificate is
    late.

    ## What to do
    Bring the hand-in forward, plan an earlier return, or state a day for
    reassessed work that is early enough.

    ## Settings
    ``marking_days``: working days for marking, where no return is planned (15).
    ``resubmission_days``: working days for one resubmission (15).

    ## Authority
    Pearson on resubmission; an older page gives ten working days
    (http://www.solarnexus.co.uk/?page_id=391), later guidance is taken as fifteen.
    """
    closes = last_day(facts.programme)
    for assessment in of_purpose(facts, Purpose.SUMMATIVE):
        handed_in = assessment.hand_in
        if assessment.reassess_by is not None:
            if assessment.reassess_by > closes:
                yield assessment, _too_late(assessment, closes)
            continue
        if handed_in is None:
            continue
        needed = resubmission_days
        since = assessment.feedback
        if since is None:
            since, needed = handed_in, needed + marking_days
        left = _working_days(facts.timetable, since, closes, needed)
        if left < needed:
            what = "returned" if assessment.feedback else "handed in"
            yield (
                assessment,
                (
                    f"{assessment.key} is {what} on {since}, which leaves "
                    f"{counted(left, 'working day')} of {needed} for "
                    f"{'' if assessment.feedback else 'marking and '}resubmission "
                    f"before {closes}"
                ),
            )


def _too_late(assessment: Assessment, closes: date) -> str:
    return (
        f"{assessment.key} may be handed in again until {assessment.reassess_by}, "
        f"which is after {closes}"
    )


def _working_days(timetable: Timetable, since: date, until: date, most: int) -> int:
    """Working days after one day and up to another, counted no further than needed."""
    day, number = since, 0
    while day < until and number < most:
        day += timedelta(days=1)
        off = timetable.day_off(day)
        number += off is None or off[0] not in _SHUT
    return number
