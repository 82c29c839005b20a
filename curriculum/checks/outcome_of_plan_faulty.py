"""ASM402."""

from collections.abc import Iterator

from curriculum.checks import Hits, rule
from curriculum.checks._words import closest
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import AssessmentOutcome, Framework


@rule("ASM402", Severity.ERROR)
def outcome_of_plan_faulty(facts: Facts) -> Hits:
    """An assessment outcome names what it cannot rest on.

    ## What it checks
    Every assessment outcome names items that the framework has; what it calls
    mandatory is among them; no two outcomes share a key.

    ## Why it matters
    A wrong key takes a statement out of the assessment without anybody noticing.

    ## What to do
    Correct the keys after the published assessment plan.

    ## Authority
    House rule.
    """
    for framework in facts.programme.frameworks:
        seen: set[str] = set()
        for outcome in framework.assessment_outcomes:
            if outcome.key in seen:
                yield outcome, f"{framework.id} has two outcomes {outcome.key}"
            seen.add(outcome.key)
            for fault in _faults(framework, outcome):
                yield outcome, f"{outcome.key} {fault}"


def _faults(framework: Framework, outcome: AssessmentOutcome) -> Iterator[str]:
    for key in outcome.items:
        if framework.item(key) is None:
            near = closest(key, framework.by_key)
            yield f"names {key}, which {framework.label} does not have{near}"
    for key in outcome.mandatory:
        if key not in outcome.items:
            yield f"calls {key} mandatory, which is not among its items"
