"""A document as tables and texts, whatever program wrote it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

_BLANK = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")


@lru_cache(maxsize=4_096)
def tidy(text: str) -> str:
    """A text without doubled blanks and empty lines; its line ends stay."""
    plain = text.replace("\u200b", "").replace("\ufeff", "").replace("\xad", "")
    return _LINES.sub("\n", _BLANK.sub(" ", plain)).strip()


@dataclass(slots=True)
class Cell:
    """One cell, at the column of the grid where it begins."""

    column: int
    text: str
    place: str
    span: int = 1
    down: bool = False
    """Whether it repeats a cell that is merged over several rows."""
    value: date | float | None = None
    fill: str = ""
    """Its colour as RRGGBB, where it has one."""
    inner: tuple[tuple[str, str], ...] = ()
    """Labels and values of a table within it."""


@dataclass(slots=True)
class Row:
    """One row: its cells from left to right."""

    number: int
    place: str
    cells: list[Cell]

    @property
    def filled(self) -> list[Cell]:
        """Cells that hold a text of this row."""
        return [cell for cell in self.cells if cell.text and not cell.down]

    @property
    def own_text(self) -> str:
        """All that it says, in one line."""
        return " ".join(" ".join(c.text.split()) for c in self.filled)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph outside tables; ``level`` 1 to 9 for a heading, else 0."""

    text: str
    place: str
    level: int = 0


@dataclass(slots=True)
class Table:
    """One table, with the paragraphs between the one before and it."""

    place: str
    rows: list[Row]
    before: list[Text] = field(default_factory=list)
    turned: bool = False
    """Whether its columns are read as rows."""
    joined: bool = False
    """Whether codes of two cells were put together."""
    slots: bool = False
    """Whether each of its cells was made a row."""

    @property
    def width(self) -> int:
        """Columns of its grid."""
        return max((c.column + c.span for r in self.rows for c in r.cells), default=0)


@dataclass(slots=True)
class Document:
    """A file as its tables, with what stands after the last of them."""

    file: str
    digest: str
    tables: list[Table] = field(default_factory=list)
    after: list[Text] = field(default_factory=list)
    aside: list[Text] = field(default_factory=list)
    """Notes and comments, which are kept."""
    faults: list[tuple[str, str]] = field(default_factory=list)
    """Places of cells that hold no value, with why."""
    merged: dict[str, int] = field(default_factory=dict)
    """How many merged cells each table has."""

    def texts(self) -> Iterator[Text]:
        """Every paragraph outside tables, in order."""
        for table in self.tables:
            yield from table.before
        yield from self.after
