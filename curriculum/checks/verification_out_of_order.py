"""ASM108."""

from collections.abc import Iterator
from datetime import date

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Assessment


@rule("ASM108", Severity.ERROR)
def verification_out_of_order(facts: Facts) -> Hits:
    """A brief is verified after it is handed out, or work returned before it is in.

    ## What it checks
    The brief is verified no later than it is handed out; work is returned, and
    marked work sampled, no earlier than it is handed in.

    ## Why it matters
    A brief that is verified late has already been used with its faults, and a
    sample drawn before hand-in cannot exist.

    ## What to do
    Correct the dates.

    ## Authority
    Pearson asks for an assessment plan that schedules assessment and internal
    verification (https://www.scribd.com/document/156085351/Assessment-Doctuments).
    """
    for assessment in facts.programme.assessments:
        for earlier, first, later, second in _pairs(assessment):
            if first and second and first > second:
                yield (
                    assessment,
                    (
                        f"{assessment.key} {later} on {second}, "
                        f"before it {earlier} on {first}"
                    ),
                )


def _pairs(
    assessment: Assessment,
) -> Iterator[tuple[str, date | None, str, date | None]]:
    verified, out = assessment.verify_brief, assessment.hand_out
    handed_in, returned = assessment.hand_in, assessment.feedback
    yield "has its brief verified", verified, "is handed out", out
    yield "is handed in", handed_in, "is returned", returned
    sampled = assessment.verify_sample
    yield "is handed in", handed_in, "has its marking sampled", sampled
