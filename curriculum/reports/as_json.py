"""A verdict as one JSON object."""

from typing import Any

from curriculum.reports.verdict import Verdict
from curriculum.writers.findings_json import record


def as_json(verdict: Verdict) -> dict[str, Any]:
    """The object of findings.json, with what is known and what fails."""
    held = record(verdict.review)
    marked = zip(held["findings"], verdict.marked(), strict=True)
    held["findings"] = [{**found, "known": known} for found, (_, known) in marked]
    held["verdict"] = {
        "passes": not verdict.failing,
        "strict": verdict.strict,
        "baseline": verdict.baseline is not None,
        "new": len(verdict.new),
        "failing": len(verdict.failing),
    }
    return held
