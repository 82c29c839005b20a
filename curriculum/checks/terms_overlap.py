"""HRS113."""

from itertools import pairwise

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS113", Severity.WARNING)
def terms_overlap(facts: Facts) -> Hits:
    """Two terms share days.

    ## What it checks
    In the order of their start, each term ends before the next one starts.

    ## Why it matters
    One of the dates is likely a slip, and the days that are shared are counted to
    the earlier term.

    ## What to do
    Correct the dates.

    ## Authority
    House rule.
    """
    for earlier, later in pairwise(facts.timetable.days.terms):
        if later.starts <= earlier.ends:
            yield (
                later,
                (
                    f"{later.title} starts on {later.starts}, "
                    f"and {earlier.title} ends on {earlier.ends}"
                ),
            )
