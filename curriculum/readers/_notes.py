"""What a reader has to say, with places as the file counts: lines or paths."""

from dataclasses import dataclass, field

from curriculum.findings import Finding, Severity
from curriculum.model import SourceRef
from curriculum.readers import finding


@dataclass(slots=True)
class Notes:
    """Collects findings, each with its place."""

    file: str
    found: list[Finding] = field(default_factory=list)

    def at(self, place: str) -> SourceRef:
        """A place of the file."""
        return SourceRef(file=self.file, place=place)

    def warn(self, code: str, place: str, subject: str, message: str) -> None:
        """Note what a person should decide."""
        at = self.at(place)
        self.found.append(finding(code, Severity.WARNING, subject, message, at))

    def error(self, code: str, place: str, subject: str, message: str) -> None:
        """Note what is unreadable or contradicts itself."""
        at = self.at(place)
        self.found.append(finding(code, Severity.ERROR, subject, message, at))
