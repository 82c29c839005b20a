"""A college's term dates, from a file: CSV, ICS, or another programme's calendar.

What is not plainly a term, a holiday or a day off is a finding, never a guess.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from curriculum.calendars.term_rows import Row, fault, rows_of
from curriculum.calendars.term_words import bound, kinds_of
from curriculum.calendars.written_dates import DateError, date_of, span_of
from curriculum.findings import Finding, SourceError
from curriculum.readers.programme.folder import read_calendar

FINDINGS = {
    "SRC501": "A date of a term-date file is not a date, or lacks its year.",
    "SRC502": "A row of a term-date file lacks its first or its last day.",
    "SRC503": "A row of a term-date file says no kind, or several.",
    "SRC504": "A row of a term-date file ends before it starts.",
    "SRC505": "An event of a term-date file repeats, and is passed over.",
    "SRC506": "A term of a term-date file is too short, or a half-term too long.",
    "SRC507": "A half-term holiday does not lie within its term.",
}

_DAY = timedelta(days=1)
_SATURDAY = 5
_AS_CLOSURE = {
    "holiday": "holiday",
    "staff development": "staff development",
    "closure": "closure",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Days from first to last, with a title and, if it is a day off, its kind."""

    title: str
    starts: date
    ends: date
    kind: str = ""


@dataclass(slots=True)
class TermDates:
    """What a file says of the academic year, in order of date."""

    file: str
    terms: list[Span] = field(default_factory=list)
    closures: list[Span] = field(default_factory=list)
    exams: list[Span] = field(default_factory=list)
    workplace: list[Span] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def covers(self) -> tuple[date, date]:
        """The first and the last day of its terms."""
        return min(t.starts for t in self.terms), max(t.ends for t in self.terms)


def read_term_dates(path: Path) -> TermDates:
    """The term dates of a file.

    Raises SourceError when the file cannot be used at all, or holds no term.
    """
    if path.suffix.casefold() == ".toml":
        found = _of_toml(path)
    else:
        found = TermDates(path.name)
        for row in rows_of(path):
            if isinstance(row, Finding):
                found.findings.append(row)
            else:
                _take(row, found)
        _split(found)
    for spans in (found.terms, found.closures, found.exams, found.workplace):
        spans.sort(key=lambda span: (span.starts, span.ends))
    if not found.terms:
        why = "".join(f"\n  {finding}" for finding in found.findings)
        raise SourceError(f"{path.name}: holds no term that can be read{why}")
    return found


def _of_toml(path: Path) -> TermDates:
    """The terms and days off of a calendar.toml."""
    calendar, findings = read_calendar(path)
    found = TermDates(path.name, findings=list(findings))
    if calendar is None:
        return found
    found.terms = [Span(t.title, t.starts, t.ends) for t in calendar.terms]
    found.closures = [
        Span(c.title, c.starts, c.ends, c.kind.value) for c in calendar.closures
    ]
    found.exams = [Span(e.title, e.starts, e.ends) for e in calendar.exams]
    found.workplace = [Span(w.title, w.starts, w.ends) for w in calendar.workplace]
    return found


def _take(row: Row, found: TermDates) -> None:
    """Put a row where it belongs, or say why not."""
    title = row.text("title") or row.text("kind")
    try:
        span = _days(row)
    except DateError as error:
        found.findings.append(fault("SRC501", title, str(error), row.at))
        return
    if span is None:
        message = f"{title or 'a row'} has no first and last day"
        found.findings.append(fault("SRC502", title, message, row.at))
    elif span[1] < span[0]:
        message = f"{title} ends on {span[1]}, before it starts on {span[0]}"
        found.findings.append(fault("SRC504", title, message, row.at))
    else:
        _place(row, Span(title, *span), found)


def _days(row: Row) -> tuple[date, date] | None:
    if row.text("starts") and row.text("ends"):
        return date_of(row.text("starts")), date_of(row.text("ends"))
    if row.text("starts") or row.text("ends"):
        return None
    either = row.text("dates") or row.text("date")
    return span_of(either) if either else None


def _place(row: Row, span: Span, found: TermDates) -> None:
    kinds = kinds_of(row.text("kind")) or kinds_of(span.title)
    if len(kinds) != 1:
        several = f"may be {' or '.join(kinds)}" if kinds else "names no kind"
        message = f"{span.title or 'a row without a title'} {several}"
        found.findings.append(fault("SRC503", span.title, message, row.at))
        return
    kind, days = kinds[0], (span.ends - span.starts).days + 1
    half_term = kind == "holiday" and "half" in span.title.casefold()
    if (kind == "term" and days < bound("least_days_of_term")) or (
        half_term and days > bound("most_days_of_half_term")
    ):
        message = f"{span.title} lasts {days} day{'s' * (days != 1)}, as no {kind} does"
        found.findings.append(fault("SRC506", span.title, message, row.at))
    elif kind == "term":
        found.terms += _halves(row, span, found)
    elif kind in _AS_CLOSURE:
        off = Span(span.title, span.starts, span.ends, _AS_CLOSURE[kind])
        found.closures.append(off)
    elif kind == "exams":
        found.exams.append(span)
    elif kind == "workplace":
        found.workplace.append(span)
    # A bank holiday stands in the calendar by its division.


def _halves(row: Row, term: Span, found: TermDates) -> list[Span]:
    """A term, in two halves where its row says when half-term is."""
    try:
        off = _break(row)
    except DateError as error:
        found.findings.append(fault("SRC501", term.title, str(error), row.at))
        return [term]
    if off is None:
        return [term]
    if not term.starts < off[0] <= off[1] < term.ends:
        message = f"{term.title} has its half-term from {off[0]} to {off[1]}"
        found.findings.append(fault("SRC507", term.title, message, row.at))
        return [term]
    return list(_around(term, *off))


def _break(row: Row) -> tuple[date, date] | None:
    if row.text("break_dates"):
        return span_of(row.text("break_dates"))
    if row.text("break_starts") and row.text("break_ends"):
        return date_of(row.text("break_starts")), date_of(row.text("break_ends"))
    return None


def _split(found: TermDates) -> None:
    """Where half-term has a row of its own inside a term, the term has two halves."""
    for off in [c for c in found.closures if "half" in c.title.casefold()]:
        for term in found.terms:
            if term.starts < off.starts and off.ends < term.ends:
                at = found.terms.index(term)
                found.terms[at : at + 1] = _around(term, off.starts, off.ends)
                found.closures.remove(off)
                break


def _around(term: Span, starts: date, ends: date) -> Iterator[Span]:
    """The halves of a term; the weekends beside half-term belong to it."""
    last, first = starts - _DAY, ends + _DAY
    while last.weekday() >= _SATURDAY and last > term.starts:
        last -= _DAY
    while first.weekday() >= _SATURDAY and first < term.ends:
        first += _DAY
    yield Span(f"{term.title}, first half", term.starts, last)
    yield Span(f"{term.title}, second half", first, term.ends)
