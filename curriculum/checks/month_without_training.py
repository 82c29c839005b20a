"""HRS202."""

from collections import Counter
from datetime import date
from itertools import groupby
from operator import itemgetter

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About, is_training, last_day
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS202", Severity.WARNING)
def month_without_training(facts: Facts, *, least_days: int = 15) -> Hits:
    """A calendar month of an apprenticeship has no planned training.

    ## What it checks
    Every calendar month of which ``least_days`` or more lie between the start and
    the gateway has a session.  Months that follow one another are told together.

    ## Why it matters
    Active learning is expected in every month; a month without it may count as a
    break in learning.

    ## What to do
    Plan a session in the month, at the workplace if the college is closed; or
    record a waiver that says what learners do.

    ## Settings
    ``least_days``: months with fewer days in the programme are not judged (15).

    ## Authority
    House rule, on the funding rules' test of active learning; planned and actual
    hours are compared every month
    (https://apprenticeshipimprovement.co.uk/cornerstones).
    """
    programme, timetable = facts.programme, facts.timetable
    if not is_training(programme) or not timetable.placements:
        return
    starts = programme.calendar.starts
    until = min(last_day(programme), timetable.days.until)
    days = Counter(
        (day.year, day.month)
        for day in map(
            date.fromordinal, range(starts.toordinal(), until.toordinal() + 1)
        )
    )
    taught = {
        (part.day.year, part.day.month)
        for placement in timetable.placements
        for part in placement.parts
    }
    without = [
        (
            number >= least_days and month not in taught,
            f"{month[0]}-{month[1]:02}",
        )
        for month, number in days.items()
    ]
    for empty, stretch in groupby(without, key=itemgetter(0)):
        if empty:
            first, *_, last = [month for _, month in stretch] * 2
            key = first if first == last else f"{first} to {last}"
            about = About(key, programme.calendar.source)
            when = f"in {key}" if first == last else f"from {key}"
            yield about, f"no session is planned {when}"
