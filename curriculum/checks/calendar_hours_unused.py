"""HRS205."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import counted, figure, hours
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS205", Severity.WARNING)
def calendar_hours_unused(facts: Facts, *, most_unused_percent: float = 10) -> Hits:
    """The calendar offers many more hours than are planned.

    ## What it checks
    Delivery weeks times hours a week, less what falls on holidays, leave no more
    than ``most_unused_percent`` without a session.  Calendars that offer too little
    are left to HRS104.

    ## Why it matters
    Either sessions are missing, or dates or hours at the head of the scheme of work
    are wrong.

    ## What to do
    Plan the sessions that are missing, or correct the calendar.

    ## Settings
    ``most_unused_percent``: the part of the hours offered that may be free (10).

    ## Authority
    Headers of schemes of work state weeks and hours a week (for one,
    https://www.scribd.com/document/700624894/BTEC-ESOW-Unit-1-and-7-2019-20).  The
    figure is a house rule.
    """
    timetable = facts.timetable
    offered = timetable.slot_hours
    planned = sum(session.hours for _, session in facts.programme.sessions())
    if planned and 100 * (offered - planned) > most_unused_percent * offered:
        yield (
            facts.programme.calendar,
            (
                f"{counted(timetable.delivery_weeks, 'delivery week')} offer "
                f"{hours(offered)}, and sessions take {figure(planned)}; more than "
                f"{figure(most_unused_percent)} % is free"
            ),
        )
