"""Puts together what was read: years, dates, hours, modules, events."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from curriculum.importing.dates import (
    Day,
    When,
    Years,
    likely_year,
    monday_of,
)
from curriculum.importing.drafts import AssessmentDraft, Event, SessionDraft
from curriculum.importing.found import many
from curriculum.importing.headings import words_of
from curriculum.importing.others import year_in
from curriculum.importing.places import Places
from curriculum.importing.reading import Reading
from curriculum.importing.sessions import hours_of
from curriculum.importing.tables import Document
from curriculum.model import PLACEHOLDER, Purpose

HOURS = 3.0
"""What a session is written with where the source gives no hours."""
_AUGUST = 8
_SUNDAY = 6
_KEY_PREFIX = re.compile(r"([A-Z]{1,4}\d{0,3})\.\d{1,3}")


def settle(
    document: Document,
    reading: Reading,
    places: Places,
    *,
    today: date,
    starts: date | None,
) -> None:
    """Resolve what one row alone could not say."""
    _once(reading)
    begins = _begins(document, reading, today, starts)
    reading.begins = begins
    _Dates(reading, begins).resolve()
    _assign(reading, places)
    places.settle()
    _assign(reading, places)
    _modules(reading, places)
    _hours(reading)
    _events(reading, places)
    _assessments(reading)


def _once(reading: Reading) -> None:
    """A session that two tables describe is written once."""
    held: dict[str, SessionDraft] = {}
    kept: list[SessionDraft] = []
    for session in reading.sessions:
        first = held.get(session.key) if session.key else None
        if first is None:
            held[session.key] = session
            kept.append(session)
            continue
        message = f"{session.key} is also described at {first.place}, which is taken"
        reading.notes.found("IMP113", session.key, message, session.place)
        texts = [t for lines in session.texts.values() for t in lines]
        reading.notes.keep(
            session.place, session.key, "\n".join([session.topic, *texts])
        )
        for name, lines in session.texts.items():
            if not first.texts.get(name):
                first.add(name, lines)
        first.marks = first.marks or session.marks
    reading.sessions = kept


def _whens(reading: Reading) -> Iterator[tuple[str, When]]:
    for session in reading.sessions:
        yield session.place, session.when
    for off in reading.days_off:
        yield off.place, off.when
    for event in reading.events:
        yield event.place, event.when
    for draft in reading.assessments.values():
        for said in draft.dates.values():
            yield draft.place, said


def _begins(
    document: Document, reading: Reading, today: date, starts: date | None
) -> int:
    """The academic year in which the first date lies."""
    given = [(p, w.first) for p, w in _whens(reading) if w.first]
    without = [(place, day) for place, day in given if day.year is None]
    if starts:
        year, why = starts.year - (starts.month < _AUGUST), "the start that was given"
    else:
        year, why = _told_year(document, reading, [d for _, d in given], today)
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
            session.starts = self._first(said, years)
            session.until = years.resolve(said.last)[0] if said.last else None
            if session.starts and session.until and session.until < session.starts:
                session.until = None
            if session.at is None:
                session.at = said.at
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


def _assign(reading: Reading, places: Places) -> None:
    """Give each session its module."""
    held = {id(s) for m in reading.modules.values() for s in m.sessions}
    for session in reading.sessions:
        if id(session) in held:
            continue
        prefix = _KEY_PREFIX.fullmatch(session.key)
        named = session.module
        module = places.module(named, session.place) if named else None
        if prefix and (module is None or module.key != prefix[1]):
            title = reading.titles.get(prefix[1], "")
            module = places.module(f"{prefix[1]} {title}".strip(), session.place)
            if module.key != prefix[1]:
                session.key = ""
        if module is None:
            module = places.module(_whole(reading), session.place)
        module.sessions.append(session)


def _modules(reading: Reading, places: Places) -> None:
    """Give modules their outcomes and their order, and sessions their keys."""
    for named, outcomes in reading.outcomes.items():
        module = reading.modules.get(named) or places.module(named, "")
        module.outcomes |= outcomes
    by_session = {id(s): m for m in reading.modules.values() for s in m.sessions}
    for session, key, text in reading.lines:
        by_session[id(session)].outcomes.setdefault(key, text)
    for module in reading.modules.values():
        module.hours = module.hours or reading.hours.get(words_of(module.title))
    _bare(reading)
    order = {id(s): at for at, s in enumerate(reading.sessions)}
    held = [m for m in reading.modules.values() if m.sessions]
    held.sort(key=lambda m: min(order[id(s)] for s in m.sessions))
    reading.modules = {m.key: m for m in held}
    for module in held:
        module.title = module.title or reading.titles.get(module.key, "")
        _number(module.key, module.sessions)


def _whole(reading: Reading) -> str:
    """What the one module of a scheme without modules is called."""
    return reading.facts.get("title", (f"{PLACEHOLDER} the title of the module", ""))[0]


def _number(module: str, sessions: list[SessionDraft]) -> None:
    used = {s.key for s in sessions}
    number = 0
    for session in sessions:
        if session.key:
            continue
        number += 1
        while f"{module}.{number:02}" in used:
            number += 1
        session.key = f"{module}.{number:02}"
        used.add(session.key)


def _bare(reading: Reading) -> None:
    """A module that a grid marks and no row teaches gets one session to hold them."""
    for module in reading.modules.values():
        taught = {k: m for k, m in module.marks.items() if m.teaches}
        if not module.sessions:
            session = SessionDraft(module.place, module=module.key, marks=taught)
            session.topic = f"{PLACEHOLDER} the sessions of {module.title}"
            session.hours = min(module.hours, 100) if module.hours else None
            module.sessions.append(session)
            reading.sessions.append(session)
            message = (
                f"the source names no sessions of {module.title}; one is written that "
                "holds all its marks, to be divided"
            )
            reading.notes.found("IMP111", module.key, message, module.place)
        elif module.sessions and taught:
            _compare(reading, module.key)


def _compare(reading: Reading, key: str) -> None:
    """Marks of a module against those of its sessions."""
    module = reading.modules[key]
    deepest: dict[str, int] = {}
    for session in module.sessions:
        for item, mark in session.marks.items():
            rank = mark.depth.rank if mark.depth else 0
            deepest[item] = max(rank, deepest.get(item, 0))
    if not deepest:
        module.sessions[0].marks |= {k: m for k, m in module.marks.items() if m.teaches}
        message = (
            f"the grid marks {module.key} and not its sessions; the marks stand on "
            f"{module.sessions[0].key or 'its first session'}, to be divided"
        )
        reading.notes.found("IMP111", module.key, message, module.place)
        return
    for item, mark in module.marks.items():
        if mark.teaches and item not in deepest:
            message = (
                f"the grid says {module.key} teaches {item}; none of its sessions does"
            )
        elif mark.depth and mark.depth.rank != deepest.get(item, 0):
            message = (
                f"the grid marks {item} in {module.key} otherwise than its sessions"
            )
        else:
            continue
        reading.notes.found("IMP113", item, message, module.place)


def _hours(reading: Reading) -> None:
    """Hours of sessions that give none."""
    without = [s for s in reading.sessions if s.hours is None]
    if not without:
        return
    weekly = hours_of(reading.facts.get("hours_a_week", ("", ""))[0])
    weeks: Counter[object] = Counter(_week_of(s) for s in reading.sessions)
    several = weekly is not None and None not in weeks
    for session in without:
        share = weekly / weeks[_week_of(session)] if weekly and several else weekly
        session.hours = round(share, 2) if share else HOURS
    why = "the hours per week that the document gives" if weekly else "an assumption"
    message = f"{many(len(without), 'session')} without hours; written with {why}"
    amounts = sorted({s.hours for s in without if s.hours})
    told = ", ".join(f"{a:g}" for a in amounts)
    reading.notes.found("IMP111", "hours", f"{message} ({told})", without[0].place)


def _week_of(session: SessionDraft) -> object:
    if session.starts:
        return monday_of(session.starts)
    return session.when.week


def _events(reading: Reading, places: Places) -> None:
    """Hand-outs and hand-ins beside sessions, as dates of assessments."""
    for event in reading.events:
        draft = _about(event, reading, places)
        day = _day_of(event, Years(_academic(event, reading.begins)))
        if day is None:
            message = f"{event.title} ({event.what.replace('_', '-')}) has no date"
            reading.notes.found("IMP107", draft.key, message, event.place)
        elif event.what not in draft.days:
            draft.days[event.what] = day
        elif draft.days[event.what] != day and draft.place != event.place:
            message = (
                f"{draft.key} has its {event.what.replace('_', '-')} on {day} here and "
                f"on {draft.days[event.what]} elsewhere, which is taken"
            )
            reading.notes.found("IMP113", draft.key, message, event.place)


def _about(event: Event, reading: Reading, places: Places) -> AssessmentDraft:
    keyed = re.fullmatch(r"[Aa]\d{1,3}", event.title)
    key = event.title.upper() if keyed else ""
    known = key in reading.assessments if key else False
    count = len(reading.assessments)
    title = "" if keyed and known else event.title
    draft = places.assessment(key, title or event.title, event.place)
    if len(reading.assessments) > count:
        message = f"{draft.key} ({event.title}) is made of what stands beside a session"
        reading.notes.found("IMP115", draft.key, message, event.place)
        if event.session:
            draft.module = event.session.key.partition(".")[0]
    return draft


def _academic(event: Event, begins: int) -> int:
    at = event.session.starts if event.session else None
    return at.year - (at.month < _AUGUST) if at else begins


def _day_of(event: Event, years: Years) -> date | None:
    if event.when.first is not None:
        return years.resolve(event.when.first)[0]
    return event.session.starts if event.session else None


def _assessments(reading: Reading) -> None:
    """What every assessment must have: a purpose, and a module that exists."""
    for draft in reading.assessments.values():
        if draft.purpose is None:
            formative = "formative" in draft.title.casefold()
            draft.purpose = Purpose.FORMATIVE if formative else Purpose.SUMMATIVE
            message = (
                f"{draft.key} does not say its purpose; {draft.purpose.value} is taken"
            )
            reading.notes.found("IMP115", draft.key, message, draft.place)
        if draft.module and draft.module not in reading.modules:
            _module_of(draft, reading)


def _module_of(draft: AssessmentDraft, reading: Reading) -> None:
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for key, module in reading.modules.items():
        titles[module.title.casefold()].append(key)
    held = titles.get(draft.module.casefold())
    if not held:
        reading.notes.keep(draft.place, f"{draft.key}, module", draft.module)
    draft.module = held[0] if held else ""
