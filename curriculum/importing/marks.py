"""Marks in the cells of a grid, by the convention that the grid follows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from colorsys import rgb_to_hsv
from dataclasses import dataclass
from functools import cache

from curriculum.importing.headings import known
from curriculum.model import Depth, Purpose

LONGEST_MARK = 24
_PARTS = re.compile(r"[\s,/;+&|]+")
_LEGEND = re.compile(
    r"(?:^|[\s,;.(:])([A-Za-z✓✔x●•*]{1,2})\s*[=:–-]\s*([A-Za-z][A-Za-z ]{2,40})"
)
_SAID = re.compile(
    r"(?:^|[\s,;.(:])([B-HJ-Z])\s+(introduced|developed|mastered|taught|assessed)\b"
)
_COLOURS = re.compile(
    r"\b(red|amber|orange|yellow|gold|green|blue|purple|pink|gr[ea]y)\b\s*"
    r"(?:[=:–-]|is|means|shows)\s*([A-Za-z][A-Za-z ]{2,40})",
    re.IGNORECASE,
)
_NAMES_TOO = frozenset("xy1✓")
"""Signs that, over a column, are the name of a place."""
_GREY = 0.12
"""Colours less saturated than this are called grey."""
_HUES = (
    (14, ("red", "pink")), (47, ("amber", "orange", "gold", "yellow")),
    (70, ("yellow", "gold", "amber")), (170, ("green",)), (255, ("blue",)),
    (300, ("purple",)), (340, ("pink", "purple")), (360, ("red", "pink")),
)  # fmt: skip
"""Degrees of hue, and the names that people give colours up to there."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cell says: how deep it teaches, whether and how it assesses."""

    depth: Depth | None = None
    assessed: Purpose | None = None

    @property
    def teaches(self) -> bool:
        """Whether the item is taught there."""
        return self.depth is not None


TAUGHT = Mark(Depth.TAUGHT)


@dataclass(frozen=True, slots=True)
class Convention:
    """How the cells of one grid are read, and what that rests on."""

    signs: Mapping[str, Mark]
    said: str
    colours: Mapping[str, Mark]

    def read(self, text: str) -> Mark | None:
        """The mark of a cell; None where it cannot be read."""
        plain = text.strip().casefold()
        if plain in self.signs:
            return self.signs[plain]
        parts = [p for p in _PARTS.split(plain) if p] or [plain]
        if len(parts) == 1 and len(plain) <= 3 and plain.isalpha():  # noqa: PLR2004 (IDA)
            parts = list(plain)
        marks = [self.signs.get(part) for part in parts]
        if not all(marks):
            return None
        return _joined(mark for mark in marks if mark)


def is_nothing(text: str) -> bool:
    """Whether a cell says that nothing is there."""
    return text.strip().casefold() in _nothing()


def is_sign(text: str) -> bool:
    """Whether a text is a mark, by the usual meaning of signs."""
    parts = _parts(text)
    return bool(parts) and all(part in _plain_signs() for part in parts)


def sign_of(text: str) -> Mark | None:
    """The mark that a heading stands for: "Taught", "A", "Introduced"."""
    sign = text.strip().casefold()
    return None if sign in _NAMES_TOO else _plain_signs().get(sign)


def letter_mark(letter: str) -> Mark:
    """The mark of a depth letter beside a code; without one, taught."""
    mark = _plain_signs().get(letter.casefold())
    return mark if mark and (mark.teaches or mark.assessed) else TAUGHT


def convention(
    cells: Iterable[str],
    legend: Sequence[str],
    colours: Mapping[str, str],
    fills: Iterable[str] = (),
) -> Convention:
    """The convention of a grid, from its cells and from what its legend says.

    ``fills`` are the colours of its cells as RRGGBB.
    """
    signs, told = dict(_plain_signs()), legend_of(legend)
    used = {p for text in cells for p in _parts(text)}
    said = _by_letters(used)
    for sign, meaning in told.items():
        if sign in used:
            signs[sign] = meaning
            said = "its legend"
    shades = {c: m for c, text in colours.items() if (m := _meaning(text))}
    for colour, mark in _named_colours(legend, fills).items():
        shades.setdefault(colour, mark)
    return Convention(signs, said, shades)


