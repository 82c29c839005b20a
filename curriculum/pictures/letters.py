"""How wide a text is, so that labels can be placed, cut and wrapped.

The widths are those of the bundled font, which has the measures of Arial: what
fits here fits in Word and in a browser too.  They are read from the font file.
"""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from math import fsum
from pathlib import Path
from struct import unpack_from
from unicodedata import category

FONTS = Path(__file__).with_name("fonts")
FAMILY = "Liberation Sans"
ASCENT, DESCENT = 0.73, 0.22
"""How far capitals stand above the line, and letters reach below, for a size of 1."""
_ELSEWHERE = 1.3
"""Width of a letter that the font lacks, such as an emoji, in another font."""
_NO_WIDTH = ("Mn", "Me", "Cf", "Cc")
_ELLIPSIS = "…"
_SPACES = re.compile(r"[^\S\xa0]+")
_WINDOWS_UNICODE = (3, 1)


def font_files() -> list[str]:
    """The font's files: regular and bold."""
    return [str(FONTS / f"LiberationSans-{face}.ttf") for face in ("Regular", "Bold")]


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is at a size."""
    return size * fsum(map(_widths(bold).__getitem__, text))


@lru_cache(maxsize=4096)
def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """A text, cut with an ellipsis if it is wider than the room; never too wide."""
    if width(text, size, bold=bold) <= room:
        return text
    widths, left = _widths(bold), room / size - _widths(bold)[_ELLIPSIS]
    if left < 0:
        return ""
    kept = 0
    for letter in text:
        left -= widths[letter]
        if left < 0:
            break
        kept += 1
    return f"{text[:kept].rstrip()}{_ELLIPSIS}"


def wrapped(
    text: str, size: float, room: float, *, most: int = 0, bold: bool = False
) -> list[str]:
    """A text in lines that fit the room; the last of ``most`` is cut.

    What a no-break space joins stays together.
    """
    lines: list[str] = []
    for word in filter(None, _SPACES.split(text)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if most and len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [fitted(line, size, room, bold=bold) for line in lines]


class _Widths(dict[str, float]):
    """The width of each letter for a size of 1, looked up when first asked for."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        font = file.read_bytes()
        tables = _tables(font)
        self._map = _Characters(font, _unicode_map(font, tables["cmap"]))
        self._sizes = font, tables["hmtx"]
        (self._units,) = unpack_from(">H", font, tables["head"] + 18)
        (self._measured,) = unpack_from(">H", font, tables["hhea"] + 34)

    def __missing__(self, letter: str) -> float:
        glyph = self._map.glyph(ord(letter))
        if glyph:
            at = min(glyph, self._measured - 1) * 4
            (advance,) = unpack_from(">H", self._sizes[0], self._sizes[1] + at)
            wide = float(advance / self._units)
        else:
            wide = 0.0 if category(letter) in _NO_WIDTH else _ELSEWHERE
        self[letter] = wide
        return wide


class _Characters:
    """A font's table from characters to glyphs (format 4 of OpenType)."""

    def __init__(self, font: bytes, at: int) -> None:
        (twice,) = unpack_from(">H", font, at + 6)
        form = f">{twice // 2}H"
        places = (at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice)
        self._ends, self._starts, self._deltas, self._offsets = (
            unpack_from(form, font, place) for place in places
        )
        self._font, self._at = font, places[3]

    def glyph(self, code: int) -> int:
        """The glyph of a character; 0 if the font has none."""
        at = bisect_left(self._ends, code)
        if at == len(self._ends) or self._starts[at] > code:
            return 0
        found, offset = code, self._offsets[at]
        if offset:
            place = self._at + 2 * at + offset + 2 * (code - self._starts[at])
            (found,) = unpack_from(">H", self._font, place)
            if not found:
                return 0
        return int(found + self._deltas[at]) & 0xFFFF


@cache
def _widths(bold: bool) -> _Widths:  # noqa: FBT001 (a cache takes positions)
    return _Widths(Path(font_files()[bold]))


def _tables(font: bytes) -> dict[str, int]:
    """Where each table of a font begins."""
    (count,) = unpack_from(">H", font, 4)
    entries = (unpack_from(">4sLLL", font, 12 + 16 * at) for at in range(count))
    return {name.decode("latin-1"): offset for name, _, offset, _ in entries}


def _unicode_map(font: bytes, cmap: int) -> int:
    """Where the table for Unicode begins."""
    (count,) = unpack_from(">H", font, cmap + 2)
    for at in range(count):
        platform, encoding, offset = unpack_from(">HHL", font, cmap + 4 + 8 * at)
        if (platform, encoding) == _WINDOWS_UNICODE:
            return cmap + int(offset)
    raise ValueError("the bundled font has no table for Unicode")
