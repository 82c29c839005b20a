"""The year plan: modules over weeks, with what is not taught and what is handed in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from curriculum.pictures.canvas import Canvas, Drawing, middle
from curriculum.pictures.letters import fitted, width, wrapped
from curriculum.pictures.paints import (
    DEPTHS,
    FAINT,
    HEAD,
    INK,
    LINE,
    OFF,
    PURPOSES,
    QUIET,
)
from curriculum.pictures.picture import Picture

SIZE, SMALL = 9.0, 7.5
_LANE, _MARK, _HEAD = 13.0, 11.0, 14.0
"""Heights: of a bar, of a mark, of a line of the head."""
_LABELS, _LEAST_LABELS = 0.28, 90.0
"""What of the width the modules' names may take, and have at least."""
_NARROWEST_WEEK, _WIDEST_WEEK = 4.5, 24.0
_EDGE, _GAP = 1.0, 2.0
_BAR = DEPTHS["D"]
_UNTAUGHT = "Not taught"
_MEANINGS = {
    "F": "formative work handed in",
    "S": "summative work handed in",
    "G": "gateway to the final assessment",
}


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """One week: its Monday, its number if it is taught, and the sign of a note."""

    monday: date
    number: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanMark:
    """A date in a row: the week's place, a letter for what it is, and its key."""

    week: int
    letter: str
    key: str

    @property
    def text(self) -> str:
        """What stands on the mark."""
        return f"{self.letter} {self.key}"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A module, with the places of the weeks in which it is taught."""

    title: str
    weeks: Sequence[int]
    marks: Sequence[PlanMark]


@dataclass(frozen=True, slots=True)
class YearPlan:
    """One stretch of weeks; ``notes`` say what the signs of untaught weeks mean."""

    title: str
    finding: str
    weeks: Sequence[PlanWeek]
    rows: Sequence[PlanRow]
    notes: Sequence[tuple[str, str]]
    which: str = ""
    """Which of several it is: "Year 2"."""


def year_plan(held: YearPlan) -> Picture:
    """The year plan as a picture."""
    return Picture(held.title, held.finding, lambda room: _Plan(held, room).drawn())


class _Plan:
    """A year plan as it is drawn for a width."""

    def __init__(self, held: YearPlan, room: float) -> None:
        self._held, self._canvas = held, Canvas()
        most = max(_LEAST_LABELS, room * _LABELS)
        heads = [width(_UNTAUGHT, SMALL), width(held.which, SIZE, bold=True)]
        heads += [width(row.title, SIZE) for row in held.rows]
        self._left = _EDGE + min(most, max(heads)) + 6
        count = max(1, len(held.weeks))
        share = (room - self._left - _EDGE) / count
        self._week = min(_WIDEST_WEEK, max(_NARROWEST_WEEK, share))
        self._right = self._left + count * self._week
        self._wide = max(self._right + _EDGE, min(room, 300.0))

    def drawn(self) -> Drawing:
        """Draw it."""
        tops = list(self._tops())
        self._untaught(tops[-1])
        self._months()
        self._numbers()
        for row, top, bottom in zip(self._held.rows, tops, tops[1:], strict=False):
            self._row(row, top, bottom)
        canvas = self._canvas
        for x in (self._left, self._right):
            canvas.line(x, 0, x, tops[-1], ink=LINE, thick=0.5)
        bottom = self._legend(tops[-1] + 6)
        return canvas.finished(self._held.title, self._held.finding, self._wide, bottom)

    def _x(self, week: float) -> float:
        return self._left + week * self._week

    def _tops(self) -> Iterator[float]:
        """Where each row begins, and where the last one ends."""
        top = 3 * _HEAD
        yield top
        for row in self._held.rows:
            lanes = max((lane for _, lane, _ in self._placed(row)), default=-1) + 1
            top += _LANE + 2 * _GAP + lanes * (_MARK + 1)
            yield top

    # The head.

    def _months(self) -> None:
        """A box for each month, named as far as there is room."""
        which = fitted(self._held.which, SIZE, self._left - _EDGE - 4, bold=True)
        line = middle(0, _HEAD, SIZE)
        self._canvas.text(_EDGE + 2, line, which, SIZE, bold=True)
        at = 0
        for (year, month), held in groupby(
            self._held.weeks, lambda w: (w.monday.year, w.monday.month)
        ):
            count = len(list(held))
            day, wide = date(year, month, 1), count * self._week
            named = (f"{day:%B %Y}", f"{day:%b %Y}", f"{day:%b}")
            fits = (n for n in named if width(n, SIZE, bold=True) <= wide - 4)
            text = next(fits, "")
            place = (self._x(at), 0.0, wide, _HEAD)
            self._canvas.label(place, text, SIZE, HEAD, bold=True, line=FAINT)
            at += count

    def _numbers(self) -> None:
        """The numbers of taught weeks: as many as have room beside each other."""
        self._canvas.text(
            _EDGE + 2, middle(_HEAD, _HEAD, SMALL), "Week", SMALL, ink=QUIET
        )
        last = max((week.number or 0 for week in self._held.weeks), default=0)
        room = width(str(last), SMALL) + 1.5
        step = next((s for s in (1, 2, 5, 10, 20, 50) if s * self._week >= room), 100)
        line = middle(_HEAD, _HEAD, SMALL)
        for at, week in enumerate(self._held.weeks):
            if week.number and (week.number % step == 0 or step == 1):
                text, x = str(week.number), self._x(at + 0.5)
                half = width(text, SMALL) / 2
                if self._left <= x - half and x + half <= self._right:
                    self._canvas.text(x, line, text, SMALL, anchor="middle")
        for y in (2 * _HEAD, 3 * _HEAD):
            self._canvas.line(_EDGE, y, self._right, y, ink=LINE, thick=0.5)

    def _untaught(self, bottom: float) -> None:
        """Grey bands down the page for weeks without teaching, each with its sign."""
        line = middle(2 * _HEAD, _HEAD, SMALL)
        self._canvas.text(_EDGE + 2, line, _UNTAUGHT, SMALL, ink=QUIET)
        numbered = enumerate(self._held.weeks)
        for note, held in groupby(numbered, lambda w: w[1].note):
            places = [at for at, _ in held]
            if note:
                x, wide = self._x(places[0]), len(places) * self._week
                place = (x, 2 * _HEAD, wide, bottom - 2 * _HEAD)
                self._canvas.box(place, OFF.paper)
                self._canvas.text(
                    x + wide / 2,
                    line,
                    note,
                    SMALL,
                    ink=OFF.ink,
                    bold=True,
                    anchor="middle",
                )

    # Rows.

    def _row(self, row: PlanRow, top: float, bottom: float) -> None:
        canvas, bar = self._canvas, top + _GAP
        shown = fitted(row.title, SIZE, self._left - _EDGE - 4)
        canvas.text(_EDGE + 2, middle(bar, _LANE, SIZE), shown, SIZE)
        for first, count in _runs(row.weeks):
            place = (self._x(first), bar, count * self._week, _LANE)
            canvas.box(place, _BAR.paper, LINE)
        placed = [
            (mark, x, bar + _LANE + 1 + lane * (_MARK + 1))
            for mark, lane, x in self._placed(row)
        ]
        for mark, _, y in placed:
            at = self._x(mark.week + 0.5)
            canvas.line(at, bar, at, y, ink=INK)
        for mark, x, y in placed:
            place = (x, y, self._mark_width(mark), _MARK)
            canvas.label(place, mark.text, SMALL, PURPOSES[mark.letter])
        canvas.line(_EDGE, bottom, self._right, bottom, ink=FAINT, thick=0.5)

    def _mark_width(self, mark: PlanMark) -> float:
        return min(width(mark.text, SMALL) + 5, self._right - self._left)

    def _placed(self, row: PlanRow) -> Iterator[tuple[PlanMark, int, float]]:
        """Each mark with its lane below the bar, and where it begins.

        A mark takes the first lane in which neither a later mark nor the line that
        leads to one further down is in its way.
        """
        ends: list[float] = []
        for mark in sorted(row.marks, key=lambda m: m.week, reverse=True):
            at, wide = self._x(mark.week + 0.5), self._mark_width(mark)
            x = max(self._left, min(at - self._week / 2, self._right - wide))
            lane = next(
                (n for n, end in enumerate(ends) if x + wide + _GAP <= end), len(ends)
            )
            ends[: lane + 1] = [*(min(end, at) for end in ends[:lane]), x]
            yield mark, lane, x

    # The legend.

    def _legend(self, top: float) -> float:
        """What letters and signs mean, in lines that fit; the bottom of the picture."""
        letters = {mark.letter for row in self._held.rows for mark in row.marks}
        x, y = _EDGE, top
        for letter in (n for n in PURPOSES if n in letters):
            wide = 16 + width(_MEANINGS[letter], SIZE) + 12
            if x > _EDGE and x + wide > self._wide:
                x, y = _EDGE, y + _LANE + 2
            paint, place = PURPOSES[letter], (x, y, 12.0, _LANE - 1)
            self._canvas.label(place, letter, SIZE, paint)
            line = middle(y, _LANE - 1, SIZE)
            self._canvas.text(x + 16, line, _MEANINGS[letter], SIZE, ink=QUIET)
            x += wide
        y += _LANE + 4 if letters else 0
        return self._notes(y)

    def _notes(self, top: float) -> float:
        if not self._held.notes:
            return top
        notes = f"{_UNTAUGHT}: " + "; ".join(
            f"{sign}\xa0{meaning}" for sign, meaning in self._held.notes
        )
        lines = wrapped(notes, SIZE, self._wide - 2 * _EDGE)
        for at, line in enumerate(lines):
            baseline = middle(top + at * _LANE, _LANE, SIZE)
            self._canvas.text(_EDGE, baseline, line, SIZE, ink=QUIET)
        return top + len(lines) * _LANE + 2


def _runs(weeks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring weeks: the first of them, and how many they are."""
    ordered = sorted(set(weeks))
    for _, held in groupby(enumerate(ordered), lambda pair: pair[1] - pair[0]):
        run = [week for _, week in held]
        yield run[0], len(run)
