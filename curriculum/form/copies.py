"""What one returned workbook says: what differs from its baseline, and the rest."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from curriculum.findings import Finding, Severity
from curriculum.form.baseline import Baseline
from curriculum.form.fields import Path
from curriculum.form.locate import Column
from curriculum.form.records import Id, Records, Value
from curriculum.model import SourceRef
from curriculum.office.workbook import Sheet, letters


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says, and where."""

    value: Value
    at: SourceRef


@dataclass(slots=True)
class Copy:
    """One returned workbook."""

    name: str
    baseline: Baseline | None
    """None where it carries none that can be trusted: then it is compared two ways."""
    base: Records
    """The records it is compared with."""
    changes: dict[tuple[Id, Path], Said] = field(default_factory=dict)
    """Cells that say something else than the baseline."""
    seen: dict[Id, SourceRef] = field(default_factory=dict)
    """Records that have a row."""
    new: dict[Id, SourceRef] = field(default_factory=dict)
    """Records that have a row, and are not in the baseline."""
    missing: dict[Id, SourceRef] = field(default_factory=dict)
    """Records of the baseline that have no row."""
    places: dict[tuple[Id, Path], SourceRef] = field(default_factory=dict)
    """Where each field stands, if that was asked for."""
    findings: list[Finding] = field(default_factory=list)
    accepted: dict[str, SourceRef] = field(default_factory=dict)
    """Proposals that somebody accepted, by key."""
    rejected: dict[str, SourceRef] = field(default_factory=dict)
    aside: list[str] = field(default_factory=list)
    """What people added that is no part of the form, each in a sentence."""

    def at(self, sheet: str, address: str = "") -> SourceRef:
        """A place in the workbook."""
        place = f"{sheet}!{address}" if address else sheet
        return SourceRef(file=self.name, place=place)

    def merged(self, name: str, sheet: Sheet, columns: Iterable[Column]) -> None:
        """Tell of merged areas among the columns of a form."""
        held = list(columns)
        top = min(column.top for column in held)
        numbers = {column.number for column in held}
        for first_row, first, last_row, last in sheet.merged:
            if last_row >= top and numbers.intersection(range(first, last + 1)):
                area = f"{letters(first)}{first_row}:{letters(last)}{last_row}"
                message = f"{area} is merged; only its first cell says anything"
                self.found("FRM205", name, message, self.at(name, area))

    def found(self, code: str, subject: str, message: str, at: SourceRef) -> None:
        """Note a finding; codes of 100 are errors, of 200 are for somebody to see."""
        error = code.startswith("FRM1")
        self.findings.append(
            Finding(
                code=code,
                severity=Severity.ERROR if error else Severity.WARNING,
                subject=subject,
                message=message,
                source=at,
            )
        )
