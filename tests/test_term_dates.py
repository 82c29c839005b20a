"""A college's term dates, as its files come."""

from datetime import date
from pathlib import Path

import pytest

from curriculum.calendars.term_dates import FINDINGS, TermDates, read_term_dates
from curriculum.calendars.written_dates import DateError, date_of, span_of
from curriculum.findings import SourceError
from curriculum.paths import WORKED_EXAMPLE


def read(folder: Path, text: str, name: str = "terms.csv") -> TermDates:
    path = folder / name
    path.write_text(text, "utf-8")
    return read_term_dates(path)


def terms(found: TermDates) -> list[str]:
    return [f"{t.title}: {t.starts} to {t.ends}" for t in found.terms]


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-07",
        "2026-09-07 00:00:00",
        "07/09/2026",
        "7.9.2026",
        "7 September 2026",
        "Mon 7th Sept 2026",
        "Monday, 7 Sep 2026",
        "7-Sep-2026",
    ],
)
def test_dates_as_people_write_them(text: str) -> None:
    assert date_of(text) == date(2026, 9, 7)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("07/09/26", "is not a date such as"),
        ("09/23/2026", "does not exist"),
        ("29 February 2027", "does not exist"),
        ("Tuesday 7 September 2026", "2026-09-07 is a Monday"),
        ("7 Medi 2026", "names no month: Medi"),
        ("", "an empty cell is not a date"),
        ("tbc", "is not a date such as"),
    ],
)
def test_what_is_no_plain_date_is_refused(text: str, why: str) -> None:
    with pytest.raises(DateError, match=why):
        date_of(text)


def test_two_dates_in_one_cell() -> None:
    both = (date(2026, 9, 7), date(2026, 10, 23))
    assert span_of("7 September 2026 – 23 October 2026") == both
    assert span_of("2026-09-07 to 2026-10-23") == both
    assert span_of("07/09/2026") == (date(2026, 9, 7), date(2026, 9, 7))


def test_a_table_with_a_title_above_it_and_days_off_below(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Aldermoor College,,\n\n"
        "Term,Start date,End date\n"
        "Autumn term,Monday 7 September 2026,18/12/2026\n"
        '"Spring ""Gŵyl Dewi"" term & more",2027-01-04,2027-03-25\n'
        "Staff development day,17/11/2026,17/11/2026\n"
        "Good Friday (bank holiday),26/03/2027,26/03/2027\n"
        "Exam period,10/05/2027,28/05/2027\n",
    )
    assert terms(found) == [
        "Autumn term: 2026-09-07 to 2026-12-18",
        'Spring "Gŵyl Dewi" term & more: 2027-01-04 to 2027-03-25',
    ]
    assert [(c.title, c.kind) for c in found.closures] == [
        ("Staff development day", "staff development")
    ]
    assert [e.title for e in found.exams] == ["Exam period"]
    assert found.findings == []


def test_a_half_term_row_divides_its_term(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Event;From;To\nAutumn;07/09/2026;18/12/2026\n"
        "October half-term;26/10/2026;30/10/2026\n",
    )
    assert terms(found) == [
        "Autumn, first half: 2026-09-07 to 2026-10-23",
        "Autumn, second half: 2026-11-02 to 2026-12-18",
    ]
    assert found.closures == []


def test_half_term_in_columns_of_its_own(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Term\tStarts\tHalf term starts\tHalf-term ends\tEnds\n"
        "Autumn\t07/09/2026\t26/10/2026\t30/10/2026\t18/12/2026\n"
        "Spring\t04/01/2027\t15/02/2028\t19/02/2028\t25/03/2027\n",
    )
    assert len(found.terms) == 3
    assert [(f.code, f.source.place) for f in found.findings] == [("SRC507", "3")]


def test_one_cell_for_both_dates_and_numbered_halves(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Half term,Dates\n"
        "Autumn half term 1,7 September 2026 to 23 October 2026\n"
        "2nd half term,2 November 2026 to 18 December 2026\n",
    )
    assert [t.title for t in found.terms] == ["Autumn half term 1", "2nd half term"]


