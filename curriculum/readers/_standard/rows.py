"""The lines of the page that say something."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from curriculum.readers._standard.codes import codes_in
from curriculum.readers._standard.headings import HEADINGS, KINDS, OTHER_HEADINGS
from curriculum.readers._text import SourceText
from curriculum.readers._wording import bare, fold, is_bullet, plain, unmarked

_BACK = re.compile(r"\bBack to Dut(?:y|ies)\b", re.IGNORECASE)
_BACK_BEGUN = re.compile(r"\s*\bBack(?: to)?$", re.IGNORECASE)
_BETWEEN_CELLS = re.compile(r"[\t|]")
_RULER = re.compile(r"[\s|:=_*-]+")
_KEY = re.compile(r"(?:ESB|TK|TS|K|S|B) ?\d+", re.IGNORECASE)
_DUTY_ROW = re.compile(r"(?:duty\s*|D\s?)?\d+\b|$", re.IGNORECASE)
_STACKED_HEAD = re.compile(r"duty criteria\b.{0,40}\bksbs?", re.IGNORECASE)
_BEGINS_DUTY = re.compile(r"duty\s*\d+\b", re.IGNORECASE)
_ENDS = HEADINGS.keys() | KINDS.keys() | OTHER_HEADINGS
_DUTY_HEADS = {"duty", "duties", "occupation duty", "occupation duties"}

_Cell = tuple[str, bool]
"""A cell's text, and whether it stands in the column of criteria."""

WRAPPED = 60
"""Letters in a line that a paragraph was wrapped at; items of lists are shorter."""


@dataclass(slots=True)
class Row:
    """A line, or the part of it up to "Back to Duty", with white space folded."""

    number: int
    printed: str
    meant: str
    gap: bool = False
    """A blank line stands before it."""
    closes: bool = False
    """"Back to Duty" stands after it."""
    criteria: bool = False
    """It stands in the column of criteria of a table of duties."""
    bare: str = field(init=False)
    """What is meant, without a bullet."""

    def __post_init__(self) -> None:
        self.bare = bare(self.meant)

    def cut(self, pattern: re.Pattern[str]) -> tuple[re.Match[str], "Row"] | None:
        """The match at the line's beginning, and the row that the last group leaves."""
        match = pattern.match(self.bare)
        if not match:
            return None
        as_printed = pattern.match(bare(self.printed)) or match
        last = pattern.groups
        left = Row(self.number, as_printed[last], match[last], closes=self.closes)
        return match, left


def rows_of(text: SourceText) -> Iterator[Row]:
    """The rows in order; a line is cut at each "Back to Duty"."""
    stacked = _Stacked()
    for row in _rows_of(text):
        stacked.look_at(row)
        yield row


@dataclass(slots=True)
class _Stacked:
    """Cells of a table that the page stacked: duty, blank line, criteria, keys."""

    has_criteria: bool = False
    in_duty: bool = False
    in_criteria: bool = False

    def look_at(self, row: Row) -> None:
        """Mark the row as criteria, if it stands where they do."""
        if _STACKED_HEAD.fullmatch(row.bare):
            self.has_criteria = True
        elif not self.has_criteria:
            return
        elif _BEGINS_DUTY.match(row.bare):
            self.in_duty, self.in_criteria = True, False
        elif codes_in(row.bare) is not None or plain(row.meant) in _ENDS:
            self.in_duty = self.in_criteria = False
        else:
            self.in_criteria |= self.in_duty and row.gap
            row.criteria |= self.in_criteria


def _rows_of(text: SourceText) -> Iterator[Row]:
    gap = False
    column = -1
    for line in text.lines:
        if "\t" in line.meant or "|" in line.meant:
            column = _criteria_column(line.meant, column)
        meant = _cells(line.meant, column)
        if not meant or _RULER.fullmatch(meant[0][0]):
            gap = True
            continue
        same = line.printed == line.meant
        printed = meant if same else _cells(line.printed, column)
        for row in _cut(line.number, printed, meant):
            row.gap, gap = gap, False
            yield row


