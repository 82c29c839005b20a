"""Key information: reference, date, level, route; and the standard's title."""

import re
from dataclasses import dataclass
from datetime import date

from curriculum.readers._standard.headings import Section
from curriculum.readers._standard.labels import Values
from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.page import Part, rows_under
from curriculum.readers._standard.rows import Row
from curriculum.readers._wording import DASHES

LABELS = {
    "reference": "reference",
    "reference number": "reference",
    "standard reference": "reference",
    "date updated": "date updated",
    "last updated": "date updated",
    "level": "level",
    "occupational level": "level",
    "route": "route",
    "regulated occupation": "regulated occupation",
    "regulated": "regulated occupation",
    "version": "version",
    "status": "status",
}
EXPECTED = ("date updated", "level", "route", "regulated occupation")
REFERENCE = re.compile(r"\b(?:ST|FA|AU|OCC)\d{4}[A-Z]?\b", re.IGNORECASE)
_LONGEST_TITLE = 120
_TITLE = re.compile(
    rf"((?:ST|FA|AU|OCC)\d{{4}}[A-Z]?)(?=\W)[\s:{DASHES}]*(.*)",
    re.IGNORECASE,
)
_REFERENCE_BEHIND = re.compile(r"\s*\(?\b(?:ST|FA|AU|OCC)\d{4}[A-Z]?\b\)?\s*$")


@dataclass(frozen=True, slots=True)
class KeyInformation:
    """What the head of the page says."""

    reference: str
    level: int | None
    route: str
    date_updated: date | None
    regulated: bool | None
    version: str
    status: str
    row: int
    """The line where the reference stands, or the first."""


def key_information(parts: list[Part], notes: Notes) -> KeyInformation:
    """Read the labelled lines at the head of the page."""
    rows = rows_under(parts, Section.KEY)
    values = Values.of(rows, LABELS, notes, "key information")
    reference = _reference(values, rows, notes)
    _missing(values, rows, notes)
    for row in values.left:
        notes.warn("SRC110", row, reference or "page", f"“{row.meant}” is not read")
    return KeyInformation(
        reference=reference,
        level=values.level("level"),
        route=values.text("route"),
        date_updated=values.day("date updated"),
        regulated=values.yes_or_no("regulated occupation"),
        version=values.text("version"),
        status=values.text("status"),
        row=values.found["reference"].number if reference else 1,
    )


def _reference(values: Values, rows: list[Row], notes: Notes) -> str:
    row = values.found.get("reference")
    if not row:
        at = rows[0] if rows else 1
        notes.error("SRC101", at, "reference", "the standard has no reference")
        return ""
    match = REFERENCE.fullmatch(row.meant)
    if not match:
        message = f"{row.meant} is not a reference such as ST0000"
        notes.error("SRC101", row, row.meant, message)
    return match[0].upper() if match else row.meant


def _missing(values: Values, rows: list[Row], notes: Notes) -> None:
    for name in EXPECTED:
        if rows and name not in values.found:
            message = f"the key information does not give the {name}"
            notes.warn("SRC105", rows[0], name, message)


def title_of(
    parts: list[Part], aligned: list[Row], reference: str, notes: Notes
) -> str:
    """The title: the page's heading, else the aligned entry of that reference.

    Where neither is there, the reference stands in its place.
    """
    listed = _listed(aligned, reference)
    heading, others = _heading(parts[0].rows, reference, listed)
    for row in others:
        message = f"“{row.meant}” stands before the key information and is not read"
        notes.warn("SRC110", row, reference or "page", message)
    if not heading:
        if not listed:
            message = (
                "the page does not give the title of the standard; "
                "write it as a line above Key information"
            )
            notes.warn("SRC102", 1, reference or "title", message)
        return listed or reference
    title = _without_reference(heading)
    if listed and title.casefold() != listed.casefold():
        message = f"the title is {title} here and {listed} among the aligned standards"
        notes.warn("SRC107", heading, reference, message)
    return title


def _listed(aligned: list[Row], reference: str) -> str:
    """The title that the list of aligned standards gives for a reference."""
    for row in aligned:
        cut = row.cut(_TITLE)
        if cut and cut[0][1].upper() == reference and cut[1].meant:
            return cut[1].meant
    return ""


def _heading(
    rows: list[Row], reference: str, listed: str
) -> tuple[Row | None, list[Row]]:
    """The row before the key information that is the title, and the others.

    Of several, it is the one that names the reference, is marked as a heading or
    has the listed title; none is chosen where nothing tells them apart.
    """

    def told(row: Row) -> bool:
        named = bool(reference) and reference in row.meant.upper()
        return named or row.meant.startswith("# ") or _same(row.bare, listed)

    short = [row for row in rows if len(row.bare) <= _LONGEST_TITLE]
    marked = [row for row in short if told(row) and _without_reference(row)]
    chosen = marked[0] if marked else short[0] if len(short) == 1 else None
    return chosen, [row for row in rows if row is not chosen]


def _same(one: str, other: str) -> bool:
    return bool(other) and one.casefold() == other.casefold()


def _without_reference(row: Row) -> str:
    said = row.bare.lstrip("# ")
    match = _TITLE.match(said)
    return match[2] if match else _REFERENCE_BEHIND.sub("", said)
