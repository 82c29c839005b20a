"""A programme's dates as an iCalendar file, for Outlook and Teams.

Every entry keeps its UID for as long as its session or assessment keeps its key, so
that importing the file again updates what was imported before.  For that, an entry
that changed since the last file has a higher sequence number, and one that is gone
is cancelled.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

from curriculum.model import Assessment, Programme
from curriculum.timetable import Part, Placement, Timetable

ZONE = ZoneInfo("Europe/London")
_BOOKKEEPING = ("DTSTAMP", "SEQUENCE")
_DAY = timedelta(days=1)
_TIMES_IN_LONDON = """\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""
"""As a rule, for Outlook does not take a list of dates."""
_DEADLINES = (("hand_out", "is handed out"), ("hand_in", "is handed in"))


def calendar_file(
    programme: Programme, timetable: Timetable, *, now: datetime, earlier: bytes = b""
) -> bytes:
    """The file; ``earlier`` is the one that it replaces.

    Raises ValueError where what is to be replaced is no calendar.
    """
    made = icalendar.Calendar()
    made.add("prodid", "-//curriculum//programme calendar//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{programme.title} ({programme.code})")
    made.add("x-wr-timezone", ZONE.key)
    made.add_component(icalendar.Timezone.from_ical(_TIMES_IN_LONDON))
    known = _by_uid(earlier)
    stamp = now.astimezone(UTC).replace(microsecond=0)
    for event in _events(programme, timetable):
        made.add_component(_numbered(event, known.pop(str(event["UID"]), None), stamp))
    for gone in known.values():
        made.add_component(_cancelled(gone, stamp))
    return bytes(made.to_ical())


def _events(programme: Programme, timetable: Timetable) -> Iterator[icalendar.Event]:
    for placement in timetable.placements:
        yield from _sessions(programme, placement)
    for assessment in programme.assessments:
        yield from _deadlines(programme, assessment)
    gateway = programme.end_point.gateway if programme.end_point else None
    if gateway:
        yield _whole_day(_uid(programme, "gateway"), "Gateway", gateway, gateway)
    for number, exams in enumerate(timetable.days.calendar.exams, start=1):
        uid = _uid(programme, "exams", str(number))
        yield _whole_day(uid, exams.title, exams.starts, exams.ends)


def _sessions(programme: Programme, placement: Placement) -> Iterator[icalendar.Event]:
    """One event for each slot that a session takes of."""
    session, parts = placement.session, placement.parts
    for number, part in enumerate(parts, start=1):
        of = f" ({number} of {len(parts)})" if len(parts) > 1 else ""
        uid = _uid(programme, session.key, str(number))
        event = _timed(uid, f"{session.key} {session.topic}{of}", part)
        event.add("description", _description(placement))
        event.add("categories", [placement.module.title])
        if programme.venue:
            event.add("location", programme.venue)
        yield event


def _timed(uid: str, summary: str, part: Part) -> icalendar.Event:
    """An event at its time in London; a slot without a time takes the whole day."""
    if part.starts_at is None:
        return _whole_day(uid, summary, part.day, part.day)
    starts = datetime.combine(part.day, part.starts_at, ZONE)
    event = _event(uid, summary)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=part.minutes))
    return event


def _deadlines(
    programme: Programme, assessment: Assessment
) -> Iterator[icalendar.Event]:
    for field, verb in _DEADLINES:
        day = getattr(assessment, field)
        if day is not None:
            uid = _uid(programme, assessment.key, field.replace("_", "-"))
            event = _whole_day(
                uid, f"{assessment.key} {verb}: {assessment.title}", day, day
            )
            if assessment.brief:
                event.add("description", assessment.brief)
            yield event


def _whole_day(uid: str, summary: str, first: date, last: date) -> icalendar.Event:
    """An event of whole days, on which one is still free; its end is the day after."""
    event = _event(uid, summary)
    event.add("dtstart", first)
    event.add("dtend", last + _DAY if last < date.max else last)
    event.add("transp", "TRANSPARENT")
    return event


def _event(uid: str, summary: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", uid)
    event.add("summary", summary)
    return event


def _uid(programme: Programme, *parts: str) -> str:
    return "/".join((programme.code, *parts)) + "@curriculum"


def _description(placement: Placement) -> str:
    session, module = placement.session, placement.module
    lines = [f"{module.key} {module.title}, week {placement.week}"]
    if session.objectives:
        lines += ["", *(f"- {text}" for text in session.objectives)]
    items = list(dict.fromkeys(mark.item for mark in session.teaches))
    if items:
        lines += ["", ", ".join(items)]
    return "\n".join(lines)


def _by_uid(earlier: bytes) -> dict[str, icalendar.Component]:
    if not earlier.strip():
        return {}
    held = icalendar.Calendar.from_ical(earlier)
    return {str(e["UID"]): e for e in held.walk("VEVENT") if "UID" in e}


def _numbered(
    event: icalendar.Event, earlier: icalendar.Component | None, stamp: datetime
) -> icalendar.Event:
    """Stamp an event: as it was if nothing changed, else one number higher."""
    sequence, stamped = 0, stamp
    if earlier is not None:
        sequence = int(earlier.get("SEQUENCE", 0))
        if _content(event) == _content(earlier):
            stamped = earlier.decoded("DTSTAMP", stamp)
        else:
            sequence += 1
    event.add("sequence", sequence)
    event.add("dtstamp", stamped)
    return event


def _cancelled(event: icalendar.Component, stamp: datetime) -> icalendar.Component:
    if str(event.get("STATUS", "")) == "CANCELLED":
        return event
    sequence = int(event.pop("SEQUENCE", 0)) + 1
    for name in ("DTSTAMP", "STATUS"):
        event.pop(name, None)
    event.add("status", "CANCELLED")
    event.add("sequence", sequence)
    event.add("dtstamp", stamp)
    return event


def _content(event: icalendar.Component) -> list[str]:
    """What an event says, without when it was written."""
    return sorted(
        f"{name}{value.params if hasattr(value, 'params') else ''}:{_said(value)}"
        for name, value in event.items()
        if name not in _BOOKKEEPING
    )


def _said(value: object) -> str:
    said = value.to_ical() if hasattr(value, "to_ical") else value
    return said.decode("utf-8") if isinstance(said, bytes) else str(said)
