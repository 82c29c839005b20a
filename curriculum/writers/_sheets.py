"""What a workbook holds, before it is dressed: sheets, columns, plain cells.

Every sheet is laid out alike: its title in A1, an explanation in A2, and one
table from A3 on.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from functools import cache

HEADING_ROW = 3
FIRST_ROW = HEADING_ROW + 1

LONGEST_CELL = 32_767
"""UTF-16 units, the unit in which Excel counts."""
LONGEST_HEADING = 120
LONGEST_SHEET_NAME = 31

_CUT = " […] The rest is left out: a cell holds no more than 32,767 characters"
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot carry, and line ends of other systems."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, and the value that it comes to.

    ``{row}`` in the text stands for the number of the row it is written to.
    """

    text: str
    value: float | str


@dataclass(frozen=True, slots=True)
class Jump:
    """The name of a sheet, as a link to it."""

    sheet: str


class Marked(str):
    """A text of which some pieces are marked: by signs, and in Excel by colour too."""

    __slots__ = ("pieces",)

    pieces: tuple[tuple[str, str], ...]
    """What became of each piece ("same", "out", "in"), and its text."""

    @classmethod
    def of(cls, pieces: Iterable[tuple[str, str]]) -> "Marked":
        """The text that the pieces make."""
        held = tuple((what, text) for what, text in pieces if text)
        made = cls("".join(text for _, text in held))
        made.pieces = held
        return made


Cell = str | int | float | date | Formula | Jump


class Kind(Enum):
    """What a column holds, which decides how it looks."""

    KEY = auto()
    SHORT = auto()
    TEXT = auto()
    MARK = auto()
    COUNT = auto()
    HOURS = auto()
    DATE = auto()
    FLAG = auto()
    """Codes of findings: where there are any, they and the key are shaded."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it holds, its width in characters."""

    heading: str
    kind: Kind = Kind.SHORT
    width: float = 12
    name: str = ""
    """Defined name of the column's cells, by which formulas speak of them."""
    choices: str = ""
    """Defined name of the list from which its cells are chosen."""
    painted: tuple[str, ...] = ()
    """Letters or words that the house style gives a colour."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of a sheet's own table: it follows the cells, and stands by them."""

    title: str
    finding: str
    """What it shows in words, for those who do not see it."""
    names: tuple[int, int]
    """First and last column of what the bars are called, counted from 0."""
    bars: tuple[int, ...]
    """Columns of numbers, stacked upon each other where there are several."""
    upright: bool = False
    """Whether the bars stand: for months and other steps in time."""
    rows: int = 0
    """How many of the first rows it shows; 0 for all."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet with its table."""

    name: str
    title: str
    explanation: str
    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    frozen_columns: int = 1
    filters: bool = True
    named_rows: tuple[tuple[str, int, int], ...] = ()
    """Defined names for parts of column B: name, first and last row of the table."""
    charts: tuple[Chart, ...] = ()

    @property
    def laid_out(self) -> list[tuple[Cell, ...]]:
        """Its rows; a table without any says "None", since it cannot be empty."""
        return self.rows or [("None", *("" for _ in self.columns[1:]))]

    @property
    def last_row(self) -> int:
        """Number of the table's last row on the sheet."""
        return HEADING_ROW + len(self.laid_out)


@cache
def letters(column: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    name = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        name = chr(ord("A") + letter) + name
        column -= 1
    return name


def fitting(text: str) -> str:
    """Text that a cell can hold: characters that XML forbids become U+FFFD."""
    if text.isprintable() and len(text) <= LONGEST_CELL // 2:
        return text
    text = _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n"))
    if _units(text) <= LONGEST_CELL:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(_CUT))]
    return kept.decode("utf-16-le", errors="ignore") + _CUT


def headings(columns: Iterable[Column]) -> Iterator[str]:
    """The columns' headings on one line each, of bearable length, no two alike."""
    taken: set[str] = set()
    for column in columns:
        line = " ".join(fitting(column.heading).split()) or "Column"
        yield _unique(line, LONGEST_HEADING, taken)


class Names:
    """Names for sheets, tables and ranges, no two of them alike."""

    def __init__(self) -> None:
        self._sheets: set[str] = {"history"}
        self._ranges: set[str] = set()

    def sheet(self, name: str) -> str:
        """A name that Excel takes for a sheet; what is too long loses its middle."""
        plain = "".join(" " if c in "[]:*?/\\" else c for c in fitting(name))
        plain = " ".join(plain.split()).strip("'") or "Sheet"
        return _unique(plain, LONGEST_SHEET_NAME, self._sheets, _without_middle)

    def range(self, *parts: str) -> str:
        """A name that formulas can use and that no cell address looks like."""
        plain = re.sub(r"[^A-Za-z0-9]+", "_", " ".join(parts)).strip("_")[:200]
        name, number = f"{plain}_", 1
        while name.casefold() in self._ranges:
            number += 1
            name = f"{plain}_{number}_"
        self._ranges.add(name.casefold())
        return name


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _without_middle(text: str, size: int) -> str:
    head = (size - 1) // 2
    return f"{text[:head]}…{text[head + 1 - size :]}"


def _without_end(text: str, size: int) -> str:
    return text[: size - 1] + "…"


def _unique(
    text: str,
    size: int,
    taken: set[str],
    shorten: Callable[[str, int], str] = _without_end,
) -> str:
    number = 1
    while True:
        mark = "" if number == 1 else f" ({number})"
        room = size - _units(mark)
        while _units(text) > room:
            text = shorten(text, min(room, len(text) - 1))
        if (name := text + mark).casefold() not in taken:
            taken.add(name.casefold())
            return name
        number += 1
