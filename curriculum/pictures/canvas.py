"""A sheet to draw on: rectangles, lines and texts, and the SVG that they make.

Measures are points.  Only plain attributes are used, for Word reads no styles.
"""

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from curriculum.pictures.letters import ASCENT, FAMILY, fitted
from curriculum.pictures.paints import INK, WHITE, Paint

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_QUOTE = {'"': "&quot;"}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture: its SVG, and its size in points."""

    svg: str
    width: float
    height: float


def said(text: str) -> str:
    """A text as XML holds it, in one line."""
    plain = _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
    return escape(" ".join(plain.split()), _QUOTE)


class Canvas:
    """Takes shapes in the order in which they lie upon each other."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def box(
        self, place: tuple[float, float, float, float], paper: str, line: str = ""
    ) -> None:
        """Draw a rectangle: left, top, width, height."""
        x, y, wide, high = place
        edge = f' stroke="{line}" stroke-width="0.75"' if line else ""
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" '
            f'fill="{paper}"{edge}/>'
        )

    def line(  # noqa: PLR0913 (two ends and a look)
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        ink: str,
        thick: float = 0.75,
    ) -> None:
        """Draw a straight line."""
        self._parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke="{ink}" stroke-width="{thick}"/>'
        )

    def path(self, course: str, *, ink: str, thick: float = 0.75) -> None:
        """Draw an open line along a course, as SVG writes one."""
        self._parts.append(
            f'<path d="{course}" fill="none" stroke="{ink}" stroke-width="{thick}" '
            'shape-rendering="geometricPrecision"/>'
        )

    def area(self, course: str, paper: str) -> None:
        """Draw a filled area within a course, as SVG writes one."""
        self._parts.append(f'<path d="{course}" fill="{paper}"/>')

    def text(  # noqa: PLR0913 (a place and a look)
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        ink: str = INK,
        bold: bool = False,
        anchor: str = "start",
        turned: bool = False,
    ) -> None:
        """Write a text on the line at ``y``; turned, it reads upwards."""
        if not text:
            return
        look = ' font-weight="bold"' if bold else ""
        if anchor != "start":
            look += f' text-anchor="{anchor}"'
        if turned:
            look += f' transform="rotate(-90 {x:.1f} {y:.1f})"'
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.3g}" fill="{ink}"{look}>'
            f"{said(text)}</text>"
        )

    def label(  # noqa: PLR0913 (a place and a look)
        self,
        place: tuple[float, float, float, float],
        text: str,
        size: float,
        paint: Paint,
        *,
        bold: bool = False,
        line: str = "",
    ) -> None:
        """Draw a box with a text in its middle, cut to fit it."""
        x, y, wide, high = place
        self.box(place, paint.paper, line)
        shown = fitted(text, size, wide - 1, bold=bold)
        at = middle(y, high, size)
        self.text(
            x + wide / 2, at, shown, size, ink=paint.ink, bold=bold, anchor="middle"
        )

    def raw(self, *parts: str) -> None:
        """Take SVG that was made elsewhere, where there is too much to make singly."""
        self._parts += parts

    def finished(
        self, title: str, finding: str, width: float, height: float
    ) -> Drawing:
        """The picture, with its title and with what it shows for those who hear it."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            f'aria-label="{said(finding)}" viewBox="0 0 {width:.1f} {height:.1f}" '
            f'width="{width:.1f}" height="{height:.1f}" '
            f"font-family=\"Arial, '{FAMILY}', Helvetica, sans-serif\">"
            f"<title>{said(title)}</title>"
            f'<rect width="{width:.1f}" height="{height:.1f}" fill="{WHITE}"/>'
        )
        return Drawing("".join((head, *self._parts, "</svg>")), width, height)


def middle(top: float, high: float, size: float) -> float:
    """The line on which a text stands in the middle of a height."""
    return top + (high + ASCENT * size) / 2
