"""HRS104."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import counted, hours, listed
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS104", Severity.ERROR)
def session_not_placed(facts: Facts) -> Hits:
    """Sessions have no date, for the calendar offers too few hours.

    ## What it checks
    Every session finds a place in the delivery slots between the first and the
    last day of the programme.  Modules that wait for a week that never comes are
    left to HRS112.

    ## Why it matters
    What has no date is not taught.

    ## What to do
    Add delivery slots or weeks, or shorten sessions; the sentence says by how much.

    ## Authority
    Arithmetic.
    """
    timetable = facts.timetable
    left = [
        session
        for module, session in timetable.unplaced
        if (module.start_week or 1) <= max(timetable.delivery_weeks, 1)
    ]
    if left:
        missing = hours(sum(session.hours for session in left))
        sessions = counted(len(left), "session")
        keys = listed(session.key for session in left)
        yield (
            facts.programme.calendar,
            (
                f"the calendar offers {hours(timetable.slot_hours)}, and {sessions} "
                f"of {missing} in all cannot be placed: {keys}"
            ),
        )
