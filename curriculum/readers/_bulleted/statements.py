"""The bullets of a list, each a statement; a line without a bullet goes on."""

import re
from dataclasses import dataclass, field

from curriculum.readers._bulleted.parts import Part
from curriculum.readers._text import Line
from curriculum.readers._wording import fold

_BULLET = re.compile(r"([•●▪◦‣⁃·■\uf0b7\uf0a7*–—-]|o(?=\s)|\d{1,2}[.)](?=\s))\s*(.*)")  # noqa: RUF001 (dashes serve as bullets)
_LEADS_IN = re.compile(r".*:$")


@dataclass(slots=True)
class Statement:
    """A statement as it is put together from its lines."""

    line: Line
    printed: list[str] = field(default_factory=list)
    meant: list[str] = field(default_factory=list)

    def add(self, printed: str, meant: str) -> None:
        """A further line; the first may hold a bullet and nothing else."""
        if meant:
            self.printed.append(printed)
            self.meant.append(meant)


def statements_of(part: Part) -> tuple[list[Statement], list[Line]]:
    """The statements of a list; and the lines that lead it in and are none.

    Bullets of another sort than the first stand below a statement and belong to
    it.  A list without bullets has one statement to a line.
    """
    marks = [_marked(line.meant)[0] for line in part.lines]
    first = next(filter(None, marks), "")
    found: list[Statement] = []
    aside: list[Line] = []
    for line, mark in zip(part.lines, marks, strict=True):
        begins = mark == first
        text = _marked(line.meant)[1]
        if _LEADS_IN.fullmatch(text) and not mark and (not first or not found):
            aside.append(line)
            continue
        if begins:
            found.append(Statement(line))
        elif not found:
            aside.append(line)
            continue
        found[-1].add(_marked(line.printed)[1], text)
    aside += (statement.line for statement in found if not statement.meant)
    return [statement for statement in found if statement.meant], aside


def _marked(line: str) -> tuple[str, str]:
    """The bullet of a line ("1." for any number), and what stands behind it."""
    said = fold(line.replace("|", " "))
    match = _BULLET.fullmatch(said)
    if not match:
        return "", said
    return ("1." if match[1][0].isdecimal() else match[1]), match[2]
