"""SEQ208."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import last_day, taught_items
from curriculum.checks._words import counted, figure
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("SEQ208", Severity.WARNING)
def ksb_met_late(
    facts: Facts, *, last_part_percent: float = 20, least_weeks: int = 10
) -> Hits:
    """A KSB is met for the first time shortly before the gateway.

    ## What it checks
    In a programme of ``least_weeks`` delivery weeks or more, every item is first
    taught before the last ``last_part_percent`` of the delivery weeks up to the
    gateway; where there is no gateway, up to the end.

    ## Why it matters
    Too little time is left to practise, to use the KSB at work and to show it.

    ## What to do
    Introduce the KSB earlier, and take it further where it stands now.

    ## Settings
    ``last_part_percent``: the last part of the programme, in percent of its
    delivery weeks (20).
    ``least_weeks``: shorter programmes are not judged (10).

    ## Authority
    Capella: sequencing an apprenticeship curriculum, early enough to be mastered
    (https://www.capella.systems/sequencing-an-apprenticeship-curriculum).  The
    figure is a house rule.
    """
    closes = last_day(facts.programme)
    weeks = sum(
        week.number is not None and week.monday <= closes
        for week in facts.timetable.weeks
    )
    if weeks < least_weeks:
        return
    latest = weeks * (1 - last_part_percent / 100)
    for taught in taught_items(facts):
        first = next(iter(taught.placed), None)
        if first is not None and first.week > latest:
            yield (
                taught.item,
                (
                    f"{taught.name} is first taught in {first.key}, in week "
                    f"{first.week} "
                    f"of {counted(weeks, 'week')} before the gateway, within the last "
                    f"{figure(last_part_percent)} %"
                ),
            )
