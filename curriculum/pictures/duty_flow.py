"""How the duties of an occupation become teaching: duty, statement, module."""

from collections.abc import Sequence
from dataclasses import dataclass

from curriculum.pictures.canvas import Canvas, Drawing, middle
from curriculum.pictures.letters import fitted
from curriculum.pictures.paints import BAND, FAINT, GAP, LINE, QUIET, Paint
from curriculum.pictures.picture import Picture

SIZE, SMALL = 8.5, 7.5
_ITEM, _LEAST_NODE, _MOST_NODE = 12.0, 15.0, 32.0
"""Heights that a statement takes, and that a duty or a module takes."""
_HEAD, _EDGE = 16.0, 1.0
_SIDE, _MIDDLE = 0.3, 46.0
"""What of the width duties and modules take each; the width of a statement."""
_BEND = 0.45
_INK = "#6F8CAB"
"""Lines that lead on; those to a gap are red and broken."""


@dataclass(frozen=True, slots=True)
class FlowNode:
    """A duty or a module: its name, and the keys of statements tied to it."""

    title: str
    remark: str
    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class DutyFlow:
    """Duties, the statements they rest on, and the modules that teach those."""

    title: str
    finding: str
    duties: Sequence[FlowNode]
    items: Sequence[str]
    modules: Sequence[FlowNode]

    @property
    def untaught(self) -> frozenset[str]:
        """Statements that no module teaches."""
        taught = {item for module in self.modules for item in module.items}
        return frozenset(item for item in self.items if item not in taught)


def duty_flow(held: DutyFlow) -> Picture:
    """The flow as a picture."""
    return Picture(held.title, held.finding, lambda room: _Flow(held, room).drawn())


class _Flow:
    """A flow as it is drawn for a width."""

    def __init__(self, held: DutyFlow, room: float) -> None:
        self._held, self._canvas = held, Canvas()
        self._wide = room
        self._side = (room - 2 * _EDGE) * _SIDE
        self._high = max(
            len(held.items) * _ITEM,
            len(held.duties) * _LEAST_NODE,
            len(held.modules) * _LEAST_NODE,
        )
        step = self._high / max(1, len(held.items))
        self._step = min(step, 2 * _ITEM)
        first = _HEAD + (self._high - self._step * len(held.items)) / 2
        self._middle = {
            item: first + (at + 0.5) * self._step for at, item in enumerate(held.items)
        }
        self._left = room / 2 - _MIDDLE / 2

    def drawn(self) -> Drawing:
        """Draw it: lines first, so that names lie upon them."""
        held, canvas = self._held, self._canvas
        left, right = _EDGE, self._wide - _EDGE - self._side
        self._heads(left, right)
        duties, modules = self._tops(held.duties), self._tops(held.modules)
        for y, duty in duties:
            self._lines(left + self._side, y, duty, self._left)
        for y, module in modules:
            self._lines(right, y, module, self._left + _MIDDLE)
        for nodes, x in ((duties, left), (modules, right)):
            for y, node in nodes:
                self._node(x, y, node, len(nodes))
        for item, y in self._middle.items():
            self._item(item, y)
        bottom = self._legend(_HEAD + self._high + 6)
        return canvas.finished(held.title, held.finding, self._wide, bottom)

    def _heads(self, left: float, right: float) -> None:
        heads = (
            (left + 2, "start", "Duties", self._side),
            (self._wide / 2, "middle", "Statements", _MIDDLE + 30),
            (right + 2, "start", "Modules", self._side),
        )
        for x, anchor, text, room in heads:
            shown = fitted(text, SIZE, room, bold=True)
            self._canvas.text(x, 10, shown, SIZE, bold=True, anchor=anchor)

    def _tops(self, nodes: Sequence[FlowNode]) -> list[tuple[float, FlowNode]]:
        """The middle of each node's height, evenly down the picture."""
        step = self._high / max(1, len(nodes))
        return [(_HEAD + (at + 0.5) * step, node) for at, node in enumerate(nodes)]

    def _lines(self, x: float, y: float, node: FlowNode, to: float) -> None:
        bend = (to - x) * _BEND
        for item in node.items:
            end = self._middle.get(item)
            if end is None:
                continue
            course = (
                f"M{x:.1f} {y:.1f}C{x + bend:.1f} {y:.1f} "
                f"{to - bend:.1f} {end:.1f} {to:.1f} {end:.1f}"
            )
            gap = item in self._held.untaught
            ink, thick = (GAP.ink, 1.25) if gap else (_INK, 0.6)
            self._canvas.path(course, ink=ink, thick=thick)

    def _node(self, x: float, y: float, node: FlowNode, count: int) -> None:
        high = min(_MOST_NODE, self._high / count) - 3
        top = y - high / 2
        self._canvas.box((x, top, self._side, high), BAND.paper, LINE)
        texts = [(node.title, SIZE, BAND.ink, True), (node.remark, SMALL, QUIET, False)]
        if high < 2 * _ITEM - 2 or not node.remark:
            texts = texts[:1]
        each = high / len(texts)
        for at, (text, size, ink, bold) in enumerate(texts):
            shown = fitted(text, size, self._side - 6, bold=bold)
            line = middle(top + at * each, each, size)
            self._canvas.text(x + 3, line, shown, size, ink=ink, bold=bold)

    def _item(self, item: str, y: float) -> None:
        gap = item in self._held.untaught
        paint = GAP if gap else Paint("#1F3864", "#DEEAF6")
        high = min(self._step, 2 * _ITEM) - 1.5
        place = (self._left, y - high / 2, _MIDDLE, min(high, 14.0))
        text = f"{item} !" if gap else item
        self._canvas.label(place, text, SIZE, paint, bold=True, line=FAINT)

    def _legend(self, top: float) -> float:
        if not self._held.untaught:
            return top
        place = (_EDGE, top, 14.0, _ITEM)
        self._canvas.label(place, "!", SIZE, GAP, bold=True, line=FAINT)
        text = "taught in no module"
        line = middle(top, _ITEM, SIZE)
        self._canvas.text(_EDGE + 19, line, text, SIZE, ink=QUIET)
        return top + _ITEM + 3
