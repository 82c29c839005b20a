"""What a document shows, without its dress: parts with paragraphs and tables.

A workbook's sheet is a part, too: its title lines are paragraphs, then its table.
"""

from dataclasses import dataclass, field

from curriculum.office.workbook import letters

Cell = tuple[str, ...]
"""The paragraphs of a cell that hold something."""
Row = tuple[Cell, ...]
Table = tuple[Row, ...]
Block = str | Table
FORMULA = "\x1f"
"""What the text of a cell begins with that is worked out by a formula.

A second text of such a cell is the formula, without the cells that it names.
"""
HEADING = "\x1e"
"""What the text of a paragraph begins with that is a heading."""
SHEET = "sheet "
"""How the place of a part of a workbook begins."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document; ``place`` is empty for the body of a Word file."""

    place: str
    blocks: tuple[Block, ...]
    rows: tuple[int, ...] = field(default=(), compare=False)
    """Of a sheet: where each line and each row of the table stands, from 1."""

    def address(self, block: int, row: int, column: int) -> str:
        """The address of a cell of a sheet: "Sessions!F12"; empty in a text."""
        place = block + row
        if place >= len(self.rows):
            return ""
        sheet = self.place.removeprefix(SHEET)
        return f"{sheet}!{letters(column + 1)}{self.rows[place]}"


Shown = tuple[Part, ...]


def plain(text: str) -> str:
    """Text with every white space as one blank."""
    return " ".join(text.split())
