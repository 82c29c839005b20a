"""SEQ209."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("SEQ209", Severity.WARNING)
def method_not_practised(facts: Facts) -> Hits:
    """A method of the final assessment is not practised before the gateway.

    ## What it checks
    Every method of the final assessment is practised by an assessment of the
    programme, which is handed in, and returned where that has a date, before the
    gateway.

    ## Why it matters
    Learners who meet the method for the first time at the end are tested in the
    method as much as in the KSBs.

    ## What to do
    Add a mock with feedback, and name the method under ``practises``.

    ## Authority
    Mock assessments are built in: https://apprenticeshipimprovement.co.uk/cornerstones.
    """
    end_point = facts.programme.end_point
    for method in end_point.methods if end_point else ():
        mocks = [a for a in facts.programme.assessments if a.practises == method.key]
        gateway = end_point.gateway if end_point else None
        if not mocks:
            yield method, f"{method.key} is practised by no assessment"
            continue
        days = [(a.feedback or a.hand_in, a.key) for a in mocks]
        dated = [(day, key) for day, key in days if day]
        if gateway and dated and min(dated)[0] > gateway:
            day, key = min(dated)
            yield (
                method,
                (
                    f"{method.key} is first practised by {key}, which ends on {day}, "
                    f"after the gateway on {gateway}"
                ),
            )