def test_what_is_not_plain_is_a_finding_with_its_line(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Term,Start,End\n"
        "Autumn term,07/09/2026,18/12/2026\n"
        "Spring term,04/01/27,25/03/2027\n"
        "Open evening,05/10/2026,05/10/2026\n"
        "Autumn term half-term,26/10/2026,30/10/2026\n"
        "Summer term,12/04/2027,\n"
        "Summer term,12/07/2027,12/04/2027\n"
        "Term begins,07/09/2026,07/09/2026\n"
        "Autumn half term,07/09/2026,23/10/2026\n",
    )
    assert [str(f).partition(" ")[2] for f in found.findings] == [
        "SRC501 04/01/27 is not a date such as 2026-09-07 or 07/09/2026",
        "SRC503 Open evening names no kind",
        "SRC503 Autumn term half-term may be holiday or term",
        "SRC502 Summer term has no first and last day",
        "SRC504 Summer term ends on 2027-04-12, before it starts on 2027-07-12",
        "SRC506 Term begins lasts 1 day, as no term does",
        "SRC506 Autumn half term lasts 47 days, as no holiday does",
    ]
    assert [f.source.place for f in found.findings] == list("3456789")
    assert {f.code for f in found.findings} <= set(FINDINGS)


def test_a_column_of_kinds_settles_what_a_title_leaves_open(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Name,Type,Start,End\nMichaelmas,Term,07/09/2026,18/12/2026\n"
        "Open day,College closed,05/10/2026,05/10/2026\n",
    )
    assert terms(found) == ["Michaelmas: 2026-09-07 to 2026-12-18"]
    assert found.closures[0].kind == "closure"


def test_a_file_without_headings_or_without_terms_cannot_be_used(
    tmp_path: Path,
) -> None:
    with pytest.raises(SourceError, match="no row of headings"):
        read(tmp_path, "Autumn,07/09/2026,18/12/2026\n")
    with pytest.raises(SourceError, match="SRC503 Open evening"):
        read(tmp_path, "Term,Start,End\nOpen evening,07/09/2026,18/12/2026\n")
    with pytest.raises(SourceError, match="no such file"):
        read_term_dates(tmp_path / "none.csv")


ICS = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//college//EN\r
BEGIN:VEVENT\r
UID:1\r
SUMMARY:Autumn term\\, first half\r
DTSTART;VALUE=DATE:20260907\r
DTEND;VALUE=DATE:20261024\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:2\r
SUMMARY:INSET day\r
DTSTART;TZID=Europe/London:20261117T090000\r
DTEND;TZID=Europe/London:20261117T160000\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:3\r
SUMMARY:Term meeting\r
DTSTART;VALUE=DATE:20260907\r
RRULE:FREQ=WEEKLY\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:4\r
SUMMARY:Spring term\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_a_calendar_of_outlook(tmp_path: Path) -> None:
    found = read(tmp_path, ICS, "terms.ics")
    assert terms(found) == ["Autumn term, first half: 2026-09-07 to 2026-10-23"]
    assert [(c.title, c.starts, c.ends) for c in found.closures] == [
        ("INSET day", date(2026, 11, 17), date(2026, 11, 17))
    ]
    assert [str(f) for f in found.findings] == [
        "terms.ics:event 3: SRC505 Term meeting repeats, and is passed over",
        "terms.ics:event 4: SRC502 Spring term has no first and last day",
    ]


def test_a_broken_calendar_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"broken\.ics"):
        read(tmp_path, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nnonsense\n", "broken.ics")


def test_another_programme_s_calendar_serves_too() -> None:
    found = read_term_dates(WORKED_EXAMPLE / "calendar.toml")
    assert len(found.terms) == 10
    assert [c.kind for c in found.closures] == ["staff development"] * 2
