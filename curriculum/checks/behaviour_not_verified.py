"""COV403."""

from collections.abc import Iterator

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding_items
from curriculum.checks._words import counted, listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Programme


@rule("COV403", Severity.WARNING)
def behaviour_not_verified(facts: Facts) -> Hits:
    """A behaviour that the employer verifies has no point at which that is done.

    ## What it checks
    Every item that the policy asks to be verified stands in as many of the
    programme's verifications as it asks for, by the one whom it asks.

    ## Why it matters
    Under reformed plans nobody else looks at behaviours: what the employer has not
    confirmed stands in the way of completion.

    ## What to do
    Agree a date with the employer, and enter it under verifications in
    programme.toml with the behaviours that are confirmed then.

    ## Authority
    Skills England, Requirements and guidance for apprenticeship assessment, 19 June
    2026 (https://www.gov.uk/government/publications/requirements-for-apprenticeship-assessment).
    """
    for framework, item, name in binding_items(facts.programme):
        asked = framework.policy.asked(item)
        if not asked.verified:
            continue
        held = list(_verifiers(facts.programme, framework.id, item.key))
        right = [by for by in held if by.casefold() == asked.verified_by.casefold()]
        if len(right) >= asked.verified:
            continue
        wrong = sorted(set(held) - set(right))
        by = f", though by {listed(wrong)}" if wrong else ""
        times = f"{len(right)} of {counted(asked.verified, 'time')}" if right else "not"
        yield item, f"{name} is {times} verified by the {asked.verified_by}{by}"


def _verifiers(programme: Programme, framework: str, key: str) -> Iterator[str]:
    for verification in programme.verifications:
        if verification.framework in ("", framework) and key in verification.items:
            yield verification.by
