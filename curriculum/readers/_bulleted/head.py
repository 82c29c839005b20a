"""Title, reference, level, duration and route of an older standard."""

import re
from dataclasses import dataclass

from curriculum.readers._bulleted.parts import DURATION, LEVEL, Part
from curriculum.readers._notes import Notes
from curriculum.readers._text import Line, SourceText
from curriculum.readers._wording import bare, fold

_REFERENCE = re.compile(r"\b(?:ST|FA|AU)\d{4}[A-Z]?\b", re.IGNORECASE)
_LEVEL = re.compile(r"\blevel\s*([1-8])\b|^([1-8])$", re.IGNORECASE)
_MONTHS = re.compile(r"(?<!\d)(\d{1,3})\s*months\b", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?:-|–|to)\s*\d+\s*months\b", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:(?:digital industries|apprenticeships?|occupational|trailblazer|standards?"
    r"|brief|published|approved)[\s:,-]*)+",
    re.IGNORECASE,
)
_AROUND = (
    re.compile(
        r"^(?:(?:apprenticeship|occupational) )*standard(?: for)?(?: an?)?[:\s–-]+",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:ST|FA|AU)\d{4}[A-Z]?\b[\s:–-]*", re.IGNORECASE),
    re.compile(r"\s+(?:occupational|apprenticeship) standard$", re.IGNORECASE),
    re.compile(r"[\s(,–-]*\blevel [1-8]\b\)?.*$", re.IGNORECASE),
)
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Head:
    """What the text says of the standard as a whole."""

    reference: str
    title: str
    title_line: int
    level: int | None
    months: int | None


def head_of(
    text: SourceText, labelled: dict[str, Line], parts: list[Part], notes: Notes
) -> Head:
    """Read labelled lines, sections named for one fact, and the text's first lines."""
    reference = _reference(text, labelled, parts, notes)
    title, line = _title(labelled, parts[0], reference, notes)
    return Head(
        reference=reference,
        title=title,
        title_line=line,
        level=_level(labelled, parts, notes),
        months=_months(labelled, parts, notes),
    )


def _reference(
    text: SourceText, labelled: dict[str, Line], parts: list[Part], notes: Notes
) -> str:
    lines = [labelled[n] for n in ("reference", "title") if n in labelled]
    for line in (*lines, *parts[0].lines):
        match = _REFERENCE.search(line.meant)
        if match:
            return match[0].upper()
    message = "the standard has no reference such as ST0000"
    notes.error("SRC431", "1", text.file, message)
    return ""


def _title(
    labelled: dict[str, Line], preamble: Part, reference: str, notes: Notes
) -> tuple[str, int]:
    """The labelled title, else the line that gives the level, else the first."""
    lines = [labelled["title"]] if "title" in labelled else preamble.lines
    for line in sorted(lines, key=lambda line: not _LEVEL.search(line.meant)):
        said = bare(fold(line.meant)).lstrip("# ")
        for pattern in _AROUND:
            said = pattern.sub("", said)
        said = said.strip(" :–-")
        if said and len(said) <= _LONGEST_TITLE and not _NO_TITLE.fullmatch(said):
            return said, line.number
    message = "the standard has no title"
    notes.warn("SRC434", "1", reference or "title", message)
    return reference, 0


def _level(labelled: dict[str, Line], parts: list[Part], notes: Notes) -> int | None:
    lines = _lines("level", LEVEL, labelled, parts) + parts[0].lines
    for line in lines:
        match = _LEVEL.search(fold(line.meant))
        if match:
            return int(match[1] or match[2])
    notes.warn("SRC434", "1", "level", "the standard names no level from 1 to 8")
    return None


def _months(labelled: dict[str, Line], parts: list[Part], notes: Notes) -> int | None:
    """One number of months; a range is no number, and is noted."""
    lines = _lines("duration", DURATION, labelled, parts)
    for line in lines:
        match = _MONTHS.search(line.meant)
        if match and not _RANGE.search(line.meant):
            return int(match[1])
    if lines:
        message = f"the duration “{fold(lines[0].meant)}” is not read"
        notes.warn("SRC434", str(lines[0].number), "duration", message)
    return None


def _lines(
    label: str, section: str, labelled: dict[str, Line], parts: list[Part]
) -> list[Line]:
    lines = [labelled[label]] if label in labelled else []
    return lines + [line for p in parts if p.name == section for line in p.lines]
