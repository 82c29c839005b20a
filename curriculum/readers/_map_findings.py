"""How the files of the map reader state what they found."""

from curriculum.findings import Finding, Severity
from curriculum.model import SourceRef
from curriculum.readers import finding

_SHOWN = 500
"""Characters; what is longer is found at its place."""


def shown(text: str) -> str:
    """A text of the map in quotes, as far as a finding bears it."""
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN]}…”"


def doubt(code: str, subject: str, message: str, source: SourceRef) -> Finding:
    """Something that was read, and that a person should look at."""
    return finding(code, Severity.WARNING, subject, message, source)


def lost(code: str, subject: str, message: str, source: SourceRef) -> Finding:
    """Something that stands in the text and not in the record."""
    return finding(code, Severity.ERROR, subject, message, source)
