"""The coverage heat map: statements down, modules across, a letter for each depth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from curriculum.pictures.canvas import Canvas, Drawing, middle, said
from curriculum.pictures.letters import fitted, width
from curriculum.pictures.paints import BAND, DEPTHS, FAINT, GAP, INK, LINE, QUIET, Paint
from curriculum.pictures.picture import Picture

SIZE, SMALL = 8.5, 8.0
ROW, WIDEST, NARROWEST, COMFORTABLE = 13.0, 24.0, 10.0, 13.0
"""Height of a row, and widths of a column."""
_KEY, _COUNT, _BETWEEN, _EDGE = 66.0, 16.0, 14.0, 1.0
_LONGEST_HEAD = 90.0
_FEWEST_ROWS, _MOST_PANELS = 8, 4
_COUNTS = ("Sessions", "Assessments")
_MEANINGS = {"I": "introduced", "D": "developed", "M": "mastered", "T": "taught"}


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One statement: a depth or nothing for each module, and how often it stands."""

    key: str
    marks: Sequence[str]
    sessions: int
    assessments: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The statements by kind, and the modules by key."""

    title: str
    finding: str
    modules: Sequence[str]
    kinds: Sequence[tuple[str, Sequence[HeatRow]]]

    @property
    def rows(self) -> Iterator[HeatRow]:
        """Every statement."""
        return (row for _, rows in self.kinds for row in rows)


def heat_map(held: HeatMap) -> Picture:
    """The heat map as a picture."""
    return Picture(held.title, held.finding, lambda room: _drawn(held, room))


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the statements are spread over panels beside each other."""

    panels: int
    column: float
    key: float
    head: float
    lines: int
    """Rows of the longest panel, headings of kinds among them."""
    across: int
    """Modules."""

    @property
    def wide(self) -> float:
        """The width of a panel."""
        return self.key + self.across * self.column + len(_COUNTS) * _COUNT


def _drawn(held: HeatMap, room: float) -> Drawing:
    plan = _planned(held, room)
    canvas = Canvas()
    lines = list(_lines(held, plan.lines))
    for panel in range(plan.panels):
        left = _EDGE + panel * (plan.wide + _BETWEEN)
        _panel(canvas, held, plan, left, lines[panel * plan.lines :][: plan.lines])
    wide = plan.panels * (plan.wide + _BETWEEN) - _BETWEEN + 2 * _EDGE
    wide = max(wide, min(room, _LEAST_LEGEND))
    bottom = _legend(canvas, held, plan.head + plan.lines * ROW + 6, wide)
    return canvas.finished(held.title, held.finding, wide, bottom)


_LEAST_LEGEND = 260.0

_Line = str | HeatRow | None
"""The heading of a kind, a statement, or nothing."""


def _lines(held: HeatMap, depth: int) -> Iterator[_Line]:
    """What stands in each row, panel after panel; no heading ends a panel."""
    at = 0
    for kind, rows in held.kinds:
        if rows and at % depth == depth - 1:
            yield None
            at += 1
        if rows:
            yield kind
            yield from rows
            at += 1 + len(rows)


def _planned(held: HeatMap, room: float) -> _Plan:
    """As many panels as leave columns that can be read with ease."""
    count = sum(1 for _ in held.rows) + len(held.kinds)
    across = max(len(held.modules), 1)
    key = min(_KEY, max((width(r.key, SIZE, bold=True) for r in held.rows), default=0))
    key += 6
    panels, column = 1, NARROWEST
    for more in range(1, _MOST_PANELS + 1):
        share = (room - 2 * _EDGE - (more - 1) * _BETWEEN) / more
        fits = (share - key - len(_COUNTS) * _COUNT) / across
        if more > 1 and (fits < COMFORTABLE or count / more < _FEWEST_ROWS):
            break
        panels, column = more, min(WIDEST, max(NARROWEST, fits))
    lines = max(1, ceil(count / panels))
    while len(list(_lines(held, lines))) > lines * panels:
        lines += 1
    return _Plan(panels, column, key, _head(held.modules), lines, across)


def _head(modules: Sequence[str]) -> float:
    """The height of the headings, which read upwards."""
    longest = max((width(m, SMALL, bold=True) for m in modules), default=0.0)
    counts = max(width(count, SMALL) for count in _COUNTS)
    return max(min(longest, _LONGEST_HEAD), counts) + 6


