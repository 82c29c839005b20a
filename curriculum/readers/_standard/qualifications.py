"""The T Levels that a standard is aligned with."""

import re
from dataclasses import dataclass

from curriculum.model import TLevel
from curriculum.readers._standard.headings import Section
from curriculum.readers._standard.labels import Values
from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.page import Part
from curriculum.readers._standard.rows import Row

LABELS = {
    "qualification type": "qualification type",
    "qualification level": "qualification level",
    "awarding organisation": "awarding organisation",
    "awarding body": "awarding organisation",
    "approval date": "approval date",
    "available from": "available from",
    "occupational specialism": "occupational specialism",
    "occupational specialisms": "occupational specialism",
}
_ENTRY = re.compile(r"(?=\b(?:ST|FA|AU|OCC)\d{4}[A-Z]?\b)")


@dataclass(frozen=True, slots=True)
class Alignment:
    """T Levels, and the rows that list aligned standards, one entry a row."""

    t_levels: tuple[TLevel, ...]
    entries: list[Row]


def alignment(parts: list[Part], notes: Notes) -> Alignment:
    """Read the qualifications with the list of standards below each."""
    t_levels: list[TLevel] = []
    entries: list[Row] = []
    for at, part in enumerate(parts):
        if part.section is Section.ALIGNED:
            entries += _entries(part, notes)
        elif part.section is Section.QUALIFICATION:
            below = parts[at + 1 : at + 2]
            listed = [p for p in below if p.section is Section.ALIGNED]
            standards = [row for p in listed for row in _split(p)]
            t_levels += _qualification(part, standards, notes)
    return Alignment(tuple(t_levels), entries)


def _split(part: Part) -> list[Row]:
    """The entries of a list of standards, one a row."""
    pieces = [(row, piece) for row in part.rows for piece in _ENTRY.split(row.bare)]
    return [Row(row.number, p.strip(), p.strip()) for row, p in pieces if p.strip()]


def _entries(part: Part, notes: Notes) -> list[Row]:
    rows = _split(part)
    for row in rows:
        if not _ENTRY.match(row.meant):
            message = f"“{row.meant}” is no aligned standard and is not read"
            notes.warn("SRC110", row, "aligned standards", message)
    return [row for row in rows if _ENTRY.match(row.meant)]


def _qualification(part: Part, standards: list[Row], notes: Notes) -> list[TLevel]:
    """The T Level, or none where the qualification is of another type."""
    values = Values.of(part.rows, LABELS, notes, part.title or "qualification")
    row = part.heading or part.rows[0]
    for left in values.left:
        message = f"“{left.meant}” stands in the qualification and is not read"
        notes.warn("SRC110", left, part.title or "qualification", message)
    kind = values.text("qualification type")
    if not _is_t_level(kind or part.title):
        message = f"{part.title or 'a qualification'} is a {kind}, not a T Level"
        notes.warn("SRC145", row, part.title or kind, message)
        return []
    if not part.title:
        notes.warn("SRC102", row, "T Level", "the T Level has no title")
    return [_t_level(part, values, standards, notes)]


def _is_t_level(kind: str) -> bool:
    return bool(re.match(r"T[ -]?Level\b", kind, re.IGNORECASE))


def _t_level(part: Part, values: Values, standards: list[Row], notes: Notes) -> TLevel:
    return TLevel(
        title=part.title,
        qualification_type=values.text("qualification type"),
        level=values.level("qualification level"),
        awarding_organisation=values.text("awarding organisation"),
        approval_date=values.day("approval date"),
        available_from=values.day("available from"),
        occupational_specialism=values.text("occupational specialism"),
        aligned_standards=tuple(r.meant for r in standards if _ENTRY.match(r.meant)),
        source=notes.at(part.heading or part.rows[0]),
    )
