"""HRS203."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import figure
from curriculum.facts import Facts
from curriculum.findings import Severity

_HOURS_A_CREDIT = 10
_ROUNDING_HOURS = 0.01


@rule("HRS203", Severity.WARNING)
def credits_differ(facts: Facts) -> Hits:
    """Credits, total qualification time and guided learning hours do not fit.

    ## What it checks
    Where the header of the programme states them, the total qualification time is
    ten hours for each credit, and no less than the guided learning hours.

    ## Why it matters
    One of the figures is a slip, and documents carry it to the awarding body.

    ## What to do
    Correct the figure that is wrong, from the specification of the qualification.

    ## Authority
    TQUK: one credit corresponds to 10 hours of total qualification time
    (http://www.tquk.org/index.php/support/tqt).
    """
    programme = facts.programme
    total, guided = (
        programme.total_qualification_hours,
        programme.guided_learning_hours,
    )
    credited = programme.credits
    if total is not None and credited is not None:
        expected = credited * _HOURS_A_CREDIT
        if abs(total - expected) > _ROUNDING_HOURS:
            yield (
                programme,
                (
                    f"{figure(credited)} credits are {figure(expected)} hours, and the "
                    f"total qualification time is {figure(total)}"
                ),
            )
    if total is not None and guided is not None and guided > total:
        yield (
            programme,
            (
                f"the guided learning hours of {figure(guided)} are more than the "
                f"total qualification time of {figure(total)}"
            ),
        )
