"""What lies on a page: words with their places, and the rules of tables."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import hypot

import pypdfium2 as pdfium
from pypdfium2 import raw

from curriculum.readers._html_text import BULLETS

_LAST_LETTER = 0x110000
_BELOW, _ABOVE = 0.2, 0.8
"""Of the size of a font: how far it reaches below and above its line."""
_THIN = 3.0
"""Points: a stroke or a box no thicker than this is a rule."""
_SHORT = 6.0
_BOLD_WEIGHT = 600
_AT_LINE_END = "\u0002\ufffe"
"""What pdfium gives for a hyphen at the end of a line, whatever its reason."""
_LIST_NUMBER = re.compile(r"\d{1,3}[.)](?=(?:ESB|TK|TS|K|S|B)\d)")
_Box = tuple[float, float, float, float]
"""Left, bottom, right and top edge."""

MOST_LETTERS = 60_000
"""Of one page; a full page of small print has 8,000."""
MOST_RULES = 4_000


@dataclass(slots=True)
class Word:
    """A word, with the edges of its letters in points from the page's lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    bold: bool = False

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """From below its letters to above them."""
        return max(1.0, self.top - self.bottom)


@dataclass(slots=True)
class Rule:
    """A straight rule: where it runs, and from where to where."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """The words of a page and its rules."""

    words: list[Word]
    upright: list[Rule]
    level: list[Rule]
    width: float = 0.0
    height: float = 0.0
    middles: list[float] = field(default_factory=list)
    """Where its lines run, from above."""


def _parts(word: Word) -> Iterator[Word]:
    """The number of a list and the key that it stands close to: "14.K14:"."""
    number = _LIST_NUMBER.match(word.text)
    if not number:
        yield word
        return
    cut = word.left + (word.right - word.left) * number.end() / len(word.text)
    yield replace(word, text=number[0], right=cut)
    yield replace(word, text=word.text[number.end() :], left=cut)


def page_of(page: pdfium.PdfPage) -> Page:
    """What lies on a page, turned as it is shown."""
    shown = _Shown(page.get_rotation(), *page.get_size())
    upright, level = _rules(page, shown)
    return Page(
        [part for word in _words(page, shown) for part in _parts(word)],
        _merged(upright),
        _merged(level),
        shown.width,
        shown.height,
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """How a page is turned when it is shown, and how large it is then."""

    turn: int
    width: float
    height: float

    def box(self, box: _Box) -> _Box:
        """A box where it is shown."""
        left, bottom, right, top = box
        if self.turn == 90:  # noqa: PLR2004 (degrees)
            return bottom, self.height - right, top, self.height - left
        if self.turn == 180:  # noqa: PLR2004 (degrees)
            return (
                self.width - right,
                self.height - top,
                self.width - left,
                self.height - bottom,
            )
        if self.turn == 270:  # noqa: PLR2004 (degrees)
            return self.width - top, left, self.width - bottom, right
        return box


def _words(page: pdfium.PdfPage, shown: _Shown) -> Iterator[Word]:
    text_page = page.get_textpage()
    count = min(text_page.count_chars(), MOST_LETTERS)
    letters: list[str] = []
    first = 0
    for at in range(count + 1):
        code = raw.FPDFText_GetUnicode(text_page, at) if at < count else 0
        letter = chr(code) if code < _LAST_LETTER else "\ufffd"
        apart = not code or letter.isspace()
        if not apart:
            first = first if letters else at
            letters.append("-" if letter in _AT_LINE_END else letter)
        if letters and (apart or letter in _AT_LINE_END or letter == "\u00ad"):
            last = at - 1 if apart else at
            box = shown.box(_box(text_page, first, last))
            bold = _is_bold(text_page, first)
            yield Word(_paired("".join(letters)).translate(BULLETS), *box, bold)
            letters = []
    text_page.close()


def _box(text_page: pdfium.PdfTextPage, first: int, last: int) -> _Box:
    """The box of some letters: their width, and the height of their whole font."""
    left, bottom, right, top = text_page.get_charbox(first, loose=True)
    if last > first:
        other = text_page.get_charbox(last, loose=True)
        left, right = min(left, other[0]), max(right, other[2])
        bottom, top = min(bottom, other[1]), max(top, other[3])
    matrix, across, along = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    if not (
        raw.FPDFText_GetMatrix(text_page, first, matrix)
        and raw.FPDFText_GetCharOrigin(text_page, first, across, along)
    ):
        return left, bottom, right, top
    size = raw.FPDFText_GetFontSize(text_page, first) * hypot(matrix.c, matrix.d)
    if abs(matrix.d) >= abs(matrix.c):
        return left, along.value - _BELOW * size, right, along.value + _ABOVE * size
    up = 1 if matrix.c > 0 else -1
    edges = sorted(
        (across.value - up * _BELOW * size, across.value + up * _ABOVE * size)
    )
    return edges[0], bottom, edges[1], top


def _paired(text: str) -> str:
    """Halves of letters beyond the first plane, which come singly, put together."""
    if not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_bold(text_page: pdfium.PdfTextPage, at: int) -> bool:
    if raw.FPDFText_GetFontWeight(text_page, at) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    size = raw.FPDFText_GetFontInfo(text_page, at, name, 128, ctypes.byref(flags))
    return size > 0 and b"bold" in name.value.lower()


def _rules(page: pdfium.PdfPage, shown: _Shown) -> tuple[list[Rule], list[Rule]]:
    """Rules that stand upright, and those that lie level; a box has four edges."""
    upright: list[Rule] = []
    level: list[Rule] = []
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = shown.box(drawn.get_bounds())
        wide, high = right - left, top - bottom
        if wide <= _THIN and high >= _SHORT:
            upright.append(Rule((left + right) / 2, bottom, top))
        elif high <= _THIN and wide >= _SHORT:
            level.append(Rule((bottom + top) / 2, left, right))
        elif wide >= _SHORT and high >= _SHORT:
            upright += [Rule(left, bottom, top), Rule(right, bottom, top)]
            level += [Rule(bottom, left, right), Rule(top, left, right)]
        if len(upright) + len(level) > MOST_RULES:
            break
    return upright, level


def _merged(rules: list[Rule]) -> list[Rule]:
    """Rules, with pieces of one line put together, from left or below on."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.at / 2), r.start)):
        last = merged[-1] if merged else None
        if (
            last
            and abs(last.at - rule.at) <= _THIN
            and round(last.at / 2) == round(rule.at / 2)
            and rule.start <= last.end + _THIN
        ):
            last.end = max(last.end, rule.end)
        else:
            merged.append(Rule(rule.at, rule.start, rule.end))
    return sorted(merged, key=lambda r: r.at)
