"""Rows of a term-date file, CSV or ICS, before anybody asks what they mean."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from curriculum.calendars.term_words import heading_of, headings
from curriculum.findings import Finding, Severity, SourceError
from curriculum.model import SourceRef
from curriculum.readers._text import open_text

_HEADS_WITHIN = 20
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a text for each field that the file has, and where it stands."""

    texts: dict[str, str]
    at: SourceRef

    def text(self, field: str) -> str:
        """The text of a field, or nothing."""
        return self.texts.get(field, "")


def rows_of(path: Path) -> Iterator[Row | Finding]:
    """Every row of a file.  Raises SourceError where it has no usable heading."""
    text = open_text(path)
    yield from text.findings
    content = "\n".join(line.printed for line in text.lines)
    if content.lstrip("\ufeff \n").upper().startswith("BEGIN:VCALENDAR"):
        yield from _events(path.name, content)
    else:
        yield from _table(path.name, content)


def fault(code: str, subject: str, message: str, at: SourceRef) -> Finding:
    """A finding about a row, which is then passed over."""
    return Finding(
        code=code, severity=Severity.ERROR, subject=subject, message=message, source=at
    )


def _table(name: str, content: str) -> Iterator[Row | Finding]:
    """Rows below the first line that heads at least a title and a date."""
    lines = content.split("\n")
    found: dict[int, str] = {}
    reader = csv.reader(lines, delimiter=_delimiter(lines))
    for cells in reader:
        if found:
            texts = {
                field: cells[n].strip() for n, field in found.items() if n < len(cells)
            }
            if any(texts.values()):
                yield Row(texts, SourceRef(file=name, place=str(reader.line_num)))
        elif reader.line_num <= _HEADS_WITHIN:
            found = _headings(cells)
    if not found:
        said = "; ".join(f"{field}: {', '.join(w)}" for field, w in headings().items())
        raise SourceError(
            f"{name}: has no row of headings that names a term and its dates ({said})"
        )


def _headings(cells: list[str]) -> dict[int, str]:
    found = {n: field for n, cell in enumerate(cells) if (field := heading_of(cell))}
    fields = set(found.values())
    dated = {"starts", "ends"} <= fields or fields & {"date", "dates"}
    return found if "title" in fields and dated else {}


def _delimiter(lines: list[str]) -> str:
    """The sign that divides the heading row into the most known headings."""
    return max(
        _DELIMITERS,
        key=lambda sign: max(
            (
                sum(bool(heading_of(cell)) for cell in line.split(sign))
                for line in lines[:_HEADS_WITHIN]
            ),
            default=0,
        ),
    )


def _events(name: str, content: str) -> Iterator[Row | Finding]:
    from icalendar import Calendar  # noqa: PLC0415 (30 ms that a CSV need not pay)

    try:
        held = Calendar.from_ical(content, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        raise SourceError(
            f"{name}: is not a calendar that can be read ({error})"
        ) from error
    events = [event for one in held for event in one.walk("VEVENT")]
    for number, event in enumerate(events, start=1):
        title = str(event.get("SUMMARY", "")).strip()
        at = SourceRef(file=name, place=f"event {number}")
        if "RRULE" in event:
            message = f"{title or 'an event'} repeats, and is passed over"
            yield fault("SRC505", title, message, at)
            continue
        texts = {"title": title, **_dates(event)}
        categories = event.get("CATEGORIES")
        if categories is not None and not isinstance(categories, list):
            texts["kind"] = ", ".join(str(c) for c in categories.cats)
        yield Row(texts, at)


def _dates(event: Any) -> dict[str, str]:  # noqa: ANN401 (icalendar's events are untyped)
    """First and last day; the end of an event of whole days is the day after."""
    dates: dict[str, str] = {}
    first = getattr(event.get("DTSTART"), "dt", None)
    last = getattr(event.get("DTEND"), "dt", None)
    if isinstance(first, date):
        dates["starts"] = dates["ends"] = _day(first).isoformat()
    if isinstance(first, date) and isinstance(last, date):
        whole = not isinstance(last, datetime) and last > first
        dates["ends"] = (_day(last) - timedelta(days=whole)).isoformat()
    return dates


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
