"""The cells of one row as the texts, marks and hours of a session."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from curriculum.importing.dates import When, before_days, when
from curriculum.importing.drafts import Event, SessionDraft
from curriculum.importing.headings import THEMES, known, words_of
from curriculum.importing.parts import Head
from curriculum.importing.reading import Reading, nothing
from curriculum.importing.tables import Cell
from curriculum.model import SessionKind, Theme

Fields = Mapping[str, list[tuple[Cell, Head]]]

_KEY = re.compile(r"([A-Z][A-Za-z0-9-]{0,11}[.]\d{1,3})(?::\s*([a-z -]+))?")
_BULLET = re.compile(r"^\s*(?:[•●▪◦*·\uf0b7–-]|\d{1,2}[.)]\s)\s*")
_SERVES = re.compile(r"^Serves\s+(.+)$", re.IGNORECASE)
_OUTCOME = re.compile(r"\bLO\s?\d+\b", re.IGNORECASE)
_KEYED = re.compile(r"(LO\s?\d+)[\s:.–-]+(\S.*)", re.IGNORECASE)
_BY = re.compile(
    r"^(lecturer|tutor|teacher|trainer|learners?|students?|apprentices?)\s*:\s*(.+)$",
    re.IGNORECASE | re.DOTALL,
)
_STRETCH = re.compile(
    r"^(stretch(?: and challenge)?|extension|support)\s*:\s*(.+)$",
    re.IGNORECASE | re.DOTALL,
)
_THEME = re.compile(r"^([^:]{3,40}):\s*(.+)$", re.DOTALL)
_EVENT = re.compile(
    r"^(?P<out>hand(?:ed)?[ -]?out|issued?|set|launch(?:ed)?)\b|"
    r"^(?P<in>hand(?:ed)?[ -]?in|submit(?:ted)?|submission|deadline|due)\b|"
    r"^(?P<back>return(?:ed)?|feedback)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r";|\.\s|\bthen\b")
_AFTER = re.compile(
    r"\b(?:(?P<out>hand(?:ed)?[ -]?out|issued|launched|set)|"
    r"(?P<in>hand(?:ed)?[ -]?in|submitted|submission|deadline|due|hand in)|"
    r"(?P<back>returned|feedback))\b",
    re.IGNORECASE,
)
_WHEN_ASIDE = re.compile(r"\([^)]*\d[^)]*\)")
"""A day in brackets: "Quiz 1 (due 22 September)"."""
_NAMED = re.compile(
    r"\b(?:A\d{1,2}|(?:assignment|assessment|project|task|exam|portfolio|unit|coursework|quiz|essay)\s*"
    r"(?:no\.?\s*)?(?:\d{1,2}|[A-H])\b)",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(hours?|hrs?|h|minutes?|mins?|m)?\b", re.IGNORECASE
)
_SPAN = re.compile(r"(\d{1,2})[:.](\d{2})\s*(?:-|–|to)\s*(\d{1,2})[:.](\d{2})")
_HALF = re.compile(r"(\d+)\s*½")
_MOST_HOURS = 100

_LINES = {
    "outcomes": "objectives",
    "resources": "resources",
    "assessment": "check",
    "homework": "homework",
    "stretch": "stretch",
    "support": "support",
    "workplace": "workplace",
    "tutor": "tutor",
    "learners": "learners",
    **{theme: theme for theme in THEMES},
}
"""Fields whose lines go straight into one of the session's."""


def fill(session: SessionDraft, fields: Fields, reading: Reading) -> None:
    """Take a row's cells into a session."""
    for name, held in fields.items():
        for cell, head in held:
            if name == "ticked":
                continue
            if name in ("", "keep", "wording", "counts", "served"):
                _aside(session, cell, head, reading)
            else:
                _takes(name)(session, cell, reading)
    _codes_elsewhere(session, fields, reading)


Take = Callable[[SessionDraft, Cell, Reading], None]


@cache
def _takes(name: str) -> Take:
    named: dict[str, Take] = {
        "week": _week,
        "date": _date,
        "time": _time,
        "hours": _hours,
        "number": _number,
        "module": _module,
        "topic": _topic,
        "activities": _activities,
        "stretch_support": _stretch_support,
        "wider": _wider,
        "ksbs": _ksbs,
        "kind": _kind,
        "off_the_job": _off_the_job,
        "events": _events,
        "assessment": _assessment,
        "outcomes": _outcomes,
        "hand_out": _hand("hand_out"),
        "hand_in": _hand("hand_in"),
    }
    return named.get(name) or _plain(name)


