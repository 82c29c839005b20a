"""HRS101."""

from math import fsum

from curriculum.checks import Hits, rule
from curriculum.checks._notions import published_minimum
from curriculum.checks._words import figure, hours
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS101", Severity.ERROR)
def hours_under_minimum(facts: Facts) -> Hits:
    """The timetable holds fewer off-the-job hours than are published.

    ## What it checks
    The hours of all sessions that count as off-the-job training, have a date and
    are not in optional modules come to at least the minimum that is published for
    the version of the standard and the start of the programme.  Where learners
    choose modules, HRS401 looks at every choice instead.

    ## Why it matters
    Funding may be taken back where an apprentice gets fewer hours than published,
    unless prior learning accounts for the rest.

    ## What to do
    Plan the missing hours.  Check the figure first: it is shown with where it
    comes from.

    ## Authority
    The minimum published for each standard since August 2025
    (https://feweek.co.uk/dfe-sets-minimum-off-the-job-hours-for-each-apprenticeship-standard).
    """
    if facts.programme.choices:
        return
    planned = fsum(
        placement.session.hours
        for placement in facts.timetable.placements
        if placement.session.off_the_job and not placement.module.optional
    )
    starts = facts.programme.calendar.starts
    for framework in facts.programme.frameworks:
        minimum = published_minimum(framework, starts)
        if minimum is not None and planned < minimum.figure:
            remark = f": {minimum.remark}" if minimum.remark else ""
            yield (
                facts.programme,
                (
                    f"{hours(planned)} of off-the-job training are in the timetable, "
                    f"{figure(minimum.figure - planned)} under the "
                    f"{figure(minimum.figure)} of {framework.label} according to "
                    f"{minimum.authority}{remark}"
                ),
            )
