"""What an assessment plan names and its standard does not have."""

from collections.abc import Collection

from curriculum.findings import Finding, Severity
from curriculum.model import AssessmentPlan, Item


def lacking(plan: AssessmentPlan, items: Collection[Item], label: str) -> list[Finding]:
    """A finding for each KSB that the plan names and the standard does not have."""
    known = {item.key for item in items}
    return [
        Finding(
            code="STD106",
            severity=Severity.ERROR,
            subject=key,
            message=f"the assessment plan names {key}, which {label} does not have",
            source=source,
        )
        for key, source in plan.named.items()
        if key not in known
    ]
