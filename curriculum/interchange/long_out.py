"""The long table as CSV and as a workbook."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from curriculum.interchange.files import csv_text
from curriculum.interchange.long_rows import HEADINGS, LongRow
from curriculum.model import Programme
from curriculum.writers._sheets import Cell, Column, Kind, Sheet
from curriculum.writers._workbook import Properties, write_workbook

_EXPLANATION = (
    "One row for each item, place and role; an item without a place has one row "
    "without a role."
)
_KINDS = {
    "statement": (Kind.TEXT, 60),
    "title": (Kind.TEXT, 36),
    "date": (Kind.DATE, 12),
    "hours": (Kind.HOURS, 8),
}


def long_csv(rows: Iterable[LongRow]) -> str:
    """The table as CSV; texts that look like formulas are guarded."""
    held = ([getattr(row, name) for name in HEADINGS] for row in rows)
    return csv_text([list(HEADINGS.values()), *held])


def write_long_xlsx(rows: Iterable[LongRow], programme: Programme, path: Path) -> None:
    """Write the table as a workbook, in which every text is a text."""
    sheet = Sheet(
        name="Coverage",
        title=f"{programme.title}: where each item is taught and assessed",
        explanation=_EXPLANATION,
        columns=tuple(_column(name) for name in HEADINGS),
        rows=[tuple(_cell(row, name) for name in HEADINGS) for row in rows],
        frozen_columns=3,
    )
    properties = Properties(
        title=sheet.title,
        subject=programme.code,
        author=programme.author,
        company=programme.college,
        issued=programme.issued,
    )
    write_workbook(path, (sheet,), properties)


def _column(name: str) -> Column:
    kind, width = _KINDS.get(name, (Kind.SHORT, 13))
    return Column(HEADINGS[name], kind, width)


def _cell(row: LongRow, name: str) -> Cell:
    text: str = getattr(row, name)
    if name == "date" and text:
        return date.fromisoformat(text)
    return float(text) if name == "hours" and text else text
