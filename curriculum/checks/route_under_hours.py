"""HRS401."""

from collections import Counter

from curriculum.checks import Hits, rule
from curriculum.checks._notions import published_minimum
from curriculum.checks._routes import choice_of
from curriculum.checks._words import figure, hours, listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.routes import Routes

_PLACES = 6
"""Decimals of hours that count: sums of tenths are a hair off."""


@rule("HRS401", Severity.ERROR)
def route_under_hours(facts: Facts) -> Hits:
    """A learner may choose modules with fewer off-the-job hours than are published.

    ## What it checks
    Whatever modules a learner chooses, the sessions that count as off-the-job
    training and have a date come to at least the minimum that is published for the
    version of the standard and the start of the programme.  The choice with the
    fewest hours decides.  Prior learning is evidenced learner by learner, so the
    training plan takes it off, and not this rule.

    ## Why it matters
    The minimum holds for every apprentice, not for the programme as a whole.

    ## What to do
    Lengthen the modules that are named, or the ones that all take.

    ## Authority
    The minimum published for each standard since August 2025
    (https://feweek.co.uk/dfe-sets-minimum-off-the-job-hours-for-each-apprenticeship-standard).
    """
    programme = facts.programme
    routes = Routes.of(programme)
    planned: Counter[str] = Counter()
    for placement in facts.timetable.placements:
        if placement.session.off_the_job:
            planned[placement.module.key] += placement.session.hours  # type: ignore[assignment]  # a counter of hours
    least, route = routes.least(planned)
    least += sum(n for key, n in planned.items() if key not in routes.bits)
    least = round(least, _PLACES)
    takes = routes.keys(route)
    for framework in programme.frameworks if programme.choices else ():
        minimum = published_minimum(framework, programme.calendar.starts)
        if minimum is not None and least < minimum.figure:
            remark = f": {minimum.remark}" if minimum.remark else ""
            who = f"a learner who takes {listed(takes)}" if takes else "a learner"
            yield (
                choice_of("+".join(takes) or programme.code, takes, programme),
                (
                    f"{who} gets {hours(least)} of off-the-job training, "
                    f"{figure(minimum.figure - least)} under the "
                    f"{figure(minimum.figure)} of {framework.label} according to "
                    f"{minimum.authority}{remark}"
                ),
            )
