"""SEQ207."""

from datetime import timedelta

from curriculum.checks import Hits, rule
from curriculum.checks._notions import taught_items
from curriculum.checks._words import counted, listed
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("SEQ207", Severity.WARNING)
def taught_in_one_go(
    facts: Facts, *, shortest_span_days: int = 7, least_weeks: int = 5
) -> Hits:
    """Everything on a KSB is taught within a week.

    ## What it checks
    In a programme of ``least_weeks`` delivery weeks or more, the sessions that
    teach an item span ``shortest_span_days`` or more, from the first to the last.
    What is taught in one session only is left to COV103.

    ## Why it matters
    What is massed is forgotten; a learner who is away that week misses it all.

    ## What to do
    Move one of the sessions, or take the KSB up again later and mark it there.

    ## Settings
    ``shortest_span_days``: the least number of days from first to last (7).
    ``least_weeks``: shorter programmes are not judged (5).

    ## Authority
    Cepeda and others (2008) on spacing
    (https://digitalcommons.usf.edu/psy_facpub/1766).  The figures are a house
    rule.
    """
    if facts.timetable.delivery_weeks < least_weeks:
        return
    for taught in taught_items(facts):
        placed = taught.placed
        if len(taught.teaching) < 2 or len(placed) < len(taught.teaching):  # noqa: PLR2004 (a span has two ends)
            continue
        span = placed[-1].starts - placed[0].starts
        if span < timedelta(days=shortest_span_days):
            where = listed(placement.key for placement in placed)
            yield (
                taught.item,
                (
                    f"{taught.name} is taught in {where} only, all within "
                    f"{counted(span.days + 1, 'day')}"
                ),
            )
