"""Lines as they are gathered from a page, a paragraph or a row of a table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from curriculum.findings import Finding
from curriculum.readers._text import Line, SourceText
from curriculum.readers._wording import fold, joined

_LARGE_CELL = 12
"""Lines in a cell beyond which a table only lays out a page."""
_KEYS_RUN_TOGETHER = re.compile(r"\b(?:(?:ESB|TK|TS|K|S|B)\d{1,3}){2,}\b")
_KEY_BEGINS = re.compile(r"(?<=\d)(?=[A-Z])")


_KEY = re.compile(r"\b(?:ESB|TK|TS|K|S|B)\d{1,3}\b")
_ONLY_KEYS = re.compile(r"[\s,;&]*(?:(?:ESB|TK|TS|K|S|B)\d{1,3}[\s,;&]*)+")

Keys = tuple[str, ...]


@dataclass(slots=True)
class Gathered:
    """The lines of a file, and what only dresses its pages."""

    lines: list[Line] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add(self, text: str, place: str, *, gap: bool = False, bold: Keys = ()) -> None:
        """A line; a gap before it is a blank line."""
        said = apart(fold(text))
        if not said:
            return
        if gap and self.lines and self.lines[-1].printed:
            self.lines.append(Line(len(self.lines) + 1, "", "", place))
        self.lines.append(Line(len(self.lines) + 1, said, said, place, bold))

    def add_row(self, cells: list[list[str]], place: str, *, bold: Keys = ()) -> None:
        """A row of a table; one that only lays out a page is lines as they stand."""
        written = [cell for cell in cells if cell]
        prose = max((len(cell) for cell in cells if not _all_keys(cell)), default=0)
        if len(written) <= 1 or prose > _LARGE_CELL:
            gap = True
            for text in (text for cell in written for text in cell):
                self.add(text, place, gap=gap, bold=bold)
                gap = False
            return
        texts = [apart(joined(cell)) for cell in cells]
        said = "\t".join(texts).rstrip("\t")
        self.lines.append(Line(len(self.lines) + 1, said, said, place, bold))

    def begin_with(self, text: str, place: str) -> None:
        """A line before all others."""
        self.lines.insert(0, Line(0, text, text, place))
        for number, line in enumerate(self.lines, start=1):
            line.number = number

    def set_aside(self, text: str, place: str) -> None:
        """What is no part of the document's own text."""
        said = fold(text)
        if said:
            self.aside.append(Line(0, said, said, place))

    def text(self, file: str, digest: str, form: str) -> SourceText:
        """All of it, as readers take it."""
        return SourceText(
            file, digest, self.lines, self.findings, form=form, aside=self.aside
        )


def _all_keys(cell: list[str]) -> bool:
    """Whether a cell lists keys, each on a line: it may be long."""
    return all(map(_ONLY_KEYS.fullmatch, cell))


def apart(text: str) -> str:
    """The text, with KSB keys that only their look had set apart set apart."""
    return _KEYS_RUN_TOGETHER.sub(lambda keys: _KEY_BEGINS.sub(" ", keys[0]), text)


def bold_keys(pieces: Iterable[tuple[str, bool]]) -> Keys:
    """Keys of the statements that a line prints bold.

    A statement is bold as a whole; among keys that stand alone each may be.
    """
    pieces = tuple(pieces)
    if not any(bold for _, bold in pieces):
        return ()
    said = "".join(text for text, _ in pieces)
    if _ONLY_KEYS.fullmatch(said):
        return tuple(k for text, bold in pieces if bold for k in _KEY.findall(text))
    statement = _KEY.match(said.lstrip("•*- \t\n"))
    whole = all(bold for text, bold in pieces if any(map(str.isalnum, text)))
    return (statement[0],) if statement and whole else ()
