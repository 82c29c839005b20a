"""An edit: something that a document says otherwise than before, and where."""

from dataclasses import dataclass
from enum import Enum

from curriculum.carried.shown import FORMULA, HEADING, Cell
from curriculum.shortening import LONGEST, shortened

_EMPTY = "empty"
_LONGEST_CODE = 24
_LONGEST_ROW = 160


class Kind(Enum):
    """What became of it; the value is its sign."""

    CHANGED = "~"
    ADDED = "+"
    GONE = "-"


@dataclass(frozen=True, slots=True)
class At:
    """A cell of a table as it was: part, table, row and column, each counted from 0."""

    part: int
    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit.  ``what`` names a thing that came or went: "row"."""

    kind: Kind
    place: str
    was: str = ""
    now: str = ""
    what: str = ""
    follows: bool = False
    """Whether a formula works it out, so that it follows from another edit."""
    at: At | None = None
    cells: tuple[Cell, Cell] | None = None
    """The cell as it was and as it is, paragraph by paragraph."""

    def __str__(self) -> str:
        """The edit in plain words: "week 14, column KSBs: was K3, now K8"."""
        place = f"{self.place}, {self.what}" if self.what else self.place
        match self.kind:
            case Kind.ADDED:
                return f"{place} added: {cut(self.now)}"
            case Kind.GONE:
                return f"{place} gone: {cut(self.was)}"
        was, now = what_differs(self.was, self.now)
        return f"{place}: was {was}, now {now}"


def cell_in_words(cell: Cell) -> str:
    """A cell's text in one line; whether a formula made it is told."""
    told = " / ".join(cell)
    return f"{told[1:]} (by a formula)" if told.startswith(FORMULA) else told


def text_in_words(text: str) -> str:
    """A paragraph's text."""
    return text.removeprefix(HEADING)


def cut(text: str) -> str:
    """A text that fits a line."""
    if not text:
        return _EMPTY
    return text if len(text) <= _LONGEST_ROW else text[: _LONGEST_ROW - 1] + "…"


def what_differs(was: str, now: str) -> tuple[str, str]:
    """Two texts cut to what differs: of lists of codes the codes, else the words."""
    if not (was and now):
        return cut(was), cut(now)
    before, after = _codes(was), _codes(now)
    gone = [code for code in before if code not in after]
    come = [code for code in after if code not in before]
    if gone and come and len(before) + len(after) > len(gone) + len(come):
        return ", ".join(gone), ", ".join(come)
    if len(was) <= LONGEST and len(now) <= LONGEST:
        return was, now
    return shortened(was, now)


def _codes(text: str) -> list[str]:
    """The entries of a list of codes; nothing if it is a text."""
    parts = [part.strip() for part in text.split(",")]
    return parts if all(0 < len(part) <= _LONGEST_CODE for part in parts) else []
