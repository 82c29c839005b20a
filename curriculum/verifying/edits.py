"""An edit: something that a document says otherwise than before, and where."""

from dataclasses import dataclass
from enum import Enum

from curriculum.carried.shown import FORMULA, HEADING, Cell, Row
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
    """A cell of a table as it was: part, table, row and column, each counted from 0.

    Of a row that came or went the column is none; one that came has no row either.
    """

    part: int
    table: int
    row: int = -1
    column: int = -1


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
    row: Row = ()
    """A row that came, in the columns of the table as it was."""
    address: str = ""
    """Where the cell stands in a workbook now: "Sessions!F12"."""
    remark: str = ""
    """What is odd about it, in words that end the sentence."""

    def __str__(self) -> str:
        """The edit in plain words: "week 14, column KSBs: was K3, now K8"."""
        place = f"{self.place}, {self.what}" if self.what else self.place
        at = f" ({self.address})" if self.address else ""
        match self.kind:
            case Kind.ADDED:
                return f"{place} added{at}{_behind(self.now)}"
            case Kind.GONE:
                return f"{place} gone{_behind(self.was)}"
        was, now = what_differs(self.was, self.now)
        remark = f", {self.remark}" if self.remark else ""
        return f"{place}{at}: was {was}, now {now}{remark}"


def _behind(text: str) -> str:
    """What came or went, if there is more to tell than where."""
    return f": {cut(text)}" if text else ""


def by_formula(cell: Cell) -> bool:
    """Whether a formula works out what the cell says."""
    return bool(cell) and cell[0].startswith(FORMULA)


def worked_out(cell: Cell) -> str:
    """What a formula works out."""
    return cell[0].removeprefix(FORMULA)


def cell_in_words(cell: Cell) -> str:
    """A cell's text in one line; whether a formula made it is told."""
    if by_formula(cell):
        return f"{worked_out(cell) or _EMPTY} (by a formula)"
    return " / ".join(cell)


def with_formula(cell: Cell) -> str:
    """What a formula works out, and the formula."""
    formula = f"the formula {cell[1]}" if cell[1:] else "a formula"
    return f"{worked_out(cell) or _EMPTY} (by {formula})"


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
    return parts if all(map(_is_code, parts)) else []


def _is_code(part: str) -> bool:
    """Whether it may be a code, with its depth or kind: words alone are a text."""
    plain = 0 < len(part) <= _LONGEST_CODE
    return plain and (" " not in part or any(map(str.isdigit, part)))
