"""COV101."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding_items
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV101", Severity.ERROR)
def ksb_not_taught(facts: Facts) -> Hits:
    """A KSB is in the standard, but no session teaches it.

    ## What it checks
    Every item that the framework's policy asks to be taught is marked in at least
    as many sessions as it asks for, which is one unless the policy says otherwise.
    Frameworks that only advise are left to MKT101, and what an assessment may sample
    to COV404.

    ## Why it matters
    The apprentice is assessed against every KSB of the standard.  What is not in
    the plan is left to chance, and is the first thing that an auditor counts.

    ## What to do
    Mark the KSB in the session that teaches it, or plan one.  If the employer or
    another body teaches it, record a waiver that says who and where.

    ## Authority
    The framework's policy; that unaddressed outcomes are the first thing to look
    for is common practice of curriculum mapping
    (https://www.ndsu.edu/assessment/mapping/).
    """
    for framework, item, name in binding_items(facts.programme):
        times = len(facts.coverage.teaching(framework.id, item.key))
        asked = framework.policy.asked(item).taught
        if 0 < times < asked:
            yield item, f"{name} is taught in {times} of the {asked} sessions asked for"
        elif times < asked and not framework.may_sample(item):
            assessing = facts.coverage.assessing(framework.id, item.key)
            where = listed(a.assessment.key for a in assessing) if assessing else ""
            assessed = f", though {where} assesses it" if len(assessing) == 1 else ""
            if len(assessing) > 1:
                assessed = f", though {where} assess it"
            yield item, f"{name} is taught in no session{assessed}"
