"""ASM103."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("ASM103", Severity.ERROR)
def assessment_without_ksb(facts: Facts) -> Hits:
    """An assessment is mapped to no KSB.

    ## What it checks
    Every assessment is marked with at least one item of a framework that the
    programme must satisfy.

    ## Why it matters
    An internal verifier asks which criteria a brief covers, and refuses one that
    covers none.

    ## What to do
    Mark what the assessment assesses, or take it out of the plan.

    ## Authority
    The usual checklist for verifying a brief asks whether it covers its criteria
    (https://ru.scribd.com/document/398570340/Btec-Hn-Internal-Verification-of-Abs).
    """
    frameworks = binding(facts.programme) or facts.programme.frameworks
    ids = {framework.id for framework in frameworks}
    advisory = {framework.id for framework in facts.programme.frameworks} - ids
    for assessment in facts.programme.assessments:
        marks = {link.framework for link in assessment.assesses} - advisory
        if ids and not marks:
            yield assessment, f"{assessment.key} assesses no KSB"
