"""HRS112."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import counted
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS112", Severity.ERROR)
def start_week_never_comes(facts: Facts) -> Hits:
    """A module waits for a delivery week that the calendar does not have.

    ## What it checks
    The week for which a module waits is one of the programme's delivery weeks:
    weeks with at least one slot, counted from 1.

    ## Why it matters
    None of the module's sessions gets a date.

    ## What to do
    Correct the week, or leave it out: the module then starts when the one before
    it ends.

    ## Authority
    Arithmetic.
    """
    weeks = facts.timetable.delivery_weeks
    for module in facts.programme.modules:
        if weeks and module.start_week and module.start_week > weeks:
            yield (
                module,
                (
                    f"{module.key} waits for week {module.start_week}, "
                    f"and the calendar has {counted(weeks, 'delivery week')}"
                ),
            )
