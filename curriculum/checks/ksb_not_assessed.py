"""COV102."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding_items
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV102", Severity.ERROR)
def ksb_not_assessed(facts: Facts) -> Hits:
    """A KSB is in the standard, but nothing assesses it.

    ## What it checks
    Every item that the framework's policy asks to be assessed is marked in at
    least as many assessments, formative or summative, as it asks for: one unless
    the policy says otherwise.  What a plan allows to be sampled is not asked for.

    ## Why it matters
    A KSB that is taught but never assessed leaves no evidence for the learner's
    portfolio, and is met for the first time at the final assessment.

    ## What to do
    Mark the KSB in an assessment that tests it, or add one.  If another body
    assesses it, record a waiver that names the body.

    ## Authority
    The framework's policy; KSB guidance for providers says the same
    (https://tiqplus.com/blog/ksb-mapping-guide.html).
    """
    for framework, item, name in binding_items(facts.programme):
        if not framework.asks_assessment(item):
            continue
        times = len(facts.coverage.assessing(framework.id, item.key))
        asked = framework.policy.asked(item).assessed
        if 0 < times < asked:
            yield (
                item,
                f"{name} is assessed in {times} of the {asked} assessments asked for",
            )
        elif times < asked:
            modules = facts.coverage.modules(framework.id, item.key)
            where = ", ".join(modules) or "no module"
            yield item, f"{name} is taught in {where} and assessed nowhere"
