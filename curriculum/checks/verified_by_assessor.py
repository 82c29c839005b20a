"""ASM312."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("ASM312", Severity.ERROR)
def verified_by_assessor(facts: Facts) -> Hits:
    """An assessment is verified by the person who assesses it.

    ## What it checks
    Where an assessment names both, assessor and verifier are different people.

    ## Why it matters
    Nobody can verify their own marking; the awarding body takes the sample as not
    drawn.

    ## What to do
    Name another verifier.

    ## Authority
    Internal verification checks the assessor's work: form for internal
    verification of assignment briefs, with separate signatures
    (https://ru.scribd.com/document/398570340/Btec-Hn-Internal-Verification-of-Abs).
    """
    named = facts.programme.name_of
    for assessment in facts.programme.assessments:
        assessor = named(assessment.assessor).strip().casefold()
        if assessor and assessor == named(assessment.verifier).strip().casefold():
            yield (
                assessment,
                (
                    f"{assessment.key} is assessed and verified by "
                    f"{named(assessment.assessor)}"
                ),
            )
