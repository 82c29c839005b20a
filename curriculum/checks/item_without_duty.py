"""STD101."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import distinct
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("STD101", Severity.WARNING)
def item_without_duty(facts: Facts) -> Hits:
    """The standard has a KSB that none of its duties names.

    ## What it checks
    In a framework with duties, every item is named by at least one of them.

    ## Why it matters
    The standard as published is inconsistent, or a duty was not read whole.  It is
    no fault of the programme.

    ## What to do
    Compare with the published page; where a line was misread, add an erratum.

    ## Authority
    Every KSB is mapped to at least one duty
    (https://brooksandkirk.co.uk/knowledge-skills-behaviours-ksbs).
    """
    for framework in facts.programme.frameworks:
        named = {key for duty in framework.duties for key in duty.ksbs}
        for item in distinct(framework):
            if framework.duties and item.key not in named:
                yield item, f"{item.key} of {framework.label} is named by no duty"
