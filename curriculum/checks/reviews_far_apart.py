"""HRS209."""

from datetime import timedelta
from itertools import pairwise

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About, is_training, last_day
from curriculum.checks._words import counted, figure
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import SessionKind


@rule("HRS209", Severity.WARNING)
def reviews_far_apart(facts: Facts, *, most_weeks: int = 12) -> Hits:
    """Progress reviews are too far apart.

    ## What it checks
    In an apprenticeship with sessions of the kind review, no more than
    ``most_weeks`` weeks lie between the start and the first of them, between two
    of them, and between the last and the gateway.  A programme that keeps its
    reviews elsewhere is not judged.

    ## Why it matters
    Planned reviews with the employer show that training on and off the job is
    linked, and that nobody falls behind unseen.

    ## What to do
    Plan a further review in the gap.

    ## Settings
    ``most_weeks``: the greatest gap in weeks (12).

    ## Authority
    Planned reviews every 8 to 12 weeks
    (https://apprenticeshipimprovement.co.uk/cornerstones).
    """
    programme = facts.programme
    reviews = [
        (p.starts, p.key)
        for p in facts.timetable.placements
        if p.session.kind is SessionKind.REVIEW
    ]
    if not reviews or not is_training(programme):
        return
    starts, closes = programme.calendar.starts, last_day(programme)
    ends = [(starts, "the start"), *reviews, (closes, "the gateway or the end")]
    for (day, before), (next_day, after) in pairwise(ends):
        if next_day - day > timedelta(weeks=most_weeks):
            weeks = (next_day - day).days // 7
            about = About(reviews[0][1], programme.calendar.source)
            yield (
                about,
                (
                    f"{counted(weeks, 'week')} lie between {before} and {after} "
                    f"without a progress review, more than {figure(most_weeks)}"
                ),
            )
