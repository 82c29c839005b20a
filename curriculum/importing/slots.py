"""Tables with a session in each cell: weeks down, days or parts of the day across."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta

from curriculum.importing.dates import when
from curriculum.importing.headings import taken
from curriculum.importing.tables import Cell, Row, Table

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = (
    r"\d{1,2}[:.]\d{2}\s*(?:am|pm)?(?:\s*(?:-|–|to)\s*\d{1,2}[:.]\d{2}\s*(?:am|pm)?)?"
)
_SLOT = re.compile(
    r"(?:(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?"
    r"|am|pm|mornings?|afternoons?|evenings?)?"
    rf"[\s:,(]*({_CLOCK})?\)?",
    re.IGNORECASE,
)
_LATE = re.compile(r"\b(?:pm|afternoon|evening)", re.IGNORECASE)
_SMALL_HOUR = re.compile(r"\b([1-7])(?=[:.]\d{2})")
_ROWS_LOOKED_AT = 8
_FEWEST, _MOST_BESIDE = 2, 2
_COMMON_YEAR = 2026
"""A year of 365 days, to count days where no year is told."""


def one_row_a_slot(table: Table, chosen: Mapping[tuple[str, ...], str]) -> Table | None:
    """The table with a row for each of its cells, if its headings are times."""
    for at, row in enumerate(table.rows[:_ROWS_LOOKED_AT]):
        slots = [c for c in row.filled if _SLOT.fullmatch(c.text.strip())]
        beside = [c for c in row.filled if c not in slots]
        fields = {taken(c.text, chosen).field for c in beside}
        few = len(beside) <= _MOST_BESIDE and bool(fields & {"week", "date"})
        if len(slots) >= _FEWEST and few and fields <= {"week", "date"}:
            rows = [_heads(row, beside)]
            for below in table.rows[at + 1 :]:
                rows += _divided(below, beside, slots)
            return Table(
                table.place, [*table.rows[:at], *rows], table.before, slots=True
            )
    return None


def _heads(row: Row, beside: list[Cell]) -> Row:
    names = ("Date", "Time", "Session", "Topic")
    added = [Cell(len(beside) + n, name, row.place) for n, name in enumerate(names)]
    heads = [Cell(n, c.text, c.place) for n, c in enumerate(beside)]
    return Row(row.number, row.place, [*heads, *added])


def _divided(row: Row, beside: list[Cell], slots: list[Cell]) -> Iterator[Row]:
    """A row for each cell of a row; one that says one thing only stays whole."""
    cells = {c.column: c for c in row.cells if c.text}
    first = [
        Cell(n, held.text, held.place, down=held.down)
        for n, head in enumerate(beside)
        if (held := cells.get(head.column))
    ]
    taught = [(s, cells[s.column]) for s in slots if s.column in cells]
    if len({c.text for c in cells.values()}) == 1 or not taught:
        yield row
        return
    week = first[0].text if first else ""
    for slot, cell in taught:
        made = [(1, _clock(slot.text)), (3, cell.text)]
        day = _day(week, slot.text)
        made.append(
            (0, day) if day else (2, re.sub(r"[\d:.–-]", "", slot.text).strip())
        )
        added = [Cell(len(beside) + n, t, cell.place) for n, t in sorted(made) if t]
        yield Row(row.number, cell.place, [*first, *added])


def _clock(text: str) -> str:
    """The time in a heading, after noon where it says so."""
    found = re.search(_CLOCK, text, re.IGNORECASE)
    if not found:
        return ""
    late = _LATE.search(text)
    hour = (lambda m: str(int(m[1]) + 12)) if late else (lambda m: m[1])
    return re.sub(r"\s*[ap]m", "", _SMALL_HOUR.sub(hour, found[0]), flags=re.IGNORECASE)


def _day(week: str, slot: str) -> str:
    """The day of the week that a heading names, in the week of the row."""
    named = _SLOT.fullmatch(slot.strip())
    said = when(week).first
    if not (named and named[1] and said):
        return ""
    begins = said.in_year(said.year or _COMMON_YEAR)
    if begins is None:
        return ""
    step = _DAYS.index(named[1][:3].casefold()) - (begins.weekday() if said.year else 0)
    day = begins + timedelta(days=step)
    return f"{day.day} {day:%B} {said.year or ''}".strip()
