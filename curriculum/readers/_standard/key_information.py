"""Key information: reference, date, level, route; and the standard's title."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from curriculum.readers._standard.headings import Section
from curriculum.readers._standard.labels import Values
from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.page import Part, rows_under
from curriculum.readers._standard.remainder import note_rows
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
    "typical duration to gateway": "typical duration",
    "typical duration": "typical duration",
}
_NOT_KEPT = re.compile(
    r"(?:degree|integration|integrated|lars code|eqa provider|review|maximum funding"
    r"|approved for delivery|minimum duration to gateway|trailblazer contacts?"
    r"|typical (?:epa|assessment) period|(?:assessment )?plan version|options?"
    r"|employers involved in creating the standard)\b(?:\(s\))?\s*:?(?P<value>.*)"
    r"|(?:un)?ticked .+ approved",
    re.IGNORECASE,
)
"""Labels of the publisher's that no field is for."""
_MONTHS = re.compile(r"(\d{1,3})(?: months?)?", re.IGNORECASE)
EXPECTED = ("date updated", "level", "route", "regulated occupation")
REFERENCE = re.compile(r"\b(?:ST|FA|AU|OCC)\d{4}[A-Z]?\b", re.IGNORECASE)
_LONGEST_TITLE = 120
_LABEL = re.compile(
    r"(?:(?:occupational )?(?:standard|occupation|apprenticeship) )?title\s*:?\s+"
    r"|(?:apprenticeship unit|foundation apprenticeship)\s*:\s+",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"this (?:is|apprenticeship|standard|version)\b|level \d$", re.IGNORECASE
)
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
    months: int | None
    """The typical duration."""
    row: int
    """The line where the reference stands, or the first."""


def key_information(parts: list[Part], notes: Notes) -> KeyInformation:
    """Read the labelled lines at the head of the page."""
    rows = rows_under(parts, Section.KEY)
    values = Values.of(rows, LABELS, notes, "key information")
    reference = _reference(values, rows, notes)
    _missing(values, rows, notes)
    _left(values.left, reference, notes)
    months = _MONTHS.match(values.text("typical duration"))
    return KeyInformation(
        reference=reference,
        level=values.level("level"),
        route=values.text("route"),
        date_updated=values.day("date updated"),
        regulated=values.yes_or_no("regulated occupation"),
        version=values.text("version"),
        status=values.text("status"),
        months=int(months[1]) if months else None,
        row=values.found["reference"].number if reference else 1,
    )


def _left(rows: list[Row], reference: str, notes: Notes) -> None:
    """Note the rows that no record keeps; a known label's in one finding."""
    known: list[Row] = []
    value_below = False
    for row in rows:
        label = _NOT_KEPT.fullmatch(row.bare)
        if label or value_below:
            known.append(row)
        else:
            notes.warn("SRC110", row, reference or "page", f"“{row.meant}” is not read")
        value_below = label is not None and label["value"] == ""
    if known:
        note_rows("under Key information", known, notes)


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
    if not heading and not listed:
        heading = _nearest(others, reference, notes)
        others = [row for row in others if row is not heading]
    for row in others:
        if row.bare.upper() == reference:
            continue
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

    Of several, it is the one that names the reference, is marked as a heading, has
    the listed title, or is said twice; none where nothing tells them apart.
    """
    short = [row for row in rows if _may_be_title(row)]
    times = Counter(row.bare.casefold() for row in short)

    def told(row: Row) -> bool:
        named = bool(reference) and reference in row.meant.upper()
        labelled = row.meant.startswith("# ") or _LABEL.match(row.bare)
        marked = bool(labelled) or times[row.bare.casefold()] > 1
        return named or marked or _same(row.bare, listed)

    marked = [row for row in short if told(row) and _without_reference(row)]
    chosen = marked[0] if marked else short[0] if len(short) == 1 else None
    again = chosen.bare if chosen else None
    return chosen, [row for row in rows if row is not chosen and row.bare != again]


def _may_be_title(row: Row) -> bool:
    """Titles are short and no sentences, as the notices above a page are."""
    notice = row.bare.endswith((".", "?", "!")) or _NOTICE.match(row.bare)
    lettered = any(map(str.isalpha, row.bare))
    titled = lettered and bool(_without_reference(row))
    return len(row.bare) <= _LONGEST_TITLE and titled and not notice


def _nearest(rows: list[Row], reference: str, notes: Notes) -> Row | None:
    """The last of several lines above the key information, if it may be a title."""
    last = next((row for row in reversed(rows) if _may_be_title(row)), None)
    if last:
        message = f"“{last.bare}”, nearest above Key information, is read as the title"
        notes.warn("SRC102", last, reference or "title", message)
    return last


def _same(one: str, other: str) -> bool:
    return bool(other) and one.casefold() == other.casefold()


def _without_reference(row: Row) -> str:
    said = _LABEL.sub("", row.bare.lstrip("# "))
    match = _TITLE.match(said)
    return match[2] if match else _REFERENCE_BEHIND.sub("", said)