def _panel(
    canvas: Canvas, held: HeatMap, plan: _Plan, left: float, lines: Sequence[_Line]
) -> None:
    cells, counts = left + plan.key, left + plan.key + plan.across * plan.column
    for at, module in enumerate(held.modules):
        x = cells + (at + 0.5) * plan.column + SMALL * 0.36
        shown = fitted(module, SMALL, plan.head - 6, bold=True)
        canvas.text(x, plan.head - 3, shown, SMALL, bold=True, turned=True)
    for at, count in enumerate(_COUNTS):
        x = counts + (at + 0.5) * _COUNT + SMALL * 0.36
        canvas.text(x, plan.head - 3, count, SMALL, ink=QUIET, turned=True)
    rows = [
        (plan.head + at * ROW, line)
        for at, line in enumerate(lines)
        if line is not None
    ]
    for y, line in rows:
        if isinstance(line, str):
            canvas.box((left, y + 1, plan.wide, ROW - 1), BAND.paper)
            shown = fitted(line, SIZE, plan.wide - 4, bold=True)
            canvas.text(left + 2, middle(y, ROW, SIZE), shown, SIZE, bold=True)
    statements = [(y, line) for y, line in rows if isinstance(line, HeatRow)]
    _cells(canvas, plan, cells, statements)
    for y, row in statements:
        _row_ends(canvas, plan, (left, counts), y, row)


def _row_ends(
    canvas: Canvas, plan: _Plan, at: tuple[float, float], y: float, row: HeatRow
) -> None:
    """The key of a statement, and how often it is taught and assessed."""
    line = middle(y, ROW, SIZE)
    key = fitted(row.key, SIZE, plan.key - 4, bold=True)
    canvas.text(at[0] + 2, line, key, SIZE, bold=True)
    for number, amount in enumerate((row.sessions, row.assessments)):
        place = at[1] + number * _COUNT
        ink = INK
        if not amount:
            canvas.box((place + 0.5, y + 0.5, _COUNT - 1, ROW - 1), GAP.paper)
            ink = GAP.ink
        canvas.text(
            place + _COUNT / 2,
            line,
            str(amount),
            SMALL,
            ink=ink,
            bold=not amount,
            anchor="middle",
        )
    canvas.line(at[0], y + ROW, at[0] + plan.wide, y + ROW, ink=FAINT, thick=0.5)


def _cells(
    canvas: Canvas,
    plan: _Plan,
    left: float,
    rows: Sequence[tuple[float, HeatRow]],
) -> None:
    """The marks, depth by depth: what they have in common is said once.

    There are many, so that each measure becomes text only once.
    """
    across = [left + at * plan.column for at in range(plan.across)]
    boxes = [f'<rect x="{x + 0.5:.1f}" y="' for x in across]
    texts = [f'<text x="{x + plan.column / 2:.1f}" y="' for x in across]
    size = f'" width="{plan.column - 1:.1f}" height="{ROW - 1:.1f}"/>'
    down = middle(0, ROW, SIZE)
    rects: dict[str, list[str]] = {}
    marks: dict[str, list[str]] = {}
    for y, row in rows:
        top, line = f"{y + 0.5:.1f}{size}", f'{y + down:.1f}">'
        for at, letter in enumerate(row.marks):
            if letter:
                rects.setdefault(letter, []).append(boxes[at] + top)
                marks.setdefault(letter, []).append(texts[at] + line)
    for letter in sorted(rects):
        paint, ends = _paint(letter), f"{said(letter)}</text>"
        canvas.raw(
            f'<g fill="{paint.paper}" shape-rendering="crispEdges">',
            *rects[letter],
            f'</g><g fill="{paint.ink}" font-size="{SIZE}" text-anchor="middle">',
            ends.join((*marks[letter], "</g>")),
        )


def _paint(letter: str) -> Paint:
    return DEPTHS.get(letter, DEPTHS["T"])


def _legend(canvas: Canvas, held: HeatMap, top: float, room: float) -> float:
    """What the letters mean, as far as they stand there; the bottom of the picture."""
    used = {letter for row in held.rows for letter in row.marks}
    entries = [
        (letter, paint, _MEANINGS[letter])
        for letter, paint in DEPTHS.items()
        if letter in used
    ]
    if any(not (row.sessions and row.assessments) for row in held.rows):
        entries.append(("0", GAP, "in no session or no assessment"))
    x, y = _EDGE, top
    for letter, paint, meaning in entries:
        wide = 16 + width(meaning, SMALL) + 12
        if x > _EDGE and x + wide > room:
            x, y = _EDGE, y + ROW + 2
        canvas.label((x, y, 12, ROW - 1), letter, SIZE, paint, line=LINE)
        canvas.text(x + 16, middle(y, ROW - 1, SMALL), meaning, SMALL, ink=QUIET)
        x += wide
    return y + ROW + 2 if entries else top
