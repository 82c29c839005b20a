"""Words put together to lines, and lines to running text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from curriculum.readers._forms.pdf.words import Word

_SAME_LINE = 0.5
"""Of a word's height: how far the middles of words of one line lie apart."""
_SOFT = "\u00ad"
_BROKEN = re.compile(r"(?:^|\s)(\S*\w)-$")
LONG = 12
"""Letters of a word that may not fit in a narrow cell."""
_END = re.compile(r"[^\W\d_]+$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_SUSPENDED = re.compile(r"(?:and|or|to)\b")
_MARKS = ".,;:!?()[]\u201c\u201d\u2018\u2019\"'"

Doubt = Callable[[str], None]
"""Told, in a sentence, of a word that nothing decides about."""


@dataclass(slots=True)
class TextLine:
    """A line as it is printed, and its number on the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    pieces: list[tuple[str, bool]]
    """What its words say, and whether they are bold."""
    number: int = 0
    first: float = 0.0
    """How wide its first word is."""
    edge: float = 0.0
    """How far to the right lines reach where it stands."""

    @property
    def height(self) -> float:
        """From below its letters to above them."""
        return max(1.0, self.top - self.bottom)


@dataclass(slots=True)
class TableRow:
    """A row of a table: the lines of each cell, and the columns' left edges."""

    cells: list[list[TextLine]]
    lefts: tuple[float, ...]
    top: float
    doubtful: bool = False
    """Whether what stands in it may be of the rows beside it."""

    @property
    def first(self) -> TextLine:
        """The line that stands first in it."""
        return next(line for cell in self.cells for line in cell)

    @property
    def texts(self) -> list[str]:
        """What the cells say, roughly: to tell rows apart."""
        return [" ".join(line.text for line in cell) for cell in self.cells]


Block = TextLine | TableRow
Stretch = list[Block]
"""What is read in the order in which it is given."""


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words by the line that they stand in, from above and from the left."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-w.middle, w.left)):
        line = lines[-1] if lines else []
        if line and abs(line[0].middle - word.middle) <= _SAME_LINE * min(
            line[0].height, word.height
        ):
            line.append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda w: w.left)
    return lines


def text_line(words: list[Word]) -> TextLine:
    """Words of one line as a line."""
    return TextLine(
        " ".join(word.text for word in words),
        words[0].left,
        max(word.right for word in words),
        min(word.bottom for word in words),
        max(word.top for word in words),
        [(f"{word.text} ", word.bold) for word in words],
        first=words[0].right - words[0].left,
    )


def _is_cut(line: TextLine, following: TextLine) -> bool:
    """Whether a word fills the line to the last letter, and goes on in the next."""
    letter = (line.right - line.left) / len(line.text)
    return (
        line.edge > 0
        and " " not in line.text
        and len(line.text) >= LONG
        and line.text[-1].isalpha()
        and following.text[:1].islower()
        and line.right + letter > line.edge
    )


class Spelling:
    """The words of a document, which tell whether a hyphen belongs to a word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = {
            part.strip(_MARKS).casefold()
            for word in words
            for part in (word, *word.split("/"))
        }

    def unwrapped(self, lines: Iterable[TextLine], doubt: Doubt) -> str:
        """Printed lines as one text."""
        whole = ""
        before: TextLine | None = None
        for line in lines:
            if before is None:
                whole = line.text
            elif _is_cut(before, line) and not self._knows(before.text):
                whole = f"{whole}{line.text}"
                word = f"{before.text}{line.text.split(' ', 1)[0]}"
                doubt(f"“{word}” is cut in a narrow cell, and is read as one word")
            else:
                whole = self._joined(whole, line.text, doubt)
            before = line
        return whole.replace(_SOFT, "")

    def _knows(self, text: str) -> bool:
        return re.split(r"[/\s]", text)[-1].strip(_MARKS).casefold() in self._known

    def _joined(self, whole: str, text: str, doubt: Doubt) -> str:
        if whole.endswith(_SOFT):
            return f"{whole.rstrip(_SOFT)}{text}"
        broken, goes_on = _BROKEN.search(whole), _GOES_ON.match(text)
        if goes_on and self._cut(whole, goes_on[0]):
            return f"{whole}{text}"
        if broken is None or goes_on is None or _SUSPENDED.match(text):
            return f"{whole} {text}"
        first, second = broken[1].lstrip(_MARKS), goes_on[0]
        if f"{first}-{second}".casefold() in self._known:
            return f"{whole}{text}"
        if f"{first}{second}".casefold() in self._known:
            return f"{whole[:-1]}{text}"
        if second.islower() and first[-1].isalpha() and "-" not in first:
            doubt(
                f"“{first}-{second}” is broken at its hyphen, and nothing tells "
                "whether the hyphen belongs to the word"
            )
        return f"{whole}{text}"

    def _cut(self, whole: str, second: str) -> bool:
        """Whether a word was cut without a hyphen, or right behind one.

        A narrow cell cuts a word that is longer than its line; "non -" and
        "functional" belong together if "-functional" stands elsewhere.
        """
        last = whole.rsplit(" ", 1)[-1]
        if last == "-":
            return f"-{second}".casefold() in self._known
        end = _END.search(last)
        return (
            len(last) >= LONG
            and end is not None
            and f"{end[0]}{second}".casefold() in self._known
            and end[0].casefold() not in self._known
        )
