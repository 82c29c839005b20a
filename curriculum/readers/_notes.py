"""What a reader has to say, with places as the file counts: lines or paths."""

from dataclasses import dataclass, field

from curriculum.findings import Finding, Severity
from curriculum.model import SourceRef


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
        self._note(Severity.WARNING, code, place, (subject, message))

    def error(self, code: str, place: str, subject: str, message: str) -> None:
        """Note what is unreadable or contradicts itself."""
        self._note(Severity.ERROR, code, place, (subject, message))

    def _note(
        self, severity: Severity, code: str, place: str, said: tuple[str, str]
    ) -> None:
        subject, message = said
        self.found.append(
            Finding(
                code=code,
                severity=severity,
                subject=subject,
                message=message,
                source=self.at(place),
            )
        )
