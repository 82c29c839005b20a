"""Puts together what was read: years, dates, hours, modules, events."""

import re
from collections import defaultdict
from datetime import date

from curriculum.importing.dates import Years
from curriculum.importing.dating import settle_dates
from curriculum.importing.drafts import AssessmentDraft, Event, SessionDraft
from curriculum.importing.given_hours import settle_hours
from curriculum.importing.headings import words_of
from curriculum.importing.places import SESSION_KEY, Places
from curriculum.importing.reading import Reading
from curriculum.importing.tables import Document
from curriculum.model import PLACEHOLDER, Purpose

_AUGUST = 8
_LONGEST_TITLE = 120
_OUTCOME = re.compile(r"LO\s?\d")


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
    keys = (SESSION_KEY.fullmatch(s.key) for s in reading.sessions)
    places.keys |= {key[1] for key in keys if key}
    _titles(document, reading, places.keys)
    _assign(reading, places)
    places.settle()
    _assign(reading, places)
    settle_dates(document, reading, today, starts)
    _modules(reading, places)
    settle_hours(reading)
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


def _titles(document: Document, reading: Reading, keys: set[str]) -> None:
    """Titles of modules that stand somewhere behind their keys."""
    for text in document.texts():
        key, _, title = text.text.partition(" ")
        short = 0 < len(title) <= _LONGEST_TITLE and not _OUTCOME.match(title)
        if key in keys and short:
            reading.titles.setdefault(key, " ".join(title.split()))


def _assign(reading: Reading, places: Places) -> None:
    """Give each session its module."""
    held = {id(s) for m in reading.modules.values() for s in m.sessions}
    for session in reading.sessions:
        if id(session) in held:
            continue
        prefix = SESSION_KEY.fullmatch(session.key)
        if prefix:
            first, _, rest = " ".join(session.module.split()).partition(" ")
            title = rest if first == prefix[1] else reading.titles.get(prefix[1], "")
            module = places.keyed(prefix[1], title.lstrip(" :.–-"), session.place)
        else:
            named = session.module or _whole(reading)
            module = places.module(named, session.place)
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
