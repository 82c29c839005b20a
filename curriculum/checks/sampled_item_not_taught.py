"""COV404."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding_items
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV404", Severity.ERROR)
def sampled_item_not_taught(facts: Facts) -> Hits:
    """A statement that the assessment may sample is taught in no session.

    ## What it checks
    Every item that the assessment plan does not make mandatory, and that the policy
    asks to be taught, is marked in at least one session.

    ## Why it matters
    Sampling is over time: nobody knows what the next version of the assessment
    holds.  What may be left out of one assessment may not be left out of teaching.

    ## What to do
    Mark the statement in the session that teaches it, or plan one.

    ## Authority
    Skills England, Requirements and guidance for apprenticeship assessment, 19 June
    2026 (https://www.gov.uk/government/publications/requirements-for-apprenticeship-assessment).
    """
    for framework, item, name in binding_items(facts.programme):
        if (
            framework.policy.asks_teaching(item)
            and framework.may_sample(item)
            and not facts.coverage.teaching(framework.id, item.key)
        ):
            message = f"{name} may be sampled by the assessment and is taught nowhere"
            yield item, message
