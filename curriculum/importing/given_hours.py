"""Hours of sessions that give none, by the week or by the weekly pattern."""

import re
from collections import Counter
from datetime import timedelta

from curriculum.importing.dates import When, monday_of
from curriculum.importing.drafts import SessionDraft
from curriculum.importing.reading import Reading
from curriculum.importing.sessions import hours_of
from curriculum.plurals import many

HOURS = 3.0
"""What a session is written with where the source gives no hours."""
_MOST_WEEKS = 12
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(
    r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b", re.IGNORECASE
)


def settle_hours(reading: Reading) -> None:
    """Hours of sessions that give none."""
    without = [s for s in reading.sessions if s.hours is None]
    told, place = reading.facts.get("pattern", ("", ""))
    pattern = _pattern(told)
    for session in without:
        session.hours = _of_pattern(session, pattern) or None
    left = [s for s in without if s.hours is None]
    if len(left) < len(without):
        message = (
            f"{many(len(without) - len(left), 'session')} without hours; written with "
            f"those of the weekly pattern “{' '.join(told.split())}”"
        )
        reading.notes.found("IMP111", "hours", message, place)
    if left:
        _share_weeks(reading, left)


def _share_weeks(reading: Reading, without: list[SessionDraft]) -> None:
    """Give sessions the hours of their week, or else the assumed ones."""
    weekly = hours_of(reading.facts.get("hours_a_week", ("", ""))[0])
    weeks: Counter[object] = Counter(_week_of(s) for s in reading.sessions)
    several = weekly is not None and None not in weeks
    for session in without:
        share = weekly / weeks[_week_of(session)] if weekly and several else weekly
        # A row of two weeks takes the hours of both.
        session.hours = round((share or HOURS) * (1 + more_weeks(session.when)), 2)
    why = "the hours per week that the document gives" if weekly else "an assumption"
    amounts = sorted({s.hours for s in without if s.hours})
    told = ", ".join(f"{a:g}" for a in amounts)
    message = f"{many(len(without), 'session')} without hours; written with {why}"
    reading.notes.found("IMP111", "hours", f"{message} ({told})", without[0].place)


def _pattern(text: str) -> dict[int, float]:
    """Hours by the day of the week, of "Monday 09:30-12:30" a line."""
    found: dict[int, float] = {}
    for line in re.split(r"[\n;]", text):
        day = _WEEKDAY.search(line)
        hours = (
            hours_of(line[day.end() :].partition(",")[2] or line[day.end() :])
            if day
            else None
        )
        if day and hours:
            at = _DAYS.index(day[1][:3].casefold())
            found[at] = found.get(at, 0) + hours
    return found


def _of_pattern(session: SessionDraft, pattern: dict[int, float]) -> float:
    """The hours of the days from a session's first to its last.

    Those of the only day of the pattern, where the session has no date.
    """
    if session.starts is None and len(pattern) == 1:
        return sum(pattern.values())
    if session.starts is None or not session.week_known:
        return 0
    last = min(session.until or session.starts, session.starts + timedelta(days=28))
    days = range((last - session.starts).days + 1)
    at = ((session.starts + timedelta(days=n)).weekday() for n in days)
    return round(sum(pattern.get(day, 0) for day in at), 2)


def more_weeks(said: When) -> int:
    """How many weeks a row covers beyond its first: "Weeks 4-5" one."""
    more = (said.last_week or 0) - (said.week or 0) if said.last_week else 0
    return more if 0 <= more <= _MOST_WEEKS else 0


def _week_of(session: SessionDraft) -> object:
    if session.starts:
        return monday_of(session.starts)
    return session.when.week
