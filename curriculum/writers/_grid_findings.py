"""The sheets of findings, of waived findings, and of what they were read from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from curriculum.findings import Finding, Severity, counted
from curriculum.reviewed import Review
from curriculum.writers._sheets import Cell, Column, Kind, Names, Sheet

_FINDING = (
    Column("Code", Kind.KEY, 11),
    Column("Subject", Kind.SHORT, 18),
    Column("What is found", Kind.TEXT, 60),
    Column("Place", Kind.TEXT, 30),
)


@dataclass(frozen=True, slots=True)
class FindingNames:
    """Names by which formulas speak of the columns of severities."""

    standing: str
    waived: str
    published: str

    @classmethod
    def of(cls, names: Names) -> "FindingNames":
        """The three names."""
        parts = ("standing", "waived", "published")
        return cls(*(names.range("severity", part) for part in parts))


def findings(review: Review, severities: str, name: str) -> Sheet:
    """What the author must act on."""
    return Sheet(
        name,
        "Findings to act on",
        f"In all: {counted(review.findings)}. An error stands in the way of approval; "
        "a warning is for a person to decide.",
        _columns(severities),
        [_finding(finding) for finding in review.findings],
    )


def waived(review: Review, severities: str, name: str) -> Sheet:
    """What is excepted, with the reason."""
    held = review.waived
    return Sheet(
        name,
        "Waived findings",
        f"In all: {counted(w.finding for w in held)}. Each is excepted for a time, "
        "with a reason and a name.",
        (
            *_columns(severities),
            Column("Reason", Kind.TEXT, 50),
            Column("Who", Kind.SHORT, 18),
            Column("From", Kind.DATE, 15),
            Column("Until", Kind.DATE, 15),
        ),
        [
            (
                *_finding(w.finding),
                w.waiver.reason,
                w.waiver.who or "Not stated",
                _day(w.waiver.starts),
                _day(w.waiver.ends),
            )
            for w in held
        ],
    )


def published(review: Review, severities: str, name: str) -> Sheet:
    """What concerns the published documents and not the programme."""
    return Sheet(
        name,
        "Findings about the published documents",
        f"In all: {counted(review.published)}. They concern the documents as their "
        "publishers issued them; the author of the programme need not act.",
        _columns(severities),
        [_finding(finding) for finding in review.published],
    )


def sources(review: Review, name: str) -> Sheet:
    """The published documents that the programme draws on."""
    held = review.programme.sources
    return Sheet(
        name,
        "Published sources",
        "The documents that the programme draws on, with their licences and the "
        "acknowledgements that those ask for.",
        (
            Column("Title", Kind.TEXT, 34),
            Column("Publisher", Kind.SHORT, 20),
            Column("Date", Kind.SHORT, 16),
            Column("Licence", Kind.TEXT, 26),
            Column("Acknowledgement", Kind.TEXT, 44),
            Column("Corrections", Kind.COUNT, 13),
            Column("File", Kind.TEXT, 28),
            Column("SHA-256", Kind.TEXT, 24),
        ),
        [
            (
                *_stated(s.title, s.publisher, s.dated, s.licence, s.acknowledgement),
                len(s.corrections),
                *_stated(s.file, s.digest),
            )
            for s in held
        ],
    )


def corrections(review: Review, name: str) -> Sheet:
    """Misprints that were read otherwise than printed."""
    held = review.programme.sources
    return Sheet(
        name,
        "Corrections of misprints",
        "Plain misprints of the published documents, and how they were read.",
        (Column("Source", Kind.TEXT, 40), Column("Correction", Kind.TEXT, 100)),
        [(source.title, text) for source in held for text in source.corrections],
    )


def _columns(severities: str) -> tuple[Column, ...]:
    code, *others = _FINDING
    return (
        code,
        Column("Severity", Kind.SHORT, 12, severities, painted=tuple(Severity)),
        *others,
    )


def _finding(finding: Finding) -> tuple[Cell, ...]:
    return (
        finding.code,
        finding.severity.value,
        finding.subject,
        finding.message,
        str(finding.source),
    )


def _day(day: date | None) -> Cell:
    return day or "Not stated"


def _stated(*texts: str) -> Iterable[Cell]:
    return (text or "Not stated" for text in texts)
