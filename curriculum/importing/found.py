"""What an import found, and what it keeps because it could not use it."""

from dataclasses import dataclass, field

from curriculum.findings import Finding, Severity
from curriculum.model import SourceRef

FINDINGS = {
    "IMP101": "A table of an imported file was taken for one of a known kind.",
    "IMP102": "A heading of an imported table was taken for a field, not surely.",
    "IMP103": "A heading, a table or a text was not understood and is kept in notes.",
    "IMP104": "A row of an imported table was left out.",
    "IMP105": "Merged or split cells were read into the rows that they stand for.",
    "IMP106": "A date, a week or a year was inferred.",
    "IMP107": "A date or a week could not be read.",
    "IMP108": "A KSB code is not one of the standard's.",
    "IMP109": "A mark was read by a convention, or could not be read.",
    "IMP110": "Cells are marked by colour alone.",
    "IMP111": "Something that the source does not say was filled in.",
    "IMP112": "A session's place in the calendar differs from the source's date.",
    "IMP113": "Two tables of an imported file say different things.",
    "IMP114": "A cell holds a formula without a value, or an error.",
    "IMP115": "An assessment was inferred from a text.",
    "IMP116": "A session was taken for one of another kind than teaching.",
}
"""What each code of an import means."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A text of the source that has no field of the programme."""

    place: str
    heading: str
    text: str


@dataclass(slots=True)
class Notes:
    """Collects what is found and what is kept of one file."""

    file: str
    findings: list[Finding] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)

    def found(self, code: str, subject: str, message: str, place: str = "") -> None:
        """Note something a person should look at."""
        self.findings.append(
            Finding(
                code=code,
                severity=Severity.WARNING,
                subject=subject,
                message=message,
                source=SourceRef(file=self.file, place=place),
            )
        )

    def keep(self, place: str, heading: str, text: str) -> None:
        """Keep a text word for word; what is empty is not kept."""
        if text.strip():
            self.kept.append(Kept(place, heading, text.strip()))
