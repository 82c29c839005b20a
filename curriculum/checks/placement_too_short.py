"""HRS208."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import is_t_level
from curriculum.checks._words import counted, figure, hours
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import SessionKind
from curriculum.placement import placement


@rule("HRS208", Severity.ERROR)
def placement_too_short(
    facts: Facts, *, least_hours: float = 315, least_days: float = 45
) -> Hits:
    """The industry placement of a T Level is shorter than it must be.

    ## What it checks
    A T Level states a placement of ``least_hours`` and ``least_days`` or more,
    as ``placement_hours`` and ``placement_days`` of its header, as placement days
    of its calendar, or as sessions at the workplace; of those, the different days
    count.

    ## Why it matters
    Without the placement the T Level is not awarded.

    ## What to do
    State the placement in the header, or lengthen it.

    ## Settings
    ``least_hours``: the least length in hours (315).
    ``least_days``: the least number of days (45).

    ## Authority
    T Level placements last at least 315 hours, about 45 days
    (https://www.haywardsheath.ac.uk/study-courses/study-areas/t-levels/t-levels/t-levels).
    """
    programme = facts.programme
    if not is_t_level(programme):
        return
    at_work = [
        p for p in facts.timetable.placements if p.session.kind is SessionKind.WORKPLACE
    ]
    planned = placement(facts.timetable.days)
    taught_there = sum(p.session.hours for p in at_work)
    held = programme.placement_hours or planned.hours or taught_there
    days = programme.placement_days or planned.days or len({p.starts for p in at_work})
    if held < least_hours:
        yield (
            programme,
            f"the placement lasts {hours(held)}, of at least {figure(least_hours)}",
        )
    if days < least_days:
        yield (
            programme,
            (
                f"the placement has {counted(days, 'day')}, "
                f"of at least {figure(least_days)}"
            ),
        )
