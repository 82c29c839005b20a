"""How heavily a finding weighs: a policy may take an error as a warning."""

from curriculum.findings import Severity
from curriculum.model import Programme


def severity_of(
    code: str, fixed: Severity, subject: object, programme: Programme
) -> Severity:
    """The severity of a finding about a subject, under the programme's policies.

    What is about one framework weighs as the policy of that framework says.  What is
    about the whole programme is lowered only if every binding policy lowers it.
    """
    if fixed is Severity.WARNING:
        return fixed
    lowering = {
        framework.id
        for framework in programme.frameworks
        if any(lowered.code == code for lowered in framework.policy.lowered)
    }
    if not lowering:
        return fixed
    binding = {f.id for f in programme.frameworks if not f.policy.advisory}
    about = _frameworks_of(subject, programme) or binding
    return Severity.WARNING if about and about <= lowering else fixed


def _frameworks_of(subject: object, programme: Programme) -> set[str]:
    """The frameworks that a subject belongs to, or is; two may share an item."""
    named = getattr(subject, "framework", "")
    if named:
        return {named}
    return {
        framework.id
        for framework in programme.frameworks
        for held in (
            framework,
            *framework.items,
            *framework.duties,
            *framework.assessment_outcomes,
        )
        if subject is held
    }
