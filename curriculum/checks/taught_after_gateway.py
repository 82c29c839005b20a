"""HRS111."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import WITHOUT_NEW_CONTENT
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS111", Severity.WARNING)
def taught_after_gateway(facts: Facts) -> Hits:
    """A session with new content is taught after the gateway.

    ## What it checks
    Sessions that are laid after the day of the gateway are reviews, catch-up or
    assessment sessions.

    ## Why it matters
    At the gateway the training is complete; what is taught later comes too late
    for the final assessment.

    ## What to do
    Teach it earlier, or correct the day of the gateway.

    ## Authority
    House rule.
    """
    end_point = facts.programme.end_point
    gateway = end_point.gateway if end_point else None
    for placement in facts.timetable.placements:
        if (
            gateway
            and placement.starts > gateway
            and placement.session.kind not in WITHOUT_NEW_CONTENT
        ):
            yield (
                placement.session,
                (
                    f"{placement.key} is taught on {placement.starts}, "
                    f"after the gateway on {gateway}"
                ),
            )
