"""Where an occupation stands on its map: tiers, the highest first, its own marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from curriculum.pictures.canvas import Canvas, Drawing, middle
from curriculum.pictures.letters import width, wrapped
from curriculum.pictures.paints import BAND, HEAD, LINE, OWN, QUIET
from curriculum.pictures.picture import Picture

SIZE, SMALL = 9.5, 8.5
_TIER, _PAD, _BETWEEN, _ARROW, _EDGE = 96.0, 6.0, 10.0, 18.0, 1.0
_LINE_HIGH, _LEAST_BOX, _LEAST_COLUMN = 11.5, 120.0, 180.0
_MOST_LINES = 3
_BULLET = "\N{BULLET} "


@dataclass(frozen=True, slots=True)
class MapBox:
    """A cluster with its occupations; ``tag`` says that the programme leads there."""

    title: str
    occupations: Sequence[str]
    tag: str = ""


@dataclass(frozen=True, slots=True)
class CareerMap:
    """A pathway's tiers, the highest first, with the clusters of each."""

    title: str
    finding: str
    tiers: Sequence[tuple[str, Sequence[MapBox]]]


def career_map(held: CareerMap) -> Picture:
    """The tiers as a picture."""
    return Picture(held.title, held.finding, lambda room: _drawn(held, room))


@dataclass(frozen=True, slots=True)
class _Laid:
    """A cluster's box, with its lines of text."""

    box: MapBox
    left: float
    wide: float
    title: Sequence[str]
    tag: Sequence[str]
    columns: Sequence[Sequence[str]]
    """Names of occupations, in columns beside each other."""

    @property
    def high(self) -> float:
        """How high the box must be."""
        lines = len(self.title) + len(self.tag) + max(map(len, self.columns), default=0)
        return lines * _LINE_HIGH + 2 * _PAD


def _drawn(held: CareerMap, room: float) -> Drawing:
    canvas = Canvas()
    heading = wrapped(held.title, SIZE, room - 2 * _EDGE, bold=True)
    for at, line in enumerate(heading):
        canvas.text(_EDGE, 10 + at * 11, line, SIZE, bold=True)
    y = 17.0 + (len(heading) - 1) * 11
    for number, (tier, boxes) in enumerate(held.tiers):
        if number:
            _arrow(canvas, room, y)
            y += _ARROW
        y = _tier(canvas, room, y, tier, boxes)
    return canvas.finished(held.title, held.finding, room, y + _EDGE)


def _tier(
    canvas: Canvas, room: float, y: float, tier: str, boxes: Sequence[MapBox]
) -> float:
    """One tier: its name, and its clusters in as many lines as they need."""
    left = _EDGE + _TIER + _BETWEEN
    across = max(1, int((room - left - _EDGE + _BETWEEN) // (_LEAST_BOX + _BETWEEN)))
    across = min(across, max(1, len(boxes)))
    wide = (room - left - _EDGE - (across - 1) * _BETWEEN) / across
    top = y
    for first in range(0, len(boxes), across):
        laid = [
            _laid(box, left + at * (wide + _BETWEEN), wide)
            for at, box in enumerate(boxes[first : first + across])
        ]
        high = max(box.high for box in laid)
        for box in laid:
            _box(canvas, box, y, high)
        y += high + _BETWEEN
    bottom = max(y - _BETWEEN, top + 30)
    canvas.box((_EDGE, top, _TIER, bottom - top), HEAD.paper)
    lines = wrapped(tier, SIZE, _TIER - 8, most=3, bold=True)
    start = (top + bottom - len(lines) * _LINE_HIGH) / 2
    for at, line in enumerate(lines):
        baseline = middle(start + at * _LINE_HIGH, _LINE_HIGH, SIZE)
        x = _EDGE + _TIER / 2
        canvas.text(x, baseline, line, SIZE, ink=HEAD.ink, bold=True, anchor="middle")
    return bottom


def _laid(box: MapBox, left: float, wide: float) -> _Laid:
    room = wide - 2 * _PAD
    title = wrapped(box.title, SIZE, room, bold=True)
    tag = wrapped(box.tag, SMALL, room, bold=True)
    return _Laid(box, left, wide, title, tag, _columns(box.occupations, room))


def _columns(names: Sequence[str], room: float) -> list[list[str]]:
    """The names in as many columns as there is room for, read downwards."""
    count = max(1, min(len(names), int(room // _LEAST_COLUMN)))
    each, share = ceil(len(names) / count), room / count
    shares = [names[at : at + each] for at in range(0, len(names), each or 1)]
    return [[line for n in held for line in _name(n, share)] for held in shares]


def _name(name: str, room: float) -> list[str]:
    """An occupation's name in lines, of which the first has a bullet."""
    inner = room - width(_BULLET, SMALL) - _PAD
    lines = wrapped(name, SMALL, inner, most=_MOST_LINES)
    return [f"{_BULLET}{line}" if not at else line for at, line in enumerate(lines)]


def _box(canvas: Canvas, laid: _Laid, y: float, high: float) -> None:
    paint = OWN if laid.tag else BAND
    canvas.box((laid.left, y, laid.wide, high), paint.paper, LINE)
    line = middle(y + _PAD, _LINE_HIGH, SIZE)
    for text in laid.title:
        canvas.text(laid.left + _PAD, line, text, SIZE, ink=paint.ink, bold=True)
        line += _LINE_HIGH
    for text in laid.tag:
        canvas.text(laid.left + _PAD, line, text, SMALL, ink=paint.ink, bold=True)
        line += _LINE_HIGH
    share = (laid.wide - 2 * _PAD) / max(1, len(laid.columns))
    for column, names in enumerate(laid.columns):
        left = laid.left + _PAD + column * share
        for at, text in enumerate(names):
            indent = 0.0 if text.startswith(_BULLET) else width(_BULLET, SMALL)
            y = line + at * _LINE_HIGH
            canvas.text(left + indent, y, text, SMALL, ink=paint.ink)


def _arrow(canvas: Canvas, room: float, y: float) -> None:
    """An arrow up, between two tiers."""
    x = _EDGE + _TIER + _BETWEEN + (room - _TIER - _BETWEEN) / 2
    canvas.line(x, y + _ARROW - 3, x, y + 6, ink=QUIET, thick=1.5)
    canvas.area(f"M{x:.1f} {y + 2:.1f}l5 7h-10z", QUIET)
