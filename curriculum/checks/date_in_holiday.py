"""ASM106."""

from collections.abc import Iterator
from datetime import date

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Assessment
from curriculum.timetable import DayOffKind

_LEARNERS = frozenset(DayOffKind) - {DayOffKind.WEEKEND}
_STAFF = frozenset({DayOffKind.BANK_HOLIDAY, DayOffKind.CLOSURE, DayOffKind.HOLIDAY})


@rule("ASM106", Severity.ERROR)
def date_in_holiday(facts: Facts) -> Hits:
    """An assessment has a date on which nobody is there.

    ## What it checks
    Work is handed out and in within the programme and within a term, and not on a
    bank holiday, a closure day or a staff-development day.  Internal verification
    and marking, which staff may do out of term, do not fall on a bank holiday or
    closure day.  Weekends are free: work is often handed in online.

    ## Why it matters
    The date cannot be kept, and a verifier who reads the plan sees that nobody
    laid it over the calendar.

    ## What to do
    Move the date to a day on which the college is open.

    ## Authority
    The assessment plan with its dates is what the awarding body asks for
    (https://www.scribd.com/document/156085351/Assessment-Doctuments); the days are
    the college's own calendar.
    """
    for assessment in facts.programme.assessments:
        for what, day, kinds in _dates(assessment):
            reason = facts.timetable.day_off(day)
            if reason and reason[0] in kinds:
                kind, title = reason
                yield assessment, f"{assessment.key} {what} on {day}, {kind} ({title})"


def _dates(
    assessment: Assessment,
) -> Iterator[tuple[str, date, frozenset[DayOffKind]]]:
    dates = (
        ("is handed out", assessment.hand_out, _LEARNERS),
        ("is handed in", assessment.hand_in, _LEARNERS),
        ("is returned", assessment.feedback, _STAFF),
        ("is reassessed", assessment.reassess_by, _LEARNERS),
        ("has its brief verified", assessment.verify_brief, _STAFF),
        ("has its marking sampled", assessment.verify_sample, _STAFF),
    )
    for what, day, kinds in dates:
        if day is not None:
            yield what, day, kinds
