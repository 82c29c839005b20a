"""What a page has beside the facts that are kept: noted, so that nothing is lost."""

import re

from curriculum.readers._standard.headings import Section
from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.page import Part, rows_under
from curriculum.readers._standard.rows import Row

_WHOLE_LICENCE = re.compile(r"nationalarchives|licence", re.IGNORECASE)


def licence(parts: list[Part], notes: Notes) -> str:
    """The licence line; what the page's foot has behind it is noted."""
    rows = rows_under(parts, Section.LICENCE)
    whole, foot = _licence(rows)
    if foot:
        note_rows("behind the licence", foot, notes)
    return whole


def _licence(rows: list[Row]) -> tuple[str, list[Row]]:
    whole = ""
    for at, row in enumerate(rows):
        whole = f"{whole} {row.meant}".strip()
        if _WHOLE_LICENCE.search(row.meant):
            return whole, rows[at + 1 :]
    return (rows[0].meant, rows[1:]) if rows else ("", [])


def other_sections(parts: list[Part], notes: Notes) -> None:
    """Note the sections of which the record keeps nothing."""
    for part in parts:
        if part.section in {Section.OTHER, Section.DETAILS} and part.rows:
            note_rows(f"under {part.title}", part.rows, notes)


def note_rows(where: str, rows: list[Row], notes: Notes) -> None:
    """Note rows of which the record keeps nothing, in one finding."""
    lines = "1 line" if len(rows) == 1 else f"{len(rows)} lines"
    verb = "is" if len(rows) == 1 else "are"
    said = " / ".join(row.meant for row in rows)
    message = f"{lines} {where} {verb} not read: “{said}”"
    notes.warn("SRC111", rows[0], "page", message)
