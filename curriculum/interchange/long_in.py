"""The long table read back, from CSV or a workbook, whatever order its columns have."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from curriculum.findings import SourceError
from curriculum.importing.opening import open_document
from curriculum.importing.tables import Row
from curriculum.interchange.files import Line, lines_of
from curriculum.interchange.found import Notes
from curriculum.interchange.long_rows import (
    ASSESSED,
    HEADINGS,
    TAUGHT,
    LongRow,
    LongTaken,
)

_NEEDED = {"code", "role"}
_FIELDS = {heading.casefold(): name for name, heading in HEADINGS.items()}


def read_long(path: Path) -> LongTaken:
    """Read the table.  Raises SourceError where no row has its headings."""
    lines = _workbook(path) if path.suffix.casefold() == ".xlsx" else lines_of(path)
    notes = Notes(path.name)
    for number, line in enumerate(lines):
        columns = _columns(line, notes)
        if columns.keys() >= _NEEDED:
            read = list(_rows(lines[number + 1 :], columns, notes))
            return LongTaken(
                rows=tuple(row for row, _ in read),
                places=tuple(place for _, place in read),
                findings=tuple(notes.findings),
            )
        notes.findings.clear()
    wanted = " and ".join(HEADINGS[name] for name in sorted(_NEEDED))
    raise SourceError(f"{path.name}: no row has the headings {wanted}")


def _columns(line: Line, notes: Notes) -> dict[str, int]:
    """The column of each field; other columns are findings."""
    columns: dict[str, int] = {}
    for at, heading in enumerate(line.cells):
        name = _FIELDS.get(" ".join(heading.casefold().split()))
        if name and name not in columns:
            columns[name] = at
        elif heading.strip():
            message = f"the column {heading} is not taken"
            notes.found("XCH104", heading, message, line.place)
    return columns


def _rows(
    lines: list[Line], columns: dict[str, int], notes: Notes
) -> Iterator[tuple[LongRow, str]]:
    for line in lines:
        row = _row(line, columns)
        if not row.code:
            notes.found("XCH101", "", "a row has no code and is left out", line.place)
            continue
        if row.role not in ("", TAUGHT, ASSESSED):
            message = (
                f"{row.code} has the role {row.role}; there are taught and assessed"
            )
            notes.found("XCH105", row.code, message, line.place)
        yield row, line.place


def _row(line: Line, columns: dict[str, int]) -> LongRow:
    held = len(line.cells)
    cells = {name: line.cells[at] for name, at in columns.items() if at < held}
    role = " ".join(cells.get("role", "").casefold().split())
    return LongRow.model_validate({"code": "", **cells, "role": role})


def _workbook(path: Path) -> list[Line]:
    document = open_document(path)
    return [_line(row) for table in document.tables for row in table.rows]


def _line(row: Row) -> Line:
    width = max((cell.column for cell in row.cells), default=-1) + 1
    cells = [""] * width
    for cell in row.cells:
        value = cell.value
        cells[cell.column] = value.isoformat() if isinstance(value, date) else cell.text
    return Line(row.place, tuple(cells))
