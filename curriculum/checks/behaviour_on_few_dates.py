"""SEQ210."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import last_day, taught_items
from curriculum.checks._words import counted, figure
from curriculum.facts import Facts
from curriculum.findings import Severity

_BEHAVIOURS = ("Behaviours", "Employability skills and behaviours")
_FEW_WEEKS = 10


@rule("SEQ210", Severity.WARNING)
def behaviour_on_few_dates(
    facts: Facts, *, least_dates_per_behaviour: int = 3, least_span_percent: float = 50
) -> Hits:
    """A behaviour is evidenced on few dates, or over a short part of the programme.

    ## What it checks
    In a programme of ten delivery weeks or more, sessions and dated assessments
    touch every behaviour on ``least_dates_per_behaviour`` dates or more, which
    span at least ``least_span_percent`` of the time from start to gateway.

    ## Why it matters
    A behaviour grows over time, and an employer who is to confirm it needs to have
    seen it more than once.

    ## What to do
    Take the behaviour up again later, or assess it on a later day.

    ## Settings
    ``least_dates_per_behaviour``: the least number of different dates (3).
    ``least_span_percent``: the least part of the programme that they span (50).

    ## Authority
    House rule; no source publishes a number.
    """
    starts, closes = facts.programme.calendar.starts, last_day(facts.programme)
    whole = (closes - starts).days
    if facts.timetable.delivery_weeks < _FEW_WEEKS or whole <= 0:
        return
    for taught in taught_items(facts):
        if taught.item.group not in _BEHAVIOURS:
            continue
        assessing = facts.coverage.assessing(taught.framework.id, taught.item.key)
        dates = {placement.starts for placement in taught.placed}
        dates |= {a.assessment.hand_in for a in assessing if a.assessment.hand_in}
        span = 100 * (max(dates) - min(dates)).days / whole if dates else 0
        if dates and (
            len(dates) < least_dates_per_behaviour or span < least_span_percent
        ):
            verb = "spans" if len(dates) == 1 else "span"
            yield (
                taught.item,
                (
                    f"{taught.name} is evidenced on {counted(len(dates), 'date')}, "
                    f"which {verb} {span:.0f} % of the programme (at least "
                    f"{least_dates_per_behaviour}, and {figure(least_span_percent)} %)"
                ),
            )
