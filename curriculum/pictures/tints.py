"""The blues of a picture in a college's own hue, as light or dark as they were.

Contrast rests on how light two colours are and on nothing else, so every text
reads as well in the other hue.
"""

import re
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}(?![0-9A-Fa-f])")
_BLUE = (0.51, 0.68)
"""Hues that count as the blue of the shipped pictures."""
_LEAST_SATURATED = 0.15
"""What has less colour is a grey, and stays."""
_STEPS = 24
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def tinted(svg: str, accent: str) -> str:
    """A picture with its blues in the hue of an accent colour, "#6B1F4B".

    Without an accent, or for a blue or a grey one, it stays as it is.
    """
    if not _COLOUR.fullmatch(accent):
        return svg
    hue, _, saturated = rgb_to_hls(*_channels(accent))
    if saturated < _LEAST_SATURATED or _is_blue(hue):
        return svg
    return _COLOUR.sub(lambda found: _turned(found[0], hue), svg)


def _is_blue(hue: float) -> bool:
    return _BLUE[0] <= hue <= _BLUE[1]


@lru_cache(maxsize=256)
def _turned(colour: str, hue: float) -> str:
    """A blue in another hue and as light to the eye; another colour as it is."""
    channels = _channels(colour)
    own, _, saturated = rgb_to_hls(*channels)
    if saturated < _LEAST_SATURATED or not _is_blue(own):
        return colour
    wanted, low, high = _luminance(channels), 0.0, 1.0
    for _ in range(_STEPS):
        light = (low + high) / 2
        if _luminance(hls_to_rgb(hue, light, saturated)) < wanted:
            low = light
        else:
            high = light
    made = (round(255 * channel) for channel in hls_to_rgb(hue, low, saturated))
    return "#{:02X}{:02X}{:02X}".format(*made)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(channels: tuple[float, float, float]) -> float:
    """How light a colour is, from 0 to 1, as WCAG 2.2 defines it."""
    linear = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (the definition's own numbers)
        for c in channels
    )
    return sum(weight * c for weight, c in zip(_WEIGHTS, linear, strict=True))
