"""A programme's dates for Outlook and Teams, parsed back with icalendar."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from curriculum.calendars.ics import calendar_file
from curriculum.model import Programme
from curriculum.timetable import Timetable
from notation import programme

NOW = datetime(2026, 8, 1, 9, 30, tzinfo=UTC)
TEXT = """
    programme venue Room D14, Tŷ Gwyn; ground floor
    ksbs K1 S1
    from 2026-09-08 to 2027-07-09
    on Tuesday at 09:30 for 3 hours
    on Tuesday at 13:30 for 3 hours
    M1 titled Programming & <logic>
    M1.01 teaches K1
    M1.01 topic Pętle, łańcuchy; dolenni 🐍 = "x" \\ y
    M1.01 objective Trace a loop
    M1.02 teaches S1
    M1.02 lasts 6 hours
    A1 assesses K1 S1 on 2026-11-10
    A1 out 2026-10-06
    exams 2027-05-10 to 2027-05-28 Core papers
    gateway 2027-07-05
"""


def made(text: str = TEXT, earlier: bytes = b"", now: datetime = NOW) -> bytes:
    held: Programme = programme(text)
    return calendar_file(held, Timetable.of(held), now=now, earlier=earlier)


def events(content: bytes) -> dict[str, Any]:
    held = icalendar.Calendar.from_ical(content)
    return {str(event["UID"]): event for event in held.walk("VEVENT")}


def test_a_session_stands_at_its_time_in_london() -> None:
    event = events(made())["TEST-1/M1.01/1@curriculum"]
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    starts, ends = event.decoded("DTSTART"), event.decoded("DTEND")
    assert starts.isoformat() == "2026-09-08T09:30:00+01:00"
    assert ends - starts == timedelta(hours=3)
    assert event["SUMMARY"] == 'M1.01 Pętle, łańcuchy; dolenni 🐍 = "x" \\ y'
    assert event["LOCATION"] == "Room D14, Tŷ Gwyn; ground floor"
    assert "- Trace a loop" in event["DESCRIPTION"]
    assert "K1" in event["DESCRIPTION"]
    assert [str(c) for c in event["CATEGORIES"].cats] == ["Programming & <logic>"]


def test_a_session_over_two_slots_is_two_events_each_with_its_uid() -> None:
    held = events(made())
    parts = [held[f"TEST-1/M1.02/{n}@curriculum"] for n in (1, 2)]
    assert [str(e.decoded("DTSTART")) for e in parts] == [
        "2026-09-08 13:30:00+01:00",
        "2026-09-15 09:30:00+01:00",
    ]
    assert parts[1]["SUMMARY"].endswith("(2 of 2)")


def test_winter_time_is_winter_time() -> None:
    held = events(
        made("on Monday at 09:30 for 3 hours\nfrom 2026-11-02 to 2027-01-01\nM1.01 off")
    )
    starts = held["TEST-1/M1.01/1@curriculum"].decoded("DTSTART")
    assert starts.isoformat() == "2026-11-02T09:30:00+00:00"


def test_the_file_brings_the_rule_of_summer_time_as_outlook_takes_it() -> None:
    held = icalendar.Calendar.from_ical(made())
    [zone] = held.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/London"
    assert {part.name for part in zone.subcomponents} == {"STANDARD", "DAYLIGHT"}
    for name in ("VERSION", "PRODID", "METHOD", "X-WR-CALNAME"):
        assert name in held


def test_hand_out_hand_in_gateway_and_exams_are_whole_days_that_leave_one_free() -> (
    None
):
    held = events(made())
    days = {
        uid.split("/", 1)[1]: (e.decoded("DTSTART"), e.decoded("DTEND"))
        for uid, e in held.items()
        if e["DTSTART"].params.get("VALUE") == "DATE"
    }
    assert days == {
        "A1/hand-out@curriculum": (date(2026, 10, 6), date(2026, 10, 7)),
        "A1/hand-in@curriculum": (date(2026, 11, 10), date(2026, 11, 11)),
        "gateway@curriculum": (date(2027, 7, 5), date(2027, 7, 6)),
        "exams/1@curriculum": (date(2027, 5, 10), date(2027, 5, 29)),
    }
    assert held["TEST-1/A1/hand-in@curriculum"]["TRANSP"] == "TRANSPARENT"
    assert held["TEST-1/A1/hand-in@curriculum"]["SUMMARY"] == (
        "A1 is handed in: Title of A1"
    )


def test_a_slot_without_a_time_takes_the_day() -> None:
    held = events(made("M1.01 lasts 3 hours"))
    assert held["TEST-1/M1.01/1@curriculum"].decoded("DTSTART") == date(2026, 9, 7)


def test_made_again_without_a_change_the_file_is_the_same_to_the_byte() -> None:
    first = made()
    assert made(earlier=first, now=NOW + timedelta(days=9)) == first


def test_what_moved_has_the_same_uid_and_a_higher_number() -> None:
    first = made()
    later = made(
        TEXT.replace("from 2026-09-08", "from 2026-09-15"),
        earlier=first,
        now=NOW + timedelta(days=9),
    )
    before, after = events(first), events(later)
    assert before.keys() == after.keys()
    numbers = {uid.split("/", 1)[1]: int(e["SEQUENCE"]) for uid, e in after.items()}
    assert numbers["M1.01/1@curriculum"] == 1
    assert numbers["A1/hand-in@curriculum"] == 0
    assert after["TEST-1/M1.01/1@curriculum"].decoded("DTSTAMP") == NOW + timedelta(
        days=9
    )


def test_what_is_gone_is_cancelled_once() -> None:
    without = TEXT.replace("M1.02 teaches S1", "").replace("M1.02 lasts 6 hours", "")
    second = made(without, earlier=made())
    gone = events(second)["TEST-1/M1.02/2@curriculum"]
    assert (gone["STATUS"], int(gone["SEQUENCE"])) == ("CANCELLED", 1)
    assert made(without, earlier=second) == second
    back = events(made(earlier=second))["TEST-1/M1.02/2@curriculum"]
    assert "STATUS" not in back
    assert int(back["SEQUENCE"]) == 2


def test_long_lines_are_folded_to_75_bytes() -> None:
    long = made(f"M1.01 topic {'ŵ' * 400}")
    assert max(len(line) for line in long.split(b"\r\n")) <= 75
    assert "ŵ" * 400 in events(long)["TEST-1/M1.01/1@curriculum"]["SUMMARY"]


def test_what_is_no_calendar_is_not_replaced() -> None:
    with pytest.raises(ValueError, match="shopping list"):
        made(earlier=b"my shopping list")
