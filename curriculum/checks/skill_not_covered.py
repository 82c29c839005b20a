"""MKT101."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import distinct
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Item


@rule("MKT101", Severity.WARNING)
def skill_not_covered(facts: Facts) -> Hits:
    """A skill in demand is taught in no session.

    ## What it checks
    Every item of a framework that only advises, such as the high-demand skills of
    a labour-market profile, is marked in at least one session.

    ## Why it matters
    Employers ask for these skills by name.  A programme need not teach them all,
    but should know which it leaves out.

    ## What to do
    Mark the session that teaches it; if it does not belong into the programme,
    record a waiver with the reason.

    ## Authority
    House rule; a profile advises and does not bind.
    """
    for framework in facts.programme.frameworks:
        if framework.policy.advisory:
            for item in distinct(framework):
                if not facts.coverage.teaching(framework.id, item.key):
                    yield item, f"{item.key}{_told(item)} is taught in no session"


def _told(item: Item) -> str:
    """Its wording, where the key does not say the same."""
    letters = (filter(str.isalnum, t.casefold()) for t in (item.key, item.wording))
    same = len({"".join(held) for held in letters}) == 1
    return "" if same else f" ({item.wording})"
