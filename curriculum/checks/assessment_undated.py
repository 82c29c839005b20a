"""ASM111."""

from collections.abc import Iterator

from curriculum.checks import Hits, rule
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Assessment, Purpose


@rule("ASM111", Severity.WARNING)
def assessment_undated(facts: Facts) -> Hits:
    """An assessment lacks dates that the assessment plan must show.

    ## What it checks
    Every assessment has a day of hand-in; a summative one has days for hand-out,
    for verifying the brief and for sampling the marking as well.

    ## Why it matters
    The assessment plan with its verification dates is what an awarding body's
    verifier asks to see; without a day of hand-in nobody can tell whether the
    content was taught before.

    ## What to do
    Add the dates that are named.

    ## Authority
    Pearson: the plan schedules when assessment and internal verification will take
    place (https://www.scribd.com/document/156085351/Assessment-Doctuments).
    """
    for assessment in facts.programme.assessments:
        missing = list(_missing(assessment))
        if missing:
            yield assessment, f"{assessment.key} has no date for {listed(missing)}"


def _missing(assessment: Assessment) -> Iterator[str]:
    if assessment.purpose is Purpose.SUMMATIVE:
        if assessment.verify_brief is None:
            yield "verifying the brief"
        if assessment.hand_out is None:
            yield "hand-out"
    if assessment.hand_in is None:
        yield "hand-in"
    if assessment.purpose is Purpose.SUMMATIVE and assessment.verify_sample is None:
        yield "sampling the marking"
