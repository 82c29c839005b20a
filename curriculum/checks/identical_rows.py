"""COV204."""

from collections import defaultdict

from curriculum.checks import Hits, rule
from curriculum.checks._notions import TaughtItem, taught_items
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV204", Severity.WARNING)
def identical_rows(facts: Facts, *, least_sessions: int = 3) -> Hits:
    """Several KSBs have exactly the same marks.

    ## What it checks
    No two items of a framework that are taught in ``least_sessions`` sessions or
    more are taught in the same sessions and assessed in the same assessments.

    ## Why it matters
    Rows that are alike were ticked together, not thought through one by one: the
    grid does not show where either is taught.

    ## What to do
    Look at each of the sessions that are named and keep the marks that it teaches.

    ## Settings
    ``least_sessions``: rows with fewer marks may well be alike (3).

    ## Authority
    House rule.  A supplier of portfolios recommends strongly against ticking
    everything
    (https://support.bud.co.uk/hc/en-gb/articles/360002383218-Programme-Activity-Builds-Mapping-to-a-Standard).
    """
    alike: defaultdict[tuple[str, ...], list[TaughtItem]] = defaultdict(list)
    for taught in taught_items(facts):
        if len(taught.teaching) >= least_sessions:
            where = (taught.framework.id, taught.item.key)
            assessing = facts.coverage.assessing(*where)
            marks = (t.session.key for t in taught.teaching)
            tests = (a.assessment.key for a in assessing)
            alike[(taught.framework.id, *marks, *tests)].append(taught)
    for (_, *same), rows in alike.items():
        if len(rows) > 1:
            names = listed(row.name for row in rows)
            yield rows[0].item, f"{names} have the same marks: {listed(same)}"
