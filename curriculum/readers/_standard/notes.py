"""What a reader has to say about a page, collected with its places."""

from dataclasses import dataclass, field

from curriculum.findings import Severity
from curriculum.model import SourceRef
from curriculum.readers import finding
from curriculum.readers._bounded import Findings
from curriculum.readers._standard.rows import Row
from curriculum.readers._text import SourceText


@dataclass(slots=True)
class Notes:
    """Collects findings, each with its line."""

    text: SourceText
    found: Findings = field(default_factory=Findings)

    def at(self, row: Row | int) -> SourceRef:
        """The place of a row."""
        return self.text.at(row if isinstance(row, int) else row.number)

    def where(self, row: Row | int) -> str:
        """The place of a row, in words."""
        return self.text.where(row if isinstance(row, int) else row.number)

    def warn(self, code: str, row: Row | int, subject: str, message: str) -> None:
        """Note what a person should decide."""
        at = self.at(row)
        self.found.append(finding(code, Severity.WARNING, subject, message, at))

    def error(self, code: str, row: Row | int, subject: str, message: str) -> None:
        """Note what is unreadable or contradicts itself."""
        at = self.at(row)
        self.found.append(finding(code, Severity.ERROR, subject, message, at))