def _plain(name: str) -> Take:
    def take(session: SessionDraft, cell: Cell, _: Reading) -> None:
        if name in _LINES:
            session.add(_LINES[name], lines_of(cell.text))
        else:
            session.aside.append((name, cell.text))

    return take


def _hand(what: str) -> Take:
    def take(session: SessionDraft, cell: Cell, reading: Reading) -> None:
        reading.events.append(
            Event(cell.place, what, _title(cell.text), when(cell.text), session)
        )

    return take


def lines_of(text: str) -> list[str]:
    """The lines of a text without bullets and numbers."""
    lines = (_BULLET.sub("", line).strip() for line in text.split("\n"))
    return [line for line in lines if line and not nothing(line)]


def _aside(session: SessionDraft, cell: Cell, head: Head, reading: Reading) -> None:
    session.aside.append((head.taken.heading, cell.text))
    reading.notes.keep(cell.place, head.taken.heading, cell.text)


def _week(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    said = when(cell.text, bare_week=True)
    if said.first is None and said.week is None:
        _unread(session, "week", cell, reading)
    session.when = _both(session.when, said)
    if said.last_week:
        message = (
            f"weeks {said.week} to {said.last_week} are one session, which begins in "
            f"week {said.week}"
        )
        reading.notes.found("IMP106", cell.place, message, cell.place)
    session.at = session.at or said.at


def _date(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    said = when(cell.text)
    if said.first is None and said.week is None:
        _unread(session, "date", cell, reading)
    if said.first and said.first.american:
        message = f"{cell.text} is read with the month first"
        reading.notes.found("IMP106", cell.place, message, cell.place)
    session.when = _both(said, session.when)
    session.at = session.at or said.at


def _both(first: When, second: When) -> When:
    """What two cells say of time; of two days, the one that is not a week."""
    day = first if first.first and not (first.monday or first.month) else second
    if day.first is None:
        day = first
    return When(
        day.first, day.last, day.monday, first.week or second.week,
        first.last_week or second.last_week, first.at or second.at, day.month,
    )  # fmt: skip


def _unread(session: SessionDraft, what: str, cell: Cell, reading: Reading) -> None:
    message = f"“{' '.join(cell.text.split())}” is not read as a {what}"
    reading.notes.found("IMP107", cell.place, message, cell.place)
    session.aside.append((what, cell.text))
    reading.notes.keep(cell.place, what, cell.text)


def _time(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    session.at = when(cell.text).at
    if _SPAN.search(cell.text):
        _hours(session, cell, reading)
    elif session.at is None:
        _unread(session, "time", cell, reading)


def _hours(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    hours = hours_of(cell.text)
    if hours is None:
        _unread(session, "number of hours", cell, reading)
    else:
        session.hours = hours
    if "not off-the-job" in cell.text.casefold():
        session.off_the_job = False


def hours_of(text: str) -> float | None:
    """Hours in words: "3", "1.5 hrs", "90 mins", "2h 30m", "09:30-12:30"."""
    span = _SPAN.search(text)
    if span:
        minutes = int(span[3]) * 60 + int(span[4]) - int(span[1]) * 60 - int(span[2])
        return _sane(minutes / 60)
    plain = _HALF.sub(r"\1.5", text)
    clock = re.fullmatch(r"\s*(\d{1,2}):(\d{2})(?::\d{2})?\s*", plain)
    if clock:
        return _sane(int(clock[1]) + int(clock[2]) / 60)
    total, found_any = 0.0, False
    for found in _HOURS.finditer(plain):
        amount = float(found[1].replace(",", "."))
        unit = (found[2] or "h").casefold()
        if found_any and not found[2]:
            break
        total += amount / 60 if unit.startswith("m") else amount
        found_any = True
    return _sane(round(total, 4)) if found_any else None


def _sane(hours: float) -> float | None:
    return hours if 0 < hours <= _MOST_HOURS else None


def _number(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    key = _KEY.match(cell.text)
    if key:
        session.key = key[1]
        return
    session.number = cell.text
    said = when(cell.text)
    if said.first or said.week:
        session.when = _both(session.when, said)
    elif len(cell.text) > len("Session 100"):
        reading.notes.keep(cell.place, "session", cell.text)
        session.aside.append(("session", cell.text))


def _module(session: SessionDraft, cell: Cell, _: Reading) -> None:
    name = " ".join(cell.text.split())
    given = session.module and session.texts.get("module")
    session.module = f"{session.module}: {name}" if given else name
    session.texts["module"] = []


def _topic(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    lines = [line.strip() for line in cell.text.split("\n") if line.strip()]
    key = _KEY.fullmatch(lines[0]) if lines else None
    if key and len(lines) > 1:
        session.key = key[1]
        if key[2] and key[2].strip() in set(SessionKind):
            session.kind = SessionKind(key[2].strip())
        lines = lines[1:]
    said = "\n".join(lines)
    if session.topic and said != session.topic:
        session.topic = f"{session.topic}: {said}"
    else:
        session.topic = said
    says_kind = any("kind" in part.fields for part in reading.parts[-1:])
    if session.kind is SessionKind.TEACHING and not key and not says_kind:
        _kind_of_topic(session, cell, reading)


def _kind_of_topic(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    """A session whose whole topic is "Induction" or "Mock exam" is of that kind."""
    for kind, pattern in _kinds():
        if pattern.match(session.topic):
            session.kind = kind
            message = f"“{session.topic}” is read as a session of kind {kind.value}"
            reading.notes.found("IMP116", cell.place, message, cell.place)
            return


@cache
def _kinds() -> tuple[tuple[SessionKind, re.Pattern[str]], ...]:
    """For each kind, what the topic of such a session says and no more."""
    return tuple(
        (
            SessionKind(kind),
            re.compile(
                rf"\s*(?:{'|'.join(map(re.escape, phrases))})\s*"
                r"(?:[:–-]|\d|weeks?\b|days?\b|$)",
                re.IGNORECASE,
            ),
        )
        for kind, phrases in known()["kinds"].items()
    )


def _outcomes(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    objectives = []
    for line in lines_of(cell.text):
        serves = _SERVES.match(line)
        if serves:
            session.serves += [k.replace(" ", "") for k in _OUTCOME.findall(serves[1])]
        elif re.fullmatch(r"(?:LO\s?\d+[\s,;&]*)+", line):
            session.serves += [k.replace(" ", "") for k in _OUTCOME.findall(line)]
        else:
            keyed = _KEYED.fullmatch(line)
            if keyed:
                key = keyed[1].replace(" ", "").upper()
                session.serves.append(key)
                reading.lines.append((session, key, keyed[2]))
            objectives.append(keyed[2] if keyed else line)
    session.add("objectives", objectives)


def _activities(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    told = lines_of(cell.text)
    by = [(_BY.match(line), line) for line in told]
    if not any(found for found, _ in by):
        session.add("learners", told)
        return
    name = "learners"
    for found, line in by:
        if found:
            lecturer = found[1].casefold() in (
                "lecturer",
                "tutor",
                "teacher",
                "trainer",
            )
            name = "tutor" if lecturer else "learners"
        session.add(name, [found[2] if found else line])
    del reading


def _stretch_support(session: SessionDraft, cell: Cell, _: Reading) -> None:
    name = "support"
    for line in lines_of(cell.text):
        found = _STRETCH.match(line)
        if found:
            name = "support" if found[1].casefold() == "support" else "stretch"
        session.add(name, [found[2] if found else line])


def _wider(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    """Lines that name their theme go there; the others are kept."""
    left = []
    for line in lines_of(cell.text):
        found = _THEME.match(line)
        theme = _themes().get(words_of(found[1])) if found else None
        if found and theme:
            session.add(theme, [found[2]])
        else:
            left.append(line)
    if left:
        text = "\n".join(left)
        session.aside.append(("wider skills", text))
        reading.notes.keep(cell.place, "wider skills", text)
        message = "wider skills do not name their theme; they are kept as a comment"
        reading.notes.found("IMP103", cell.place, message, cell.place)


@cache
def _themes() -> dict[tuple[str, ...], str]:
    named = {words_of(theme.heading): theme.value for theme in Theme}
    for theme in THEMES:
        for phrase in known()["fields"][theme]["phrases"]:
            named[words_of(phrase)] = theme
    return named


def _ksbs(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    marks, rest = reading.marks(cell.text, cell.place, session.topic or cell.place)
    session.marks |= {k: m for k, m in marks.items() if k not in session.marks}
    if rest:
        session.aside.append(("reference", rest))
        reading.notes.keep(cell.place, "reference", cell.text)
        if not marks or re.search(r"\d", rest):
            message = f"“{rest}” is not read as KSBs; it is kept"
            reading.notes.found("IMP103", cell.place, message, cell.place)


def _codes_elsewhere(session: SessionDraft, fields: Fields, reading: Reading) -> None:
    """Codes within other texts count where the table has no column for them."""
    if session.marks or any(p.fields & {"ksbs"} for p in reading.parts[-1:]):
        return
    for name in ("topic", "outcomes", "activities", "tutor", "learners", "assessment"):
        for cell, _ in fields.get(name, ()):
            named = re.search(r"\b(?:K|S|B|TK|TS|ESB)\d{1,2}\b", cell.text)
            marks = reading.marks(cell.text, cell.place, cell.place)[0] if named else {}
            if marks:
                session.marks |= marks
                message = f"the text names {', '.join(marks)}, read as taught there"
                reading.notes.found("IMP109", cell.place, message, cell.place)


def _kind(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    word = cell.text.strip().casefold().replace(" ", "-")
    if word in set(SessionKind):
        session.kind = SessionKind(word)
    else:
        _unread(session, "kind of session", cell, reading)


def _off_the_job(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    word = cell.text.strip().casefold()
    hours = hours_of(cell.text)
    if word in ("yes", "y", "no", "n"):
        session.off_the_job = word.startswith("y")
    elif hours is not None:
        session.hours = session.hours or hours
    else:
        _unread(session, "yes or no", cell, reading)


def _assessment(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    lines = lines_of(cell.text)
    events = [line for line in lines if _is_event(line)]
    # A line that says more than its event is a check of learning too.
    alone = [line for line in events if not _MORE.search(line)]
    session.add("check", [line for line in lines if line not in alone])
    _note_events(session, events, cell, reading)


def _is_event(line: str) -> bool:
    """Whether a line says that something is handed out or in: "Task 1 hand-in"."""
    named = _NAMED.match(line)
    after = _AFTER.match(line[named.end() :].strip(" :-–")) if named else None
    return bool(after or (_EVENT.match(line) and _NAMED.search(line)))


def _events(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    _note_events(session, lines_of(cell.text), cell, reading)


def _note_events(
    session: SessionDraft, lines: Iterable[str], cell: Cell, reading: Reading
) -> None:
    for line in lines:
        event = _event(line, cell.place, session)
        if event is None:
            session.aside.append(("assignment", line))
            reading.notes.keep(cell.place, "assignment", line)
            message = f"“{line}” says neither hand-out nor hand-in; it is kept"
            reading.notes.found("IMP103", cell.place, message, cell.place)
            continue
        reading.events.append(event)


def note_events_of(cell: Cell, said: When, reading: Reading) -> None:
    """Hand-outs and hand-ins of a row on which nothing is taught, on its day."""
    for line in filter(_is_event, lines_of(cell.text)):
        event = _event(line, cell.place, None)
        if event:
            event.when = event.when if event.when.first else said
            reading.events.append(event)


def _event(line: str, place: str, session: SessionDraft | None) -> Event | None:
    """What a line says of an assessment: handed out, handed in, or returned."""
    found = _EVENT.match(line) or _AFTER.search(line)
    if not found:
        return None
    held = found.groupdict()
    what = "hand_out" if held["out"] else "hand_in" if held["in"] else "feedback"
    day = re.sub(r"\(hand-in [^)]*\)", "", line)
    return Event(place, what, _title(line), when(day), session)


def _title(line: str) -> str:
    """What an event is about: "Assignment 1"."""
    named = _NAMED.search(line)
    if named:
        return " ".join(named[0].split()).capitalize()
    plain = _AFTER.sub(" ", _EVENT.sub(" ", _WHEN_ASIDE.sub(" ", line)))
    plain = before_days(plain) or plain
    return " ".join(plain.split()).strip(" :-–,.") or "Assignment"
