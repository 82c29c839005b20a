"""HRS207."""

from collections import defaultdict
from statistics import fmean

from curriculum.checks import Hits, rule
from curriculum.checks._notions import TaughtItem, session_marks, taught_items
from curriculum.checks._words import figure, hours
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS207", Severity.WARNING)
def hours_per_ksb_uneven(
    facts: Facts, *, least_hours: float = 0.5, most_hours_per_mean: float = 4
) -> Hits:
    """A KSB gets hardly any teaching time, or far more than the others.

    ## What it checks
    With the hours of each session shared evenly among the items that it teaches,
    every item gets ``least_hours`` or more, and none more than
    ``most_hours_per_mean`` times the mean of its framework.

    ## Why it matters
    Minutes do not teach a KSB; and what takes many times its share takes it from
    the others.

    ## What to do
    Teach the KSB in a further session, or look at the marks of the sessions that
    are shared by many.

    ## Settings
    ``least_hours``: the least teaching time of a KSB, in hours (0.5).
    ``most_hours_per_mean``: the most, as so many times the mean (4).

    ## Authority
    House rule; no source publishes a number.
    """
    shares = [(taught, _hours(facts, taught)) for taught in taught_items(facts)]
    of_framework: defaultdict[str, list[float]] = defaultdict(list)
    for taught, own in shares:
        of_framework[taught.framework.id].append(own)
    means = {id_: fmean(shared) for id_, shared in of_framework.items()}
    for taught, own in shares:
        mean = means[taught.framework.id]
        if own < least_hours:
            yield (
                taught.item,
                (
                    f"{taught.name} gets {hours(own)} of teaching, less than "
                    f"{figure(least_hours)}"
                ),
            )
        elif own > most_hours_per_mean * mean:
            yield (
                taught.item,
                (
                    f"{taught.name} gets {hours(own)} of teaching, more than "
                    f"{figure(most_hours_per_mean)} times the mean of {figure(mean)}"
                ),
            )


def _hours(facts: Facts, taught: TaughtItem) -> float:
    marks = session_marks(facts)
    return sum(t.session.hours / len(marks[t.session.key]) for t in taught.teaching)
