"""The lines of the page that say something."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from curriculum.readers._standard.codes import codes_in
from curriculum.readers._text import SourceText
from curriculum.readers._wording import bare, fold

_BACK = re.compile(r"\bBack to Dut(?:y|ies)\b", re.IGNORECASE)
_BACK_BEGUN = re.compile(r"\s*\bBack(?: to)?$", re.IGNORECASE)
_BETWEEN_CELLS = re.compile(r"[\t|]")
_RULER = re.compile(r"[\s|:=_*-]+")

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
    gap = False
    for line in text.lines:
        meant = _cells(line.meant)
        if not meant or _RULER.fullmatch(meant[0]):
            gap = True
            continue
        printed = meant if line.printed == line.meant else _cells(line.printed)
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


def _cut(number: int, printed: list[str], meant: list[str]) -> Iterator[Row]:
    texts = [_BACK.split(cell) for cell in meant]
    as_printed = [_BACK.split(cell) for cell in printed]
    if [len(cell) for cell in texts] != [len(cell) for cell in as_printed]:
        as_printed = texts
    for cell, cell_printed in zip(texts, as_printed, strict=True):
        last = len(cell) - 1
        for at, (before, after) in enumerate(zip(cell_printed, cell, strict=True)):
            if after or at < last:
                yield Row(number, before.strip(), after.strip(), closes=at < last)


def _cells(line: str) -> list[str]:
    """A line with white space folded; the KSBs in the last cells stand apart.

    The cells of a table row are set off by tabs or by bars.
    """
    if "\t" not in line and not line.lstrip().startswith("|"):
        folded = fold(line)
        return [folded] if folded else []
    cells = [cell for cell in map(fold, _BETWEEN_CELLS.split(line)) if cell]
    keys = len(cells)
    while keys > 0 and codes_in(cells[keys - 1]) is not None:
        keys -= 1
    return [text for text in (" ".join(cells[:keys]), " ".join(cells[keys:])) if text]
