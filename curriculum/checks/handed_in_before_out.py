"""ASM105."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("ASM105", Severity.ERROR)
def handed_in_before_out(facts: Facts) -> Hits:
    """An assessment is handed in before it is handed out.

    ## What it checks
    The day of hand-in is not earlier than the day of hand-out; work done in one
    session has both on the same day.

    ## Why it matters
    One of the two dates is wrong, and everybody plans by it.

    ## What to do
    Correct the dates.

    ## Authority
    The internal verification checklist asks whether the submission date is
    achievable from the issue date
    (https://ru.scribd.com/document/398570340/Btec-Hn-Internal-Verification-of-Abs).
    """
    for assessment in facts.programme.assessments:
        out, handed_in = assessment.hand_out, assessment.hand_in
        if out and handed_in and handed_in < out:
            yield (
                assessment,
                (
                    f"{assessment.key} is handed in on {handed_in}, "
                    f"before it is handed out on {out}"
                ),
            )
