"""COV402."""

from collections import defaultdict
from collections.abc import Mapping

from curriculum.checks import Hits, rule
from curriculum.checks._notions import distinct
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Framework


@rule("COV402", Severity.ERROR)
def statement_not_in_one_outcome(facts: Facts) -> Hits:
    """A statement stands in two outcomes of the assessment plan, or in none.

    ## What it checks
    Under a policy that knows sampling, every knowledge and skill statement stands in
    exactly one assessment outcome of the framework's plan, and what the employer
    verifies stands in none.

    ## Why it matters
    The outcomes decide what the assessment must show.  A statement in none of them
    is never looked for; one in two of them is counted twice.

    ## What to do
    Compare the outcomes in programme.toml with the published plan.  If the plan
    itself is wrong, record a waiver and tell its publisher.

    ## Authority
    Skills England, Requirements and guidance for apprenticeship assessment, 19 June
    2026 (https://www.gov.uk/government/publications/requirements-for-apprenticeship-assessment).
    """
    for framework in facts.programme.frameworks:
        if framework.policy.sampling and framework.assessment_outcomes:
            yield from _misplaced(framework)
        elif framework.policy.sampling:
            yield framework, f"{framework.label} has no assessment outcomes of its plan"


def _misplaced(framework: Framework) -> Hits:
    outcomes = _outcomes(framework)
    for item in distinct(framework):
        held = outcomes.get(item.key, [])
        if not framework.policy.asks_assessment(item):
            if held:
                by = framework.policy.asked(item).verified_by or "nobody"
                is_verified = f"it is verified by the {by}"
                yield item, f"{item.key} stands in {listed(held)}, though {is_verified}"
        elif not held:
            yield item, f"{item.key} stands in no assessment outcome"
        elif len(held) > 1:
            stands = f"{len(held)} assessment outcomes, {listed(held)}"
            yield item, f"{item.key} stands in {stands}"


def _outcomes(framework: Framework) -> Mapping[str, list[str]]:
    """The outcomes that each item stands in."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for outcome in framework.assessment_outcomes:
        for key in outcome.items:
            held[key].append(outcome.key)
    return held