def _named_colours(legend: Iterable[str], fills: Iterable[str]) -> dict[str, Mark]:
    """Colours that a legend calls by name: "green = taught, amber = assessed"."""
    told = {
        name.casefold(): mark
        for text in legend
        for name, words in _COLOURS.findall(text)
        if (mark := _meaning(words))
    }
    if not told:
        return {}
    return {
        fill: told[name]
        for fill in set(fills)
        if (name := next((n for n in colour_names(fill) if n in told), ""))
    }


def colour_names(fill: str) -> tuple[str, ...]:
    """What people call a colour: "00B050" is green."""
    if not re.fullmatch(r"[0-9A-F]{6}", fill):
        return ()
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, _ = rgb_to_hsv(red, green, blue)
    if saturation < _GREY:
        return ("grey", "gray")
    return next(names for most, names in _HUES if hue * 360 <= most)


def legend_of(texts: Iterable[str]) -> dict[str, Mark]:
    """What a legend says of each sign: "R = reinforced"."""
    found: dict[str, Mark] = {}
    for text in texts:
        pairs = [*_LEGEND.findall(text), *_SAID.findall(text)]
        for sign, words in pairs:
            meaning = _meaning(words)
            if meaning:
                found.setdefault(sign.casefold(), meaning)
    return found


def _by_letters(used: set[str]) -> str:
    """What the letters of a grid tell of its convention."""
    letters = {u for u in used if len(u) == 1 and u.isalpha() and u not in "xyn"}
    if not letters:
        return "ticks: taught, without depth"
    if letters <= {"f", "s"}:
        return "F formative and S summative assessment"
    if letters <= {"t", "a"}:
        return "T taught and A assessed"
    if letters <= {"i", "d", "m", "t"}:
        return "I introduced, D developed, M mastered, T taught"
    if letters <= {"i", "r", "m", "a"}:
        return "I introduced, R reinforced (developed), M mastered, A assessed"
    return f"the usual meaning of {', '.join(sorted(letters)).upper()}"


def _parts(text: str) -> list[str]:
    plain = text.strip().casefold()
    parts = [p for p in _PARTS.split(plain) if p]
    if len(parts) == 1 and 1 < len(plain) <= 3 and plain.isalpha():  # noqa: PLR2004
        return [plain, *plain]
    return parts


def _meaning(words: str) -> Mark | None:
    """The mark that a word of a legend stands for."""
    for word in re.findall(r"[a-z]+", words.casefold()):
        mark = _plain_signs().get(word)
        if mark and len(word) > 2:  # noqa: PLR2004 (a word, not a sign)
            return mark
    return None


def _joined(marks: Iterable[Mark]) -> Mark:
    """Several marks of one cell: the deepest, and the assessment that counts."""
    deepest: Depth | None = None
    assessed: Purpose | None = None
    for mark in marks:
        if mark.depth and (deepest is None or mark.depth.rank > deepest.rank):
            deepest = mark.depth
        if mark.assessed and assessed is not Purpose.SUMMATIVE:
            assessed = mark.assessed
    return Mark(deepest, assessed)


@cache
def _nothing() -> frozenset[str]:
    return frozenset(known()["marks"]["nothing"])


@cache
def _plain_signs() -> dict[str, Mark]:
    """Each sign with its usual meaning."""
    table = known()["marks"]
    signs = dict.fromkeys(table["taught"], TAUGHT)
    for depth, words in table["depths"].items():
        signs |= dict.fromkeys(words, Mark(Depth(depth)))
    summative = Mark(assessed=Purpose.SUMMATIVE)
    signs |= dict.fromkeys(table["assessed"]["assessed"], summative)
    formative = Mark(assessed=Purpose.FORMATIVE)
    return signs | dict.fromkeys(table["assessed"]["formative"], formative)
