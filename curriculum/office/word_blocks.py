"""What a compiled template is made of: texts as they stand, and what fills them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol
from xml.sax.saxutils import escape

from curriculum.office.fields import Frame, Get, as_text

Out = Callable[[str], None]

MARK = re.compile(r"<\?curriculum (\d+|end)\?>|\ufdd0(\d+)\ufdd1")
"""A mark in the tree's text.  No document holds one: processing instructions are
dropped when it is read, and these noncharacters are for use within a program."""
RESERVED = re.compile("[\ufdd0-\ufdef]")
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_QUOTE = {'"': "&quot;"}
_NEW_LINE = re.compile(r"\r\n|[\r\n\v\f]")


class Op(Protocol):
    """A part of a template that is not always the same."""

    def write(self, frame: Frame, out: Out) -> None:
        """Write what the data of a frame makes of it."""


Block = tuple[str | Op, ...]


class Opens(Op, Protocol):
    """A part that has others within it."""

    body: Block


def write(block: Block, frame: Frame, out: Out) -> None:
    """Write a block, filled."""
    for part in block:
        if isinstance(part, str):
            out(part)
        else:
            part.write(frame, out)


@dataclass(slots=True)
class Value:
    """A value as text; what XML cannot hold shows as a replacement character."""

    get: Get
    line_break: str = " "
    tab: str = " "

    def write(self, frame: Frame, out: Out) -> None:
        """Write the value."""
        value = self.get(frame)
        text = value if isinstance(value, str) else as_text(value)
        safe = text
        if "&" in text or "<" in text or ">" in text or '"' in text:
            safe = escape(text, _QUOTE)
        out(safe if text.isprintable() else self._legal(safe))

    def _legal(self, text: str) -> str:
        legal = _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
        return _NEW_LINE.sub(self.line_break, legal.replace("\t", self.tab))


@dataclass(slots=True)
class Each:
    """What repeats once for each item."""

    get: Get
    body: Block = ()

    def write(self, frame: Frame, out: Out) -> None:
        """Write the body for each item."""
        for item in self.get(frame):
            write(self.body, [*frame, item], out)


@dataclass(slots=True)
class If:
    """What shows only if something holds."""

    get: Get
    body: Block = ()

    def write(self, frame: Frame, out: Out) -> None:
        """Write the body, or nothing."""
        if self.get(frame):
            write(self.body, frame, out)


@dataclass(slots=True)
class Cell:
    """A cell's content, which must not be empty."""

    otherwise: str
    body: Block = ()

    def write(self, frame: Frame, out: Out) -> None:
        """Write the body, or what stands for nothing."""
        pieces: list[str] = []
        write(self.body, frame, pieces.append)
        out("".join(pieces) or self.otherwise)


def cut(marked: str, ops: list[Op]) -> Block:
    """A block from the text of a marked tree."""
    return _cut(iter(MARK.split(marked)), ops)


def _cut(pieces: Iterator[str | None], ops: list[Op]) -> Block:
    """What stands up to the next end mark; pieces come as text, block, value."""
    block: list[str | Op] = []
    for text in pieces:
        if text:
            block.append(text)
        opened, value = next(pieces, "end"), next(pieces, None)
        if value is not None:
            block.append(ops[int(value)])
        elif opened is None or opened == "end":
            break
        else:
            op = ops[int(opened)]
            op.body = _cut(pieces, ops)  # type: ignore[attr-defined]
            block.append(op)
    return tuple(block)
