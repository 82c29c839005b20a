"""What a document shows, without its dress: parts with paragraphs and tables.

A workbook's sheet is a part, too: its title lines are paragraphs, then its table.
"""

from dataclasses import dataclass

Cell = tuple[str, ...]
"""The paragraphs of a cell that hold something."""
Row = tuple[Cell, ...]
Table = tuple[Row, ...]
Block = str | Table
FORMULA = "\x1f"
"""What the text of a cell begins with that is worked out by a formula."""
HEADING = "\x1e"
"""What the text of a paragraph begins with that is a heading."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document; ``place`` is empty for the body of a Word file."""

    place: str
    blocks: tuple[Block, ...]


Shown = tuple[Part, ...]


def plain(text: str) -> str:
    """Text with every white space as one blank."""
    return " ".join(text.split())
