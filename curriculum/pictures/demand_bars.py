"""Demand as bars: for each occupation the jobs of two years, longest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from curriculum.pictures.canvas import Canvas, Drawing, middle
from curriculum.pictures.letters import width, wrapped
from curriculum.pictures.paints import DEPTHS, FAINT, INK, LINE, QUIET
from curriculum.pictures.picture import Picture

SIZE, SMALL = 9.0, 8.0
_BAR, _BETWEEN, _LINE_HIGH, _EDGE = 9.5, 4.5, 10.0, 1.0
_LABELS, _MOST_LINES = 0.32, 2
EARLIER, LATER = DEPTHS["I"], DEPTHS["M"]


@dataclass(frozen=True, slots=True)
class DemandBar:
    """An occupation with two figures; None is not published."""

    title: str
    earlier: int | None
    later: int | None
    change: str = ""


@dataclass(frozen=True, slots=True)
class DemandBars:
    """Occupations with the figures of two years, and where the figures are from."""

    title: str
    finding: str
    earlier: str
    """What the first bar shows: "2024"."""
    later: str
    bars: Sequence[DemandBar]
    note: str
    """The area and the source, printed below."""


def demand_bars(held: DemandBars) -> Picture:
    """The bars as a picture."""
    return Picture(held.title, held.finding, lambda room: _drawn(held, room))


def _drawn(held: DemandBars, room: float) -> Drawing:
    canvas = Canvas()
    labels = max(110.0, room * _LABELS)
    left = _EDGE + labels + 6
    most = max((v for b in held.bars for v in (b.earlier, b.later) if v), default=1)
    ends = max((width(t, SMALL) for b in held.bars for t in _texts(b)), default=0.0)
    span = max(40.0, room - left - ends - 6 - _EDGE)
    heading = wrapped(held.title, SIZE, room - 2 * _EDGE, bold=True)
    for at, line in enumerate(heading):
        canvas.text(_EDGE, 9 + at * 11, line, SIZE, bold=True)
    y = _legend(canvas, held, 12 + (len(heading) - 1) * 11)
    for bar in held.bars:
        lines = wrapped(bar.title, SIZE, labels, most=_MOST_LINES)
        top = y + (2 * _BAR - len(lines) * _LINE_HIGH) / 2
        for at, line in enumerate(lines):
            baseline = middle(top + at * _LINE_HIGH, _LINE_HIGH, SIZE)
            canvas.text(left - 6, baseline, line, SIZE, anchor="end")
        values = zip(
            (bar.earlier, bar.later), (EARLIER, LATER), _texts(bar), strict=True
        )
        for at, (value, paint, text) in enumerate(values):
            long = span * (value or 0) / most
            if value:
                place = (left, y + at * _BAR, long, _BAR)
                canvas.box(place, paint.paper, LINE)
            baseline = middle(y + at * _BAR, _BAR, SMALL)
            canvas.text(left + long + 3, baseline, text, SMALL, ink=INK)
        y += 2 * _BAR + _BETWEEN
    canvas.line(left, y - _BETWEEN, left + span, y - _BETWEEN, ink=FAINT)
    for line in wrapped(held.note, SMALL, room - 2 * _EDGE):
        canvas.text(_EDGE, middle(y, _LINE_HIGH, SMALL), line, SMALL, ink=QUIET)
        y += _LINE_HIGH
    return canvas.finished(held.title, held.finding, room, y + 2)


def _texts(bar: DemandBar) -> tuple[str, str]:
    """What stands after the two bars."""
    first, second = (
        "not published" if value is None else f"{value:,}"
        for value in (bar.earlier, bar.later)
    )
    return first, f"{second} ({bar.change})" if bar.change else second


def _legend(canvas: Canvas, held: DemandBars, top: float) -> float:
    x = _EDGE
    for paint, text in ((EARLIER, held.earlier), (LATER, held.later)):
        canvas.box((x, top + 1, 12, _BAR), paint.paper, LINE)
        canvas.text(x + 16, middle(top + 1, _BAR, SIZE), text, SIZE, ink=QUIET)
        x += 16 + width(text, SIZE) + 14
    return top + _BAR + 8
