"""ASM306."""

from datetime import date, timedelta

from curriculum.checks import Hits, rule
from curriculum.checks._words import counted, figure, listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Assessment


@rule("ASM306", Severity.WARNING)
def deadlines_bunched(
    facts: Facts,
    *,
    window_weeks: int = 3,
    most_deadlines_percent: float = 40,
    least_assessments: int = 5,
) -> Hits:
    """A great part of all assessments is handed in within a few weeks.

    ## What it checks
    In a programme with ``least_assessments`` dated assessments or more, which runs
    for at least four times as long, no ``window_weeks`` weeks hold more than
    ``most_deadlines_percent`` of all days of hand-in.

    ## Why it matters
    The rest of the year gives no sign of how learners do, and the end decides.

    ## What to do
    Spread the days of hand-in over the programme.

    ## Settings
    ``window_weeks``: the length that is looked at, in weeks (3).
    ``most_deadlines_percent``: the greatest share of all days of hand-in (40).
    ``least_assessments``: programmes with fewer are not judged (5).

    ## Authority
    University of Suffolk on balancing assessment load
    (https://libguides.uos.ac.uk/celt/course-design/assessment_load); the figures
    are a house rule.
    """
    window = timedelta(weeks=window_weeks)
    calendar = facts.programme.calendar
    dated = sorted(
        ((a.hand_in, a) for a in facts.programme.assessments if a.hand_in),
        key=lambda due: (due[0], due[1].key),
    )
    if len(dated) < least_assessments or calendar.ends - calendar.starts < 4 * window:
        return
    fullest = _fullest(dated, window)
    if 100 * len(fullest) > most_deadlines_percent * len(dated):
        yield (
            fullest[0][1],
            (
                f"{len(fullest)} of {counted(len(dated), 'assessment')} are handed in "
                f"between {fullest[0][0]} and {fullest[-1][0]}, more than "
                f"{figure(most_deadlines_percent)} % within {figure(window_weeks)} "
                f"weeks: {listed(a.key for _, a in fullest)}"
            ),
        )


def _fullest(
    dated: list[tuple[date, Assessment]], window: timedelta
) -> list[tuple[date, Assessment]]:
    """The window with the most days of hand-in; of several, the first."""
    best, first = (0, 0), 0
    for last, (day, _) in enumerate(dated):
        while day - dated[first][0] >= window:
            first += 1
        if last + 1 - first > best[1] - best[0]:
            best = (first, last + 1)
    return dated[best[0] : best[1]]
