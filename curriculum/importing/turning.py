"""Schemes of work that run across: a heading a row, and a session a column."""

from collections.abc import Mapping

from curriculum.importing.dates import is_time
from curriculum.importing.headings import taken
from curriculum.importing.tables import Cell, Row, Table

_FEWEST = 3
_TAUGHT = frozenset({"topic", "outcomes", "activities", "tutor", "learners"})


def turned_over(table: Table, chosen: Mapping[tuple[str, ...], str]) -> Table | None:
    """The table with its columns as rows, if its headings stand one below the other."""
    known = {
        id(row): taken(row.cells[0].text, chosen)
        for row in table.rows
        if row.filled and row.cells[0].column == 0
    }
    sure = {take.field for take in known.values() if take.sure}
    values = [c for row in table.rows if id(row) in known for c in row.filled[1:]]
    across = max(
        (len(row.filled) - 1 for row in table.rows if id(row) in known), default=0
    )
    if len(sure) < _FEWEST or not sure & _TAUGHT or across < _FEWEST - 1:
        return None
    # Two pairs of label and value in a row are a card; headings stand in one row.
    if sum(taken(c.text, chosen).sure for c in values) * 2 >= len(sure):
        return None
    return _turned(table, [row for row in table.rows if row.filled])


def _turned(table: Table, rows: list[Row]) -> Table:
    columns = sorted({c.column for row in rows for c in row.filled if c.column})
    heads = [_label(at, row) for at, row in enumerate(rows)]
    made = [Row(0, rows[0].place, [h for h in heads if h.text])]
    for number, column in enumerate(columns, start=1):
        held = [
            Cell(
                at, c.text, c.place, down=c.column < column, fill=c.fill, inner=c.inner
            )
            for at, row in enumerate(rows)
            for c in row.cells
            if c.column and c.column <= column < c.column + c.span and not c.down
        ]
        if held:
            made.append(Row(number, _place(held[0], column), held))
    return Table(table.place, made, table.before, turned=True)


def _place(cell: Cell, column: int) -> str:
    """Where a column stands; places in Word name rows only."""
    return cell.place if "!" in cell.place else f"{cell.place}, column {column + 1}"


def _label(at: int, row: Row) -> Cell:
    """The heading of a row; one of days and weeks may stand without any."""
    first = row.cells[0]
    if first.column == 0 and first.text:
        return Cell(at, first.text, first.place)
    days = row.filled and all(is_time(c.text) for c in row.filled)
    return Cell(at, "Date" if days else "", row.place)
