"""Colours, and the contrast of two of them as WCAG 2.2 counts it."""

import re

WHITE, BLACK = "FFFFFF", "000000"
ENOUGH, ENOUGH_FOR_LARGE = 4.5, 3.0
"""The least contrast of text, and of text of 18 points or of 14 in bold."""
LARGE_POINTS, LARGE_BOLD_POINTS = 18, 14
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_DARK, _SCALE, _POWER = 0.04045, 12.92, 2.4

HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
}
"""The pens of Word, by the names that its files give them."""


def colour(written: str | None) -> str:
    """Six hexadecimal digits, or nothing for what is no fixed colour ("auto")."""
    found = _HEX.fullmatch(written or "")
    return found[1].upper() if found else ""


def contrast(ink: str, paper: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_large(points: float, *, bold: bool) -> bool:
    """Whether text is large enough for the lower contrast to do."""
    return points >= (LARGE_BOLD_POINTS if bold else LARGE_POINTS)


def mixed(front: str, back: str, share: float) -> str:
    """A colour of dots of one before another."""
    pairs = zip(_channels(front), _channels(back), strict=True)
    return "".join(f"{round(f * share + b * (1 - share)):02X}" for f, b in pairs)


def tinted(base: str, tint: float) -> str:
    """A colour made lighter (above 0) or darker, as themes of Excel do it."""
    if not tint:
        return base
    return mixed(WHITE, base, tint) if tint > 0 else mixed(BLACK, base, -tint)


def _channels(hexes: str) -> list[int]:
    return [int(hexes[at : at + 2], 16) for at in (0, 2, 4)]


def _luminance(hexes: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(hexes))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / _SCALE if share <= _DARK else ((share + 0.055) / 1.055) ** _POWER
