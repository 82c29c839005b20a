"""HRS115."""

from collections import defaultdict

from curriculum.checks import Hits, rule
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.timetable import Placement

_DECEMBER, _FROM = 12, 25


@rule("HRS115", Severity.WARNING)
def taught_at_christmas(facts: Facts) -> Hits:
    """A session is taught between Christmas and New Year.

    ## What it checks
    No session is laid from 25 to 31 December.  Bank holidays are left out of the
    calendar by themselves; the days between them are not.

    ## Why it matters
    Colleges are shut in that week: such a date says that the calendar states no
    terms, or that one of them is too long, and that every later date is too early.

    ## What to do
    State the terms in the calendar, or the closure of that week; where the week is
    taught indeed, waive the rule.

    ## Authority
    House rule.
    """
    weeks: defaultdict[int, list[Placement]] = defaultdict(list)
    for placement in facts.timetable.placements:
        day = placement.starts
        if (day.month, day.day) >= (_DECEMBER, _FROM):
            weeks[day.year].append(placement)
    for held in weeks.values():
        first, *others = (placement.session for placement in held)
        are = "are" if others else "is"
        yield (
            first,
            (
                f"{listed([first.key, *(s.key for s in others)])} {are} taught from "
                f"{held[0].starts}, between Christmas and New Year"
            ),
        )
