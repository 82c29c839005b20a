"""The labels of a picture: where each stands, on what colour, and what is wrong.

Read from the SVG alone, so that nothing which drew it can hide a fault.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from contrast import contrast
from curriculum.pictures.letters import ASCENT, DESCENT, width

_SVG = "{http://www.w3.org/2000/svg}"
_TURN = re.compile(r"rotate\(-90 (\S+) (\S+)\)")
_TOLERANCE = 0.25
"""Points by which labels may touch."""
LEAST_CONTRAST = 4.5


@dataclass(frozen=True)
class Label:
    """A text with its box: left, top, right, bottom."""

    text: str
    box: tuple[float, float, float, float]
    ink: str
    paper: str

    def meets(self, other: "Label") -> bool:
        left, top, right, bottom = self.box
        a, b, c, d = other.box
        return (
            min(right, c) - max(left, a) > _TOLERANCE
            and min(bottom, d) - max(top, b) > _TOLERANCE
        )


def faults(svg: str) -> list[str]:
    """Labels that overlap, stand outside, or are hard to read."""
    root = etree.fromstring(svg)
    _, _, wide, high = map(float, root.get("viewBox", "").split())
    held = sorted(labels(svg), key=lambda label: label.box[1])
    return [
        *(f"{a.text!r} lies on {b.text!r}" for a, b in _meeting(held)),
        *(f"{a.text!r} stands outside" for a in held if _outside(a, wide, high)),
        *(
            f"{a.text!r} is {a.ink} on {a.paper}"
            for a in held
            if contrast(a.ink, a.paper) < LEAST_CONTRAST
        ),
    ]


def labels(svg: str) -> list[Label]:
    """Every text of a picture, with the colour of what lies beneath it."""
    papers: list[tuple[tuple[float, float, float, float], str]] = []
    found = []
    for element in etree.fromstring(svg).iter(f"{_SVG}rect", f"{_SVG}text"):
        if element.tag == f"{_SVG}rect":
            papers.append((_rect(element), _own(element, "fill")))
        else:
            found.append(_label(element, papers))
    return found


def _meeting(held: list[Label]) -> Iterator[tuple[Label, Label]]:
    for at, first in enumerate(held):
        for second in held[at + 1 :]:
            if second.box[1] >= first.box[3]:
                break
            if first.meets(second):
                yield first, second


def _outside(label: Label, wide: float, high: float) -> bool:
    left, top, right, bottom = label.box
    edge = _TOLERANCE
    return left < -edge or top < -edge or right > wide + edge or bottom > high + edge


def _own(element: etree._Element, name: str) -> str:
    """An attribute, or that of the group around."""
    for held in (element, *element.iterancestors()):
        if held.get(name):
            return str(held.get(name))
    return ""


def _rect(element: etree._Element) -> tuple[float, float, float, float]:
    x, y, wide, high = (
        float(element.get(name, "0")) for name in ("x", "y", "width", "height")
    )
    return x, y, x + wide, y + high


def _label(
    element: etree._Element, papers: list[tuple[tuple[float, float, float, float], str]]
) -> Label:
    text = element.text or ""
    size, x, y = (float(_own(element, name)) for name in ("font-size", "x", "y"))
    long = width(text, size, bold=_own(element, "font-weight") == "bold")
    turned = _TURN.fullmatch(element.get("transform", ""))
    if turned:
        assert (float(turned[1]), float(turned[2])) == (x, y)
        box = (x - ASCENT * size, y - long, x + DESCENT * size, y)
    else:
        before = {"middle": 0.5, "end": 1.0}.get(_own(element, "text-anchor"), 0.0)
        left = x - before * long
        box = (left, y - ASCENT * size, left + long, y + DESCENT * size)
    return Label(text, box, _own(element, "fill"), _under(box, papers))


def _under(
    box: tuple[float, float, float, float],
    papers: list[tuple[tuple[float, float, float, float], str]],
) -> str:
    """The colour of the last rectangle that lies beneath the middle of a box."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for (left, top, right, bottom), colour in reversed(papers):
        if left <= x <= right and top <= y <= bottom:
            return colour
    return "#FFFFFF"
