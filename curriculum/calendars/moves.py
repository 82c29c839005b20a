"""The files of a programme with every date moved, as tables of TOML.

Terms move by whole weeks, or are those of the college; everything else moves to
the same teaching week and the same day of the week.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any

from curriculum.calendars.term_dates import Span, TermDates
from curriculum.findings import SourceError
from curriculum.groups import DATES
from curriculum.model import Calendar
from curriculum.readers.programme import TomlFile, read_files
from curriculum.readers.programme.folder import ASSESSMENTS, CALENDAR, PROGRAMME
from curriculum.term_weeks import Move, monday_of, moving

Tables = dict[str, Any]

_WEEK, _DAYS_A_YEAR = 7, 365.25
_STRETCHES = ("closures", "blocks", "workplace", "exams")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:([/–-])(\d\d))?(?!\d)")


def calendar_of(file: TomlFile, tables: Tables) -> Calendar:
    """The calendar that a file's tables make.  Raises SourceError if they make none."""
    calendar = read_files([TomlFile(file.name, file.text, tables)]).calendar
    if calendar is None:
        raise SourceError(f"{file.name}: has no calendar that can be moved")
    return calendar


def with_terms(file: TomlFile, college: TermDates) -> dict[str, Tables]:
    """A calendar's tables with the college's terms in it; nothing else moves."""
    tables = deepcopy(file.tables)
    _take_college(tables, college)
    return {file.name: tables}


def redated(
    files: Iterable[TomlFile], start: date, college: TermDates | None
) -> dict[str, Tables]:
    """Tables by file, for a programme that starts on another day."""
    held = {file.name: file for file in files}
    if CALENDAR not in held:
        raise SourceError(f"there is no {CALENDAR} to lay out anew")
    old = calendar_of(held[CALENDAR], held[CALENDAR].tables)
    tables, move = _calendar(held[CALENDAR], old, start, college)
    made = {CALENDAR: tables}
    for name, moved in ((ASSESSMENTS, _assessments), (PROGRAMME, _programme)):
        if name in held:
            made[name] = moved(deepcopy(held[name].tables), move)
    return made


def weeks_between(old: date, new: date) -> int:
    """Whole weeks from the week of one day to the week of another."""
    return (monday_of(new.toordinal()) - monday_of(old.toordinal())) // _WEEK


def _calendar(
    file: TomlFile, old: Calendar, start: date, college: TermDates | None
) -> tuple[Tables, Move]:
    """The calendar's tables, terms first: by them everything else is moved."""
    tables = deepcopy(file.tables)
    shift = timedelta(weeks=weeks_between(old.starts, start))
    by_weeks = _by(shift)
    years = round(shift.days / _DAYS_A_YEAR)
    tables |= {"starts": start, "ends": by_weeks(old.ends)}
    for term in _tables(tables.get("terms")):
        _move_ends(term, by_weeks)
        _retitle(term, years)
    if college is not None:
        _replace(tables, "terms", college.terms, college)
    move = moving(old, calendar_of(file, tables))
    tables["ends"] = move(old.ends)
    for stretch in _stretches(tables):
        _move_ends(stretch, move)
        _retitle(stretch, years)
    for group in _tables(tables.get("groups")):
        _move_ends(group, move)
    if college is not None:
        _take_college(tables, college)
    return tables, move


def _by(shift: timedelta) -> Move:
    def move(day: date) -> date:
        try:
            return day + shift
        except OverflowError:
            return day

    return move


def _stretches(tables: Tables) -> Iterator[Tables]:
    for name in _STRETCHES:
        yield from _tables(tables.get(name))
    for group in _tables(tables.get("groups")):
        yield from _tables(group.get("blocks"))


def _take_college(tables: Tables, college: TermDates) -> None:
    """The college's own dates in place of all that lies in the years it speaks of."""
    _replace(tables, "terms", college.terms, college)
    for name in ("closures", "exams", "workplace"):
        spans: list[Span] = getattr(college, name)
        if spans:
            _replace(tables, name, spans, college)


def _replace(
    tables: Tables, name: str, spans: Iterable[Span], college: TermDates
) -> None:
    first, last = college.covers
    beside = [
        table for table in _tables(tables.get(name)) if not _within(table, first, last)
    ]
    made = [*beside, *(_table(span) for span in spans)]
    tables[name] = sorted(made, key=_first_day)


def _within(table: Tables, first: date, last: date) -> bool:
    """Whether a stretch shares days with the college's years."""
    starts = _first_day(table)
    ends = day_of(table.get("ends")) or starts
    return starts <= last and ends >= first


def _first_day(table: Tables) -> date:
    return day_of(table.get("starts")) or day_of(table.get("date")) or date.max


def _table(span: Span) -> Tables:
    if span.kind and span.starts == span.ends:
        table: Tables = {"title": span.title, "date": span.starts}
    else:
        table = {"title": span.title, "starts": span.starts, "ends": span.ends}
    return {**table, "kind": span.kind} if span.kind else table


def _move_ends(table: Tables, move: Move) -> None:
    """Move a stretch; it lasts as long as before."""
    _move_dates(table, ("date",), move)
    starts = day_of(table.get("starts"))
    move_end = _by(move(starts) - starts) if starts else move
    _move_dates(table, ("starts",), move)
    _move_dates(table, ("ends",), move_end)


def _assessments(tables: Tables, move: Move) -> Tables:
    for assessment in _tables(tables.get("assessments")):
        _move_dates(assessment, DATES, move)
    return tables


def _programme(tables: Tables, move: Move) -> Tables:
    end_point = tables.get("end_point")
    if isinstance(end_point, dict):
        _move_dates(end_point, ("gateway",), move)
    for verification in _tables(tables.get("verifications")):
        _move_dates(verification, ("date",), move)
    return tables


def _move_dates(table: Tables, names: Iterable[str], move: Move) -> None:
    for name in names:
        if day := day_of(held := table.get(name)):
            table[name] = _like(held, move(day))


def _tables(value: object) -> list[Tables]:
    return [t for t in value if isinstance(t, dict)] if isinstance(value, list) else []


def day_of(value: object) -> date | None:
    """The day that a value says, also in quotes or with a time."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) else None


def _like(held: object, day: date) -> object:
    """A day, written as the one that it takes the place of."""
    if isinstance(held, datetime):
        return datetime.combine(day, held.timetz())
    return day.isoformat() if isinstance(held, str) else day


def _retitle(table: Tables, years: int) -> None:
    """The years in a title go on with the dates: 2026/27 becomes 2027/28."""
    if isinstance(title := table.get("title"), str):
        table["title"] = _YEAR.sub(lambda found: _later(found, years), title)


def _later(found: re.Match[str], years: int) -> str:
    """A year moved on; what follows it too, if it is the year after."""
    year = int(found[1])
    if not found[2] or int(found[3]) != (year + 1) % 100:
        return f"{year + years}{found[0][4:]}"
    return f"{year + years}{found[2]}{(year + years + 1) % 100:02}"
