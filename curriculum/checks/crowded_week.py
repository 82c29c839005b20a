"""HRS206."""

from statistics import median

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About
from curriculum.checks._words import figure, hours
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS206", Severity.WARNING)
def crowded_week(
    facts: Facts, *, most_hours_per_median: float = 1.5, least_weeks: int = 5
) -> Hits:
    """A week holds far more hours than the usual one.

    ## What it checks
    In a programme with ``least_weeks`` taught weeks or more, no week has more than
    ``most_hours_per_median`` times the hours of the median week.  A session that
    goes on in another week counts where it begins.

    ## Why it matters
    Learners and tutors plan for the usual week; a crowded one is often a slip.

    ## What to do
    Spread the sessions, or record a waiver, for block release for instance.

    ## Settings
    ``most_hours_per_median``: hours of a week, as so many times the median (1.5).
    ``least_weeks``: programmes with fewer taught weeks are not judged (5).

    ## Authority
    House rule; no source publishes a number.
    """
    taught = [
        (week, sum(p.session.hours for p in week.placements))
        for week in facts.timetable.weeks
        if week.placements
    ]
    if len(taught) < least_weeks:
        return
    usual = median(held for _, held in taught)
    for week, held in taught:
        if held > most_hours_per_median * usual:
            about = About(f"week {week.number}", facts.programme.calendar.source)
            yield (
                about,
                (
                    f"the sessions that begin in the week of {week.monday} last "
                    f"{hours(held)}, more than {figure(most_hours_per_median)} "
                    f"times the usual {figure(usual)}"
                ),
            )
