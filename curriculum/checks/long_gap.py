"""SEQ206."""

from itertools import pairwise

from curriculum.checks import Hits, rule
from curriculum.checks._notions import taught_items
from curriculum.checks._words import counted, figure
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("SEQ206", Severity.WARNING)
def long_gap(
    facts: Facts, *, most_weeks: int = 8, most_gap_percent: float = 50
) -> Hits:
    """A KSB rests too long between two sessions that teach it.

    ## What it checks
    Between two sessions that teach an item lie no more delivery weeks than
    ``most_weeks``, or ``most_gap_percent`` of all delivery weeks where that is
    more.  Holidays are not counted.

    ## Why it matters
    What is not met again is forgotten; the best gap is far shorter than the time
    for which something is to be remembered.

    ## What to do
    Take the KSB up again in between, and mark it there.

    ## Settings
    ``most_weeks``: the gap that is always accepted, in delivery weeks (8).
    ``most_gap_percent``: the gap that is accepted in a long programme, as a share
    of its delivery weeks (50).

    ## Authority
    Cepeda and others (2008): the best gap is 20 to 40 % of a delay of a week and 5
    to 10 % of a delay of a year (https://digitalcommons.usf.edu/psy_facpub/1766).
    The limits are a house rule, set so that only a gap that calls for action is
    told.
    """
    weeks = facts.timetable.delivery_weeks
    most = max(most_weeks, weeks * most_gap_percent / 100)
    for taught in taught_items(facts):
        gap, before, after = max(
            ((b.week - a.week, a, b) for a, b in pairwise(taught.placed)),
            key=lambda found: found[0],
            default=(0, None, None),
        )
        if gap > most and before and after:
            yield (
                taught.item,
                (
                    f"{taught.name} rests for {counted(gap, 'delivery week')} between "
                    f"{before.key} and {after.key}, more than {figure(most)}"
                ),
            )
