"""HRS103."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.timetable import DayOffKind


@rule("HRS103", Severity.WARNING)
def gateway_on_day_off(facts: Facts) -> Hits:
    """The gateway falls on a day on which nobody works.

    ## What it checks
    The day of the gateway is not a bank holiday, a closure day, a weekend or a day
    between two terms.  A gateway after the last taught day is free.  Sessions need
    no such check: they are only ever laid on teaching days.

    ## Why it matters
    At the gateway employer and provider meet to confirm that the apprentice is
    ready.

    ## What to do
    Choose a working day.

    ## Authority
    The college's own calendar.
    """
    end_point = facts.programme.end_point
    if end_point is None or end_point.gateway is None:
        return
    reason = facts.timetable.day_off(end_point.gateway)
    before_start = end_point.gateway < facts.programme.calendar.starts
    if reason and (before_start or reason[0] is not DayOffKind.OUTSIDE):
        kind, title = reason
        yield end_point, f"the gateway is on {end_point.gateway}, {kind} ({title})"
