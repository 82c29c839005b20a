"""Dates and weeks in words: "Week commencing 7th Sept", "9/9/2019", "Wk 3"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ionawr styczeń stycznia",
            "feb february chwefror luty lutego",
            "mar march mawrth marzec marca",
            "apr april ebrill kwiecień kwietnia",
            "may mai maj maja",
            "jun june mehefin czerwiec czerwca",
            "jul july gorffennaf lipiec lipca",
            "aug august awst sierpień sierpnia",
            "sep sept september medi wrzesień września",
            "oct october hydref październik października",
            "nov november tachwedd listopad listopada",
            "dec december rhagfyr grudzień grudnia",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = rf"(?:20\d\d|'?\d\d(?![\d:./-]|(?:st|nd|rd|th)?\s*(?:of\s+)?{_MONTH}))"
_DATE = re.compile(
    rf"""(?P<iso>\b20\d\d-\d\d?-\d\d?\b)
    | (?<![\w:/])(?P<numbers>\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-](?:20)?\d\d)?)(?![\d:/%])
    | (?<![\d:/])(?P<day>\d{{1,2}})\s*(?:st|nd|rd|th)?\s*(?:of\s+)?[-/ ]?
        (?P<month>{_MONTH})
        (?:[\s,/-]*(?P<year>{_YEAR}))?
    | \b(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])
        (?:,?\s*(?P<year2>20\d\d))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SHORT_RANGE = re.compile(
    rf"(?<![\d:/])(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|–|—|to)\s*"
    rf"(\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:[\s,]*20\d\d)?)",
    re.IGNORECASE,
)
_COMMENCING = re.compile(
    r"\bw\s?[/.]?\s?[cb]\b|"
    r"\b(?:week|wk)\.?\s+(?:com(?:mencing|m)?|beg(?:inning)?|starting|of)\b",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(
    rf"(?P<month>{_MONTH})[\s,'\u2019/-]*(?P<year>(?:20)?\d\d)?"
    rf"(?:\s*(?:-|–|—|/|&|to|and)\s*{_MONTH}[\s,'\u2019/-]*(?:(?:20)?\d\d)?)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|nes|ur)?(?:day)?\b", re.IGNORECASE
)
_WEEK = re.compile(
    r"\b(?:(?:weeks?|wks?|wythnos|tydzień)(?:\b\.?\s*(?:no\.?\s*|#\s*)?|(?=\d))|w(?=\d))"
    r"(\d{1,3}|[a-z]+)\b(?:\s*(?:-|–|to|and|&|/|\+)\s*(?:(?:week|wk)\s*)?(\d{1,3})\b)?",
    re.IGNORECASE,
)
_NEXT_WEEK = re.compile(
    r"\b(weeks?\s*|wks?\s*)(\d{1,2})/(\d{1,2})(?![\d/])", re.IGNORECASE
)
_WEEK_LABEL = re.compile(
    r"\b(?:weeks?|wks?)\.?\s*\d{1,2}(?:\s*[:,]\s*|\s+[-–—]\s+)(?=\d)", re.IGNORECASE
)
"""What stands before the days in "Week 4 – 28 September"."""
_BARE_WEEK = re.compile(r"\s*(\d{1,3})(?:\s*(?:-|–|to|&|and|/)\s*(\d{1,3}))?\s*")
_TIME = re.compile(
    r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\s*(am|pm)?\b|\b(1[0-2]|[1-9])\s*(am|pm)\b",
    re.IGNORECASE,
)
_ACADEMIC = re.compile(r"\b(20\d\d)\s*[-/–]\s*(?:20)?(\d\d)\b(?![-/])")
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
_AUGUST, _DECEMBER = 8, 12
_SATURDAY = 5
_LEAP = 2024


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is written: the year may be missing."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    american: bool = False
    """Whether it is written with the month first, beyond doubt."""
    doubtful: bool = False
    """Whether it may be: "9/8/2026"."""

    def in_year(self, year: int) -> date | None:
        """The date in a year that has one."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class When:
    """What a text says of time."""

    first: Day | None = None
    last: Day | None = None
    monday: bool = False
    """Whether only the week is given: the day is that on which it begins."""
    week: int | None = None
    last_week: int | None = None
    at: time | None = None
    month: bool = False
    """Whether only the month is given: the day is its first."""


def when(text: str, *, bare_week: bool = False) -> When:
    """What a text says of day, week and time; empty where it says nothing."""
    text = _NEXT_WEEK.sub(_two_weeks, text)
    found = list(_days(text))
    own = [day for day, commencing in found if not commencing]
    weeks = [day for day, commencing in found if commencing]
    days = own or weeks
    if not days and (month := _month(text)):
        return When(first=month, month=True)
    if len(days) > 1:
        days[0] = _year_before(days[0], days[1])
    clear = _DATE.sub(lambda found: " " if _day(found) else found[0], text)
    bare = bare_week and (not days or "\n" in text)
    number, last_number = _weeks(clear, text if bare else "")
    return When(
        first=days[0] if days else None,
        last=days[1] if len(days) > 1 else None,
        monday=bool(weeks) and not own,
        week=number,
        last_week=last_number,
        at=_time(clear),
    )


def academic_year(text: str) -> int | None:
    """The year in which the academic year begins that a text names: "2019-20"."""
    for found in _ACADEMIC.finditer(text):
        first, last = int(found[1]), int(found[2])
        if (first + 1) % 100 == last:
            return first
    for found in _DATE.finditer(text):
        day = _day(found)
        if day and day.year:
            return day.year if day.month >= _AUGUST else day.year - 1
    month = re.search(rf"\b({_MONTH})\s+(20\d\d)\b", text, re.IGNORECASE)
    if month:
        begins = _MONTHS[month[1].rstrip(".").casefold()] >= _AUGUST
        return int(month[2]) - (not begins)
    return None


class Years:
    """Gives days without a year the one that fits what came before."""

    def __init__(self, begins: int) -> None:
        self.begins = begins
        self._before: date | None = None

    def resolve(self, day: Day) -> tuple[date | None, bool]:
        """The date, and whether its year was inferred."""
        if day.year is not None:
            made = day.in_year(day.year)
            self._before = made or self._before
            return made, False
        if self._before is None:
            made = day.in_year(self.begins + (day.month < _AUGUST))
        else:
            around = (self._before.year + step for step in (0, 1, -1))
            held = [made for year in around if (made := day.in_year(year))]
            made = min(held, key=self._distance, default=None)
        self._before = made or self._before
        return made, True

    def _distance(self, day: date) -> int:
        return abs((day - (self._before or day)).days)


def likely_year(days: list[Day], today: date) -> tuple[int, bool]:
    """The academic year that weekdays fit best, and whether any told it."""
    begins = today.year - (today.month < _AUGUST)

    def fitting(year: int) -> tuple[int, int]:
        """How many days fall on the weekday that is told, and how many in a week."""
        made = [(d, d.in_year(year + (d.month < _AUGUST))) for d in days]
        told = sum(m.weekday() == d.weekday for d, m in made if m)
        return told, sum(m.weekday() < _SATURDAY for _, m in made if m)

    years = (begins, begins + 1, begins - 1, begins - 2, begins - 3)
    best = max(years, key=fitting)
    return best, fitting(best)[0] > 0 or fitting(begins) < fitting(best)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _days(text: str) -> Iterator[tuple[Day, bool]]:
    """The days of a text in order, and whether each begins a week."""
    text = _SHORT_RANGE.sub(_spelt_out, _WEEK_LABEL.sub(" ", text))
    ends = 0
    for found in _DATE.finditer(text):
        day = _day(found)
        if day is None:
            continue
        lead = text[ends : found.start()]
        ends = found.end()
        weekday = _WEEKDAY.search(lead)
        commencing = bool(_COMMENCING.search(lead))
        at = _DAYS.index(weekday[1].casefold()) if weekday else None
        if commencing and at is None:
            at = 0
        yield replace(day, weekday=at), commencing


def month_first(said: When) -> When:
    """The same with the day and the month of doubtful days changed round."""
    return replace(said, first=_turned(said.first), last=_turned(said.last))


def _turned(day: Day | None) -> Day | None:
    if day is None or not day.doubtful:
        return day
    return replace(day, day=day.month, month=day.day, american=True, doubtful=False)


def is_time(text: str) -> bool:
    """Whether a text names a month, a week or a day, and says no more."""
    said = when(text)
    rest = _WEEKDAY.sub(" ", _COMMENCING.sub(" ", _WEEK.sub(" ", _DATE.sub(" ", text))))
    return said.month or (
        bool(said.first or said.week) and not re.search(r"[^\W\d_]", rest)
    )


def before_days(text: str) -> str:
    """What a text says before the first day that it names."""
    found = [m.start() for m in (_SHORT_RANGE.search(text), _DATE.search(text)) if m]
    lead = text[: min(found)] if found else text
    return re.sub(
        rf"(?:{_WEEKDAY.pattern}|\bfrom\b|[\s:(,–—-])+$", "", lead, flags=re.IGNORECASE
    )


def _month(text: str) -> Day | None:
    """The first day of the month that is all a text names: "Sept 26"."""
    found = _MONTH_ALONE.fullmatch(text.strip())
    if not found:
        return None
    month = _MONTHS[found["month"].rstrip(".").casefold()]
    return _valid(1, month, _full(found["year"]))


def _year_before(first: Day, last: Day) -> Day:
    """A first day without a year, of a stretch whose last day has one."""
    if first.year is not None or last.year is None:
        return first
    year = last.year - ((first.month, first.day) > (last.month, last.day))
    return replace(first, year=year)


def _spelt_out(found: re.Match[str]) -> str:
    """What "26-30 Oct" stands for: "26 Oct to 30 Oct"."""
    month = re.search(_MONTH, found[2], re.IGNORECASE)
    year = re.search(r"20\d\d", found[2])
    name = month[0] if month else ""
    return f"{found[1]} {name} {year[0] if year else ''} to {found[2]}"


def _day(found: re.Match[str]) -> Day | None:
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        return _valid(day, month, year)
    if found["numbers"]:
        return _numeric(found["numbers"])
    month_name = found["month"] or found["month2"]
    month = _MONTHS[month_name.rstrip(".").casefold()]
    said = found["year"] or found["year2"]
    return _valid(int(found["day"] or found["day2"]), month, _full(said))


def _numeric(text: str) -> Day | None:
    parts = re.split(r"[/.-]", text)
    if len(parts) == 2 and "/" not in text:  # noqa: PLR2004 ("1.2" and "1-2" are no dates)
        return None
    first, second = int(parts[0]), int(parts[1])
    year = _full(parts[2]) if len(parts) > 2 else None  # noqa: PLR2004
    if second > _DECEMBER:
        day = _valid(second, first, year)
        return day and Day(day.day, day.month, day.year, american=True)
    day = _valid(first, second, year)
    return day and replace(day, doubtful=first <= _DECEMBER and "/" in text)


def _valid(day: int, month: int, year: int | None) -> Day | None:
    made = Day(day, month, year)
    return made if 1 <= month <= _DECEMBER and made.in_year(year or _LEAP) else None


def _full(year: str | None) -> int | None:
    if not year:
        return None
    number = int(year.strip("'"))
    return number if number > 99 else 2000 + number  # noqa: PLR2004 (two digits)


def _two_weeks(found: re.Match[str]) -> str:
    """What "Week 1/2" stands for; "Week 14/9" is a day."""
    if int(found[3]) != int(found[2]) + 1:
        return found[0]
    return f"{found[1]}{found[2]} to {found[3]}"


def _weeks(text: str, bare: str) -> tuple[int | None, int | None]:
    """The weeks that a text names; ``bare`` is what may be but a number."""
    for found in _WEEK.finditer(text):
        number = _number(found[1])
        if number:
            return number, int(found[2]) if found[2] else None
    alone = _BARE_WEEK.fullmatch(bare.split("\n", maxsplit=1)[0])
    if alone:
        return int(alone[1]) or None, int(alone[2]) if alone[2] else None
    return None, None


def _number(text: str) -> int | None:
    if text.isdecimal():
        return int(text) or None
    word = text.casefold()
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else None


def _time(text: str) -> time | None:
    found = _TIME.search(text)
    if not found:
        return None
    hour, half = int(found[1] or found[4]), (found[3] or found[5] or "").casefold()
    hour = hour % 12 + 12 if half == "pm" else hour
    return time(hour, int(found[2] or 0))