def mended(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, with a "Back to Duty" that was broken over two lines taken out."""
    first: Row | None = None
    for row in rows:
        second = row
        if first:
            first, second = _without_seam(first, row)
            if first.meant or first.closes:
                yield first
        first = second
    if first and (first.meant or first.closes):
        yield first


def _without_seam(first: Row, second: Row) -> tuple[Row, Row]:
    """Both rows, less a "Back to Duty" that the one begins and the other ends."""
    begun = None if first.closes else _BACK_BEGUN.search(first.meant)
    seam = f"{begun[0].strip()} {second.meant}" if begun else ""
    whole = _BACK.match(seam)
    if not whole:
        return first, second
    printed, meant = (_BACK_BEGUN.sub("", t) for t in (first.printed, first.meant))
    rest = seam[whole.end() :].strip()
    return (
        Row(first.number, printed, meant, first.gap, closes=True),
        Row(second.number, rest, rest, second.gap, second.closes),
    )


def _cut(number: int, printed: list[_Cell], meant: list[_Cell]) -> Iterator[Row]:
    texts = [_split(cell) for cell, _ in meant]
    as_printed = texts if printed is meant else [_split(cell) for cell, _ in printed]
    if [len(cell) for cell in texts] != [len(cell) for cell in as_printed]:
        as_printed = texts
    kinds = (is_criteria for _, is_criteria in meant)
    for cell, cell_printed, criteria in zip(texts, as_printed, kinds, strict=True):
        last = len(cell) - 1
        for at, (before, after) in enumerate(zip(cell_printed, cell, strict=True)):
            if after or at < last:
                yield Row(
                    number,
                    before.strip(),
                    after.strip(),
                    closes=at < last,
                    criteria=criteria,
                )


def _split(cell: str) -> list[str]:
    """A text cut at each "Back to Duty"."""
    return _BACK.split(cell) if "ack" in cell or "ACK" in cell else [cell]


def _in_cells(line: str) -> list[str]:
    """The cells of a table row, which tabs or bars set off; other lines have one."""
    said = unmarked(line)
    if "\t" not in said and not said.lstrip().startswith("|"):
        return [fold(said)]
    cells = [fold(cell) for cell in _BETWEEN_CELLS.split(said)]
    if len(cells) > 1 and is_bullet(cells[0]):
        mark, first, *others = cells
        return [first if codes_in(first) else f"{mark} {first}", *others]
    return cells


def _criteria_column(line: str, column: int) -> int:
    """The column of criteria, from the head of a table of duties on."""
    cells = [cell.casefold() for cell in _in_cells(line)]
    if len(cells) > 1 and any(cell in _DUTY_HEADS for cell in cells):
        found = [at for at, cell in enumerate(cells) if cell.startswith("criteria")]
        return found[0] if found else -1
    return column


def _cells(line: str, column: int) -> list[_Cell]:
    """A line with white space folded; the KSBs in the last cells stand apart.

    So do the criteria of a duty.  A cell that holds only a key is set off from
    what follows by a colon.
    """
    whole = _in_cells(line)
    if len(whole) == 1:
        return [(whole[0], False)] if whole[0] else []
    criteria = ""
    if 0 < column < len(whole) and _DUTY_ROW.match(whole[0]):
        criteria = whole.pop(column)
    cells = [cell for cell in whole if cell]
    if len(cells) > 2 and plain(cells[0]) in KINDS and _KEY.fullmatch(cells[1]):  # noqa: PLR2004 (kind, key, statement)
        del cells[0]
    keys = len(cells)
    while keys > 0 and codes_in(cells[keys - 1]) is not None:
        keys -= 1
    if keys > 1 and _KEY.fullmatch(cells[0]):
        cells[0] += ":"
    elif keys > 1 and keys < len(cells) and cells[0].rstrip(".").isdecimal():
        cells[0] = f"Duty {cells[0]}"
    found = [
        (" ".join(cells[:keys]), False),
        (criteria, True),
        (" ".join(cells[keys:]), False),
    ]
    return [cell for cell in found if cell[0]]
