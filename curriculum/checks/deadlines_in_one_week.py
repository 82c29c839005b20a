"""ASM305."""

from collections import defaultdict
from datetime import date, timedelta

from curriculum.checks import Hits, rule
from curriculum.checks._words import figure, listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Assessment


@rule("ASM305", Severity.WARNING)
def deadlines_in_one_week(facts: Facts, *, most_deadlines_per_week: int = 2) -> Hits:
    """Too many assessments are handed in within one week.

    ## What it checks
    In no calendar week, from Monday, are more than ``most_deadlines_per_week``
    assessments handed in.  Versions of one assessment count once.

    ## Why it matters
    Learners do none of them well, and markers cannot return them in time.

    ## What to do
    Move one of the days of hand-in.

    ## Settings
    ``most_deadlines_per_week``: the greatest number in one week (2).

    ## Authority
    University of Suffolk on balancing assessment load
    (https://libguides.uos.ac.uk/celt/course-design/assessment_load); the figure is
    a house rule.
    """
    weeks: defaultdict[date, dict[str, Assessment]] = defaultdict(dict)
    dated = [(a.hand_in, a.key, a) for a in facts.programme.assessments if a.hand_in]
    for day, _, assessment in sorted(dated, key=lambda due: due[:2]):
        if day.toordinal() > day.weekday():
            monday = day - timedelta(days=day.weekday())
            weeks[monday].setdefault(
                assessment.version_of or assessment.key, assessment
            )
    for monday, due in sorted(weeks.items()):
        if len(due) > most_deadlines_per_week:
            yield (
                next(iter(due.values())),
                (
                    f"{listed(a.key for a in due.values())} are handed in within "
                    "the week "
                    f"of {monday}, more than {figure(most_deadlines_per_week)}"
                ),
            )
