"""HRS107."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS107", Severity.WARNING)
def module_starts_late(facts: Facts) -> Hits:
    """A module starts later than the week that it names.

    ## What it checks
    The first session of a module with a start week lies in that delivery week.

    ## Why it matters
    The modules before it take longer than was planned, and everything after it
    moves as well.

    ## What to do
    Shorten what comes before, or correct the week.

    ## Authority
    Arithmetic.
    """
    started: set[str] = set()
    for placement in facts.timetable.placements:
        module = placement.module
        if module.key in started:
            continue
        started.add(module.key)
        if module.start_week and placement.week > module.start_week:
            yield (
                module,
                (
                    f"{module.key} starts in week {placement.week}, "
                    f"and is planned for week {module.start_week}"
                ),
            )
