"""KSB codes that stand in two cells: "Knowledge" over 1, 2 and 3, or K beside 1."""

from dataclasses import replace

from curriculum.importing.tables import Cell, Row, Table

_FEWEST = 3
_KINDS = {
    "k": "K", "knowledge": "K", "s": "S", "skill": "S", "skills": "S",
    "b": "B", "behaviour": "B", "behaviours": "B", "behavior": "B", "behaviors": "B",
}  # fmt: skip


def codes_joined(table: Table) -> Table:
    """The table with such codes put together, in the cell of the number."""
    made = [row.cells for row in table.rows]
    joined = 0
    for at, row in enumerate(table.rows):
        above = table.rows[at - 1].cells if at else []
        found = {
            id(c): kind + str(int(c.text))
            for c in row.filled
            if c.text.isdecimal() and len(c.text) <= 2  # noqa: PLR2004 (two digits)
            and (kind := _over(c, above) or _beside(c, row))
        }  # fmt: skip
        if found:
            joined += len(found)
            made[at] = [replace(c, text=found.get(id(c), c.text)) for c in row.cells]
    if joined < _FEWEST:
        return table
    rows = [
        Row(row.number, row.place, cells)
        for row, cells in zip(table.rows, made, strict=True)
    ]
    return replace(table, rows=rows, joined=True)


def _over(cell: Cell, above: list[Cell]) -> str:
    """The kind that the cell above names, or the nearest to its left."""
    held = [c for c in above if c.text and c.column <= cell.column]
    return _KINDS.get(held[-1].text.strip().casefold(), "") if held else ""


def _beside(cell: Cell, row: Row) -> str:
    """The kind in the cell before it."""
    held = [c for c in row.cells if c.text and c.column + c.span == cell.column]
    return _KINDS.get(held[-1].text.strip().casefold(), "") if held else ""
