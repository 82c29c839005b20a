"""Year plans: in which weeks modules are taught, and when work is handed in."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from math import ceil

from curriculum.illustrations.wording import count, day, span
from curriculum.model import Assessment, Purpose
from curriculum.pictures import Picture
from curriculum.pictures.year_plan import (
    PlanMark,
    PlanRow,
    PlanWeek,
    YearPlan,
    year_plan,
)
from curriculum.reviewed import Review
from curriculum.timetable import DayOffKind, Week

YEAR, LEFT_OVER = 52, 4
"""Weeks of one picture, and how many more the last one may take."""
HIGHEST, BAR, MARK = 430, 17, 12
"""Points: the rows of one picture, to be read on a page across; bars and marks."""
MARK_WEEKS = 3
"""As many weeks as a mark is wide."""
_WHOLE, _NOTHING = "Whole programme", "Nothing is taught or handed in"
_NAMELESS = (DayOffKind.BETWEEN_TERMS, DayOffKind.OUTSIDE)


def year_plans(review: Review) -> Iterator[Picture]:
    """A plan for each year of the programme, or several where modules are many."""
    weeks = _named(review.timetable.weeks)
    years = [(held, list(_rows(review, _weeks_of(held)))) for held in _years(weeks)]
    if not any(_worth_showing(row) for _, rows in years for row in rows):
        return
    for number, (held, rows) in enumerate(years, start=1):
        pages = _pages(rows or [PlanRow(_NOTHING, (), ())])
        for at, shown in enumerate(pages, start=1):
            part = f"part {at} of {len(pages)}" if len(pages) > 1 else ""
            year = f"Year {number}" if len(years) > 1 else ""
            which = ", ".join(filter(None, (year, part)))
            yield year_plan(_plan(review, which[:1].upper() + which[1:], held, shown))


def _pages(rows: Sequence[PlanRow]) -> list[list[PlanRow]]:
    """Rows in as few pictures as can be read, each about as high."""
    heights = [BAR + MARK * _below_each_other(row) for row in rows]
    page = sum(heights) / ceil(sum(heights) / HIGHEST)
    pages: list[list[PlanRow]] = []
    above = 0
    for row, high in zip(rows, heights, strict=True):
        if above + high / 2 >= page * len(pages):
            pages.append([])
        pages[-1].append(row)
        above += high
    return pages


def _worth_showing(row: PlanRow) -> bool:
    """Whether there is more than the gateway."""
    return bool(row.weeks) or any(mark.letter != "G" for mark in row.marks)


def _below_each_other(row: PlanRow) -> int:
    """How many marks of a row are too near to stand beside each other."""
    weeks = [mark.week for mark in row.marks]
    return max((sum(w <= o < w + MARK_WEEKS for o in weeks) for w in weeks), default=0)


_Noted = tuple[Week, str]
"""A week, and what it is called if nothing is taught in it."""


def _named(weeks: Sequence[Week]) -> list[_Noted]:
    return [(week, "" if week.number else _why_not(week)) for week in weeks]


def _weeks_of(held: Sequence[_Noted]) -> list[Week]:
    return [week for week, _ in held]


def _years(weeks: Sequence[_Noted]) -> Iterator[Sequence[_Noted]]:
    at = 0
    while at < len(weeks):
        left = len(weeks) - at
        size = left if left <= YEAR + LEFT_OVER else YEAR
        yield weeks[at : at + size]
        at += size


def _why_not(week: Week) -> str:
    """Why a week is not taught: what its days off are called most."""
    titles = [
        title.split(" (")[0] if kind is DayOffKind.BANK_HOLIDAY else title
        for _, kind, title in week.days_off
        if kind not in _NAMELESS
    ]
    if any(kind in _NAMELESS for _, kind, _ in week.days_off):
        return "between terms"
    return Counter(titles).most_common(1)[0][0] if titles else "no delivery"


def _plan(
    review: Review, which: str, held: Sequence[_Noted], rows: Sequence[PlanRow]
) -> YearPlan:
    weeks: list[PlanWeek] = []
    notes: list[tuple[str, str]] = []
    for why, group in groupby(held, lambda noted: noted[1]):
        run = [week for week, _ in group]
        sign = _sign(len(notes)) if why else ""
        if why:
            notes.append((sign, f"{_when(run)}, {why}"))
        weeks += [PlanWeek(week.monday, week.number, sign) for week in run]
    first, last = held[0][0].monday, held[-1][0].monday + timedelta(days=6)
    before = f"{which}: " if which else ""
    title = f"{before}{review.programme.title}, {day(first)} to {day(last)}"
    finding = f"{before}{_finding(held, rows)}"
    return YearPlan(title, finding, weeks, rows, notes, which)


def _sign(number: int) -> str:
    """A letter for each number: a to z, then aa, ab."""
    more, at = divmod(number, 26)
    return (_sign(more - 1) if more else "") + chr(ord("a") + at)


def _when(run: Sequence[Week]) -> str:
    """The Mondays of weeks: "week of 26 Oct", "weeks of 21 and 28 Dec"."""
    first, last = (f"{w.monday.day} {w.monday:%b}" for w in (run[0], run[-1]))
    return f"week of {first}" if first == last else f"weeks of {first} to {last}"


# Rows.


def _rows(review: Review, weeks: Sequence[Week]) -> Iterator[PlanRow]:
    """The modules that are taught, or hand in work, in some weeks."""
    places = {week.monday: at for at, week in enumerate(weeks)}
    taught = defaultdict[str, set[int]](set)
    for placement in review.timetable.placements:
        for part in placement.parts:
            at = places.get(_monday(part.day))
            if at is not None:
                taught[placement.module.key].add(at)
    keys = {module.key for module in review.programme.modules}
    marks = defaultdict[str, list[PlanMark]](list)
    for assessment in review.programme.assessments:
        mark = _mark(assessment, places)
        if mark:
            owner = assessment.module if assessment.module in keys else ""
            marks[owner].append(mark)
    marks[""] += _gateway(review, places)
    for module in review.programme.modules:
        if taught[module.key] or marks[module.key]:
            title = f"{module.key} {module.title}"
            yield PlanRow(title, sorted(taught[module.key]), marks[module.key])
    if marks[""]:
        yield PlanRow(_WHOLE, (), marks[""])


def _mark(assessment: Assessment, places: dict[date, int]) -> PlanMark | None:
    at = places.get(_monday(assessment.hand_in)) if assessment.hand_in else None
    if at is None:
        return None
    letter = "S" if assessment.purpose is Purpose.SUMMATIVE else "F"
    return PlanMark(at, letter, assessment.key)


def _gateway(review: Review, places: dict[date, int]) -> list[PlanMark]:
    end_point = review.programme.end_point
    gateway = end_point.gateway if end_point else None
    at = places.get(_monday(gateway)) if gateway else None
    return [] if at is None else [PlanMark(at, "G", "Gateway")]


def _monday(value: date) -> date:
    return value - timedelta(days=value.weekday())


# What it shows.


def _finding(held: Sequence[_Noted], rows: Sequence[PlanRow]) -> str:
    taught = [week for week, why in held if not why]
    modules = [row for row in rows if row.weeks]
    weeks = count(len(taught), "teaching week")
    without = count(len(held) - len(taught), "week")
    taught_in = count(len(modules), "module") if modules else "no module"
    parts = [f"{taught_in} in {weeks}; {without} without teaching."]
    lengths = sorted((len(row.weeks) for row in modules), reverse=True)
    if lengths[:1] != lengths[1:2]:
        longest = max(modules, key=lambda row: len(row.weeks))
        parts.append(f"{longest.title} takes longest, {count(lengths[0], 'week')}.")
    parts.append(_handed_in(_weeks_of(held), rows))
    return " ".join(parts)


def _handed_in(weeks: Sequence[Week], rows: Sequence[PlanRow]) -> str:
    marks = sorted(
        (m.week, m.key) for row in rows for m in row.marks if m.letter != "G"
    )
    if not marks:
        return "No work is handed in."
    if len(marks) == 1:
        (at, key), *_ = marks
        return f"Work is handed in once, {key} in the week of {day(weeks[at].monday)}."
    times = f"Work is handed in {len(marks)} times"
    busiest, held = Counter(at for at, _ in marks).most_common(1)[0]
    if held == len(marks):
        return f"{times}, always in the week of {day(weeks[busiest].monday)}."
    if held > 1:
        keys = ", ".join(key for at, key in marks if at == busiest)
        most = f"most often in the week of {day(weeks[busiest].monday)} ({keys})"
    else:
        most = "never more than one in a week"
    first, last = (day(weeks[at].monday) for at in (marks[0][0], marks[-1][0]))
    return f"{times}, in the weeks of {span(first, last)}, {most}."
