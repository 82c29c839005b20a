"""What is found while an exchanged file is read."""

from curriculum.findings import Finding, Severity
from curriculum.model import SourceRef

FINDINGS = {
    "XCH101": "A statement of an exchanged file has no text, code or identity.",
    "XCH102": "Two statements of an exchanged file share an identity or a code.",
    "XCH103": "An exchanged file speaks of a statement that it does not hold.",
    "XCH104": "Something in an exchanged file has no field here and is not taken.",
    "XCH105": "A value of an exchanged file cannot be read.",
    "XCH106": "An exchanged file does not have exactly one framework row.",
    "XCH107": "A row of a long table speaks of what the programme does not have.",
}
"""What each code of an exchange means."""


class Notes:
    """Collects what is found in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def found(self, code: str, subject: str, message: str, place: str = "") -> None:
        """Note something a person should look at."""
        self.findings.append(
            Finding(
                code=code,
                severity=Severity.WARNING,
                subject=subject or self.file,
                message=message,
                source=self.at(place),
            )
        )

    def at(self, place: str) -> SourceRef:
        """A place in the file."""
        return SourceRef(file=self.file, place=place)
