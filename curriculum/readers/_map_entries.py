"""The occupations of one cell of a map, which run on without separators.

Sure ends are a level in brackets, the end of the cell and a printed separator
(``|``, ``;``, a line break).  What runs on between them is divided by the
titles of the table of descriptions where exactly one reading is possible, and
is otherwise kept as one entry, with a doubt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from curriculum.findings import Finding
from curriculum.model import SourceRef
from curriculum.readers._map_findings import doubt, lost
from curriculum.readers._map_titles import DASHES, LEVEL, Lexicon, Titled


@dataclass(slots=True)
class Entry:
    """One entry of a cell, still open for options."""

    title: str
    level: int | None
    options: list[str] = field(default_factory=list)
    other_titles: list[str] = field(default_factory=list)


class Role(Enum):
    """What the mark before a text makes of it."""

    ENTRY = auto()
    SEPARATE = auto()
    """An entry after a printed separator, so surely the whole of its title."""
    OPTION = auto()
    OTHER_TITLE = auto()


class Chunk(NamedTuple):
    """A text between two marks, with the level that ends it, if one does."""

    text: str
    level: int | None
    role: Role

    def __str__(self) -> str:
        return str(Titled(self.text, self.level))


_MARK = re.compile(
    rf"(?P<level>{LEVEL.pattern})(?P<slash>\s*/)?"
    rf"|(?P<dash>(?:^|(?<=[\s):]))[{DASHES}\u2022](?=\s))"
    r"|(?P<separator>[|;]|<br\s*/?>)",
    re.IGNORECASE,
)


def chunks(text: str) -> Iterator[Chunk]:
    """The texts between the marks of a cell, in order."""
    # In a list that begins with a dash, dashes part entries, not options.
    listed = text.lstrip()[:1] in {*DASHES, "\u2022"}
    start, role = 0, Role.ENTRY
    for mark in _MARK.finditer(text):
        level = int(mark[2]) if mark["level"] else None
        yield Chunk(_bare(text[start : mark.start()]), level, role)
        start = mark.end()
        if mark["level"]:
            role = Role.OTHER_TITLE if mark["slash"] else Role.ENTRY
        elif mark["dash"] and not listed:
            role = Role.OPTION
        else:
            role = Role.SEPARATE
    yield Chunk(_bare(text[start:]), None, role)


def _bare(text: str) -> str:
    """A text without the marks around it; nothing if it has no word."""
    bare = " ".join(text.split()).strip(" :,")
    return bare if any(sign.isalnum() for sign in bare) else ""


@dataclass(slots=True)
class Entries:
    """Entries and findings, as chunks are added in the order of the cell."""

    lexicon: Lexicon
    source: SourceRef
    found: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add(self, chunk: Chunk) -> None:
        """Read one chunk as what its role says."""
        if not chunk.text:
            self._without_text(chunk)
        elif chunk.role is Role.OPTION and self.found:
            self._option(chunk)
        elif chunk.role is Role.OTHER_TITLE and self.found:
            self._other_title(chunk)
        else:
            self._entry(chunk)

    def _entry(self, chunk: Chunk) -> None:
        if chunk.role is Role.SEPARATE or self.lexicon.knows(chunk.text):
            self._open(chunk.text, chunk.level)
            return
        titles = self.lexicon.run(chunk.text, chunk.level)
        for title in titles[:-1]:
            self._open(title, None)
        self._open(titles[-1] if titles else chunk.text, chunk.level)
        if not titles:
            self._perhaps_several(chunk)

    def _option(self, chunk: Chunk) -> None:
        """An option; if a level ends it, the next entry has run into it."""
        if chunk.level is None:
            self.found[-1].options.append(chunk.text)
            self._perhaps_entry_within(chunk.text)
            return
        ways = self.lexicon.endings(chunk.text, chunk.level)
        if len(ways) == 1:
            option, title = ways[0]
            self.found[-1].options.append(option)
            self._perhaps_entry_within(option)
            self._open(title, chunk.level)
            return
        self._open(chunk.text, chunk.level)
        self.findings.append(
            doubt(
                "SRC211",
                chunk.text,
                f"{chunk} follows a dash and has a level: the text does not say where "
                "the option ends and the next occupation begins, and both are read as "
                "one occupation",
                self.source,
            )
        )

    def _other_title(self, chunk: Chunk) -> None:
        entry = self.found[-1]
        entry.other_titles.append(chunk.text)
        if chunk.level != entry.level:
            self.findings.append(
                doubt(
                    "SRC213",
                    entry.title,
                    f"one entry prints {Titled(entry.title, entry.level)} and {chunk}; "
                    f"its level is read as {entry.level}",
                    self.source,
                )
            )
        if not self.lexicon.knows(chunk.text):
            self._perhaps_several(chunk)

    def _open(self, title: str, level: int | None) -> None:
        self.found.append(Entry(title, level))

    def _without_text(self, chunk: Chunk) -> None:
        if chunk.level is not None:
            self.findings.append(
                lost(
                    "SRC214",
                    self.found[-1].title if self.found else str(chunk.level),
                    f"the level {chunk.level} has no title before it and is left out",
                    self.source,
                )
            )

    def _perhaps_several(self, chunk: Chunk) -> None:
        if hints := self.lexicon.inside(chunk.text, chunk.level):
            self.findings.append(
                doubt(
                    "SRC210",
                    chunk.text,
                    f"{chunk} may be several occupations (it holds "
                    f"{', '.join(hints)}) and is read as one",
                    self.source,
                )
            )

    def _perhaps_entry_within(self, option: str) -> None:
        for _, title in self.lexicon.endings(option, None):
            self.findings.append(
                doubt(
                    "SRC212",
                    option,
                    f"the option {option} ends like the occupation {title} and is "
                    "read as one option",
                    self.source,
                )
            )
