"""Gives what was read its dates: years, months, and weeks by number."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from curriculum.importing.dates import (
    Day,
    When,
    Years,
    likely_year,
    monday_of,
    month_first,
)
from curriculum.importing.drafts import DayOff, Event, SessionDraft
from curriculum.importing.others import year_in
from curriculum.importing.reading import Reading
from curriculum.importing.tables import Document
from curriculum.importing.terms import settle_terms
from curriculum.plurals import many

_AUGUST, _DECEMBER = 8, 12
_SUNDAY = 6


def settle_dates(
    document: Document, reading: Reading, today: date, starts: date | None
) -> None:
    """Resolve days without a year, terms, months and weeks, in that order."""
    _month_first(reading)
    reading.begins = _begins(document, reading, today, starts)
    settle_terms(reading, reading.begins)
    _Dates(reading, reading.begins).resolve()


def _whens(reading: Reading) -> Iterator[tuple[str, When]]:
    for session in reading.sessions:
        yield session.place, session.when
    for off in reading.days_off:
        yield off.place, off.when
    for event in reading.events:
        yield event.place, event.when
    for term in reading.terms:
        yield term.place, When(first=term.first)
    for draft in reading.assessments.values():
        for said in draft.dates.values():
            yield draft.place, said


def _month_first(reading: Reading) -> None:
    """Where one day can only be written month first, the doubtful ones are too."""
    said = [(place, w.first) for place, w in _whens(reading) if w.first]
    sure = next(((p, d) for p, d in said if d.american), None)
    british = any(d.month <= _DECEMBER < d.day and not d.american for _, d in said)
    doubtful = [(place, day) for place, day in said if day.doubtful]
    if sure is None or british or not doubtful:
        return
    whens: list[SessionDraft | DayOff | Event] = [*reading.sessions]
    whens += [*reading.days_off, *reading.events]
    for item in whens:
        item.when = month_first(item.when)
    for draft in reading.assessments.values():
        draft.dates = {n: month_first(w) for n, w in draft.dates.items()}
    place, day = doubtful[0]
    others = f" and {len(doubtful) - 1} more" if len(doubtful) > 1 else ""
    message = (
        f"the month is read first in {day.day}/{day.month}{others}, as in "
        f"{sure[1].month}/{sure[1].day}"
    )
    reading.notes.found("IMP106", "dates", message, place)


def _begins(
    document: Document, reading: Reading, today: date, starts: date | None
) -> int:
    """The academic year in which the first date lies."""
    given = [(p, w.first) for p, w in _whens(reading) if w.first]
    without = [(place, day) for place, day in given if day.year is None]
    if starts:
        year, why = starts.year - (starts.month < _AUGUST), "the start that was given"
    else:
        days = [w.first for _, w in _whens(reading) if w.first and not w.month]
        year, why = _told_year(document, reading, days, today)
    if without:
        message = (
            f"{many(len(without), 'date')} without a year; the first is taken in the "
            f"academic year {year}/{(year + 1) % 100:02}, from {why}"
        )
        reading.notes.found("IMP106", "dates", message, without[0][0])
    return year


def _told_year(
    document: Document, reading: Reading, days: list[Day], today: date
) -> tuple[int, str]:
    facts = [text for text, _ in reading.facts.values()]
    titles = [t.text for t in document.texts()]
    titles += [r.own_text for p in reading.parts for r in p.lead]
    told = year_in(
        [*facts, *titles, *(t.place for t in document.tables), document.file]
    )
    if told is not None:
        return told, "the document's own words"
    dated = next((d for d in days if d.year), None)
    if dated and dated.year:
        return dated.year - (dated.month < _AUGUST), "the other dates"
    year, fits = likely_year(days, today)
    return (
        year,
        "the weekdays that fit it" if fits else "today's date, for want of other",
    )


@dataclass(slots=True)
class _Dates:
    """Gives every session, event and day off its date."""

    reading: Reading
    begins: int

    def resolve(self) -> None:
        """Resolve in the order of the document."""
        years = Years(self.begins)
        for session in self.reading.sessions:
            said = session.when
            session.starts = session.starts or self._first(said, years)
            session.until = years.resolve(said.last)[0] if said.last else None
            if session.starts and session.until and session.until < session.starts:
                session.until = None
            if session.at is None:
                session.at = said.at
        self._by_month()
        self._by_week()
        others = Years(self.begins)
        for off in self.reading.days_off:
            off.starts = self._first(off.when, others)
            off.until = others.resolve(off.when.last)[0] if off.when.last else None
        self._off_by_week()
        for off in self.reading.days_off:
            if off.starts is None:
                message = f"“{off.title}” has no date; the calendar does not show it"
                self.reading.notes.found("IMP107", off.place, message, off.place)
        for draft in self.reading.assessments.values():
            own = Years(self.begins)
            for name, said in draft.dates.items():
                made = self._first(said, own)
                if made:
                    draft.days[name] = made

    def _first(self, said: When, years: Years) -> date | None:
        if said.first is None:
            return None
        made, _ = years.resolve(said.first)
        if made and said.monday and made.weekday() == _SUNDAY:
            return made + timedelta(days=1)
        return made

    def _by_month(self) -> None:
        """Spread sessions that name but their month over its weeks, in order."""
        months: defaultdict[date, list[SessionDraft]] = defaultdict(list)
        for session in self.reading.sessions:
            if session.when.month and session.starts:
                months[session.starts].append(session)
        for first, sessions in months.items():
            weeks = _weeks_of_month(first)
            for at, session in enumerate(sessions):
                session.starts = weeks[at * len(weeks) // len(sessions)]
                session.week_known = False
            message = (
                f"{many(len(sessions), 'session')} of {first:%B %Y}, of which the "
                "source gives no day; written over the weeks of the month"
            )
            place = sessions[0].place
            self.reading.notes.found("IMP106", f"{first:%B %Y}", message, place)

    @property
    def _weeks(self) -> dict[int, date]:
        """Mondays by the week's number, of the rows that give both."""
        return {
            s.when.week: monday_of(s.starts)
            for s in self.reading.sessions
            if s.when.week and s.starts
        }

    def _by_week(self) -> None:
        weeks = self._weeks
        for session in self.reading.sessions:
            number = session.when.week
            if session.starts is None and number in weeks:
                session.starts, session.week_known = weeks[number], False
                message = f"week {number} is read as that of {weeks[number]}"
                self.reading.notes.found(
                    "IMP106", session.place, message, session.place
                )

    def _off_by_week(self) -> None:
        weeks = self._weeks
        for off in self.reading.days_off:
            number = off.when.week
            if off.starts is None and number in weeks:
                off.starts = weeks[number]
            if off.starts and (off.when.monday or off.when.week) and not off.until:
                off.until = monday_of(off.starts) + timedelta(days=4)


def _weeks_of_month(first: date) -> list[date]:
    """The Mondays of a month."""
    monday = first + timedelta(days=-first.weekday() % 7)
    days = (monday + timedelta(weeks=n) for n in range(5))
    return [day for day in days if day.month == first.month]
