"""Findings: problems in the data, each a value with a code and a place."""

from collections.abc import Iterable
from enum import StrEnum

from curriculum.errors import SourceError
from curriculum.model import Record, SourceRef

__all__ = ["Finding", "Severity", "SourceError", "counted"]


class Severity(StrEnum):
    """ERROR: cannot be approved as it stands.  WARNING: a person should decide."""

    ERROR = "error"
    WARNING = "warning"


class Finding(Record):
    """One problem in the data."""

    code: str
    severity: Severity
    subject: str
    message: str
    source: SourceRef

    def __str__(self) -> str:
        return f"{self.source}: {self.code} {self.message}"


def counted(findings: Iterable[Finding]) -> str:
    """How many there are: "2 errors and 1 warning", or "no findings"."""
    tally = dict.fromkeys(Severity, 0)
    for finding in findings:
        tally[finding.severity] += 1
    parts = [f"{n} {kind}{'' if n == 1 else 's'}" for kind, n in tally.items() if n]
    return " and ".join(parts) or "no findings"
