"""STD109."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("STD109", Severity.WARNING)
def duty_without_item(facts: Facts) -> Hits:
    """A duty of the standard names no KSB.

    ## What it checks
    Every duty of a framework names at least one of its items.

    ## Why it matters
    Nobody can say how far such a duty is covered: it counts as not covered,
    whatever is taught.

    ## What to do
    Compare with the published page; where a line was misread, add an erratum.

    ## Authority
    Every duty rests on KSBs
    (https://brooksandkirk.co.uk/knowledge-skills-behaviours-ksbs).
    """
    for framework in facts.programme.frameworks:
        for duty in framework.duties:
            if not duty.ksbs:
                yield duty, f"{duty.key} of {framework.label} names no KSB"
