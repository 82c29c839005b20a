"""Terms, months and weeks: headings, lists and columns that say when, not what."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from curriculum import pipeline
from curriculum.importing.dates import When, when
from curriculum.importing.opening import open_document
from curriculum.importing.terms import terms_in
from curriculum.importing.understanding import Understood, understand
from curriculum.importing.writing import write
from curriculum.model import Programme
from curriculum.starter import standard_named
from curriculum.timetable import Timetable
from foreign_layouts import Rows, table_of

TODAY = date(2026, 7, 1)
HEADS = ("Week", "Topic", "KSBs")


class Came:
    """What was understood of a file, and the programme that it became."""

    def __init__(self, path: Path) -> None:
        start = standard_named("ST0128")
        self.understood: Understood = understand(
            open_document(path), start.standard, today=TODAY
        )
        made = path.parent / "made"
        write(made, self.understood, start, first=date(2026, 9, 8), today=TODAY)
        programme = pipeline.load(made).programme
        assert programme is not None
        self.programme: Programme = programme

    @property
    def days(self) -> dict[str, str]:
        placed = Timetable.of(self.programme).by_session
        return {
            s.topic: f"{placed[s.key].starts:%d %b %Y}"
            for _, s in self.programme.sessions()
        }

    @property
    def terms(self) -> list[tuple[str, date, date]]:
        return [(t.title, t.starts, t.ends) for t in self.programme.calendar.terms]

    def said(self, code: str) -> str:
        found = self.understood.notes.findings
        return "\n".join(str(f) for f in found if f.code == code)


def word(folder: Path, *items: str | Rows) -> Came:
    """A document of paragraphs and tables."""
    path, document = folder / "scheme.docx", docx.Document()
    for item in items:
        if isinstance(item, str):
            document.add_paragraph(item)
        else:
            table_of(document, item)
    document.save(str(path))
    return Came(path)


def excel(folder: Path, rows: Rows, merged: Sequence[str] = ()) -> Came:
    path, book = folder / "plan.xlsx", Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan 2026-27"
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return Came(path)


AUTUMN = ("Autumn term 1", date(2026, 9, 7), date(2026, 10, 23))
WINTER = ("Autumn term 2", date(2026, 11, 2), date(2026, 12, 18))


def test_headings_of_terms_give_the_calendar_and_the_weeks_under_them(
    tmp_path: Path,
) -> None:
    came = word(
        tmp_path,
        "Autumn term 1: 7 September – 23 October 2026",
        [HEADS, ("1", "Intro", "K1"), ("2", "Roles", "K2")],
        "Autumn term 2: 2 November – 18 December 2026",
        [HEADS, ("1", "Code", "S1"), ("2", "Review", "S2")],
    )
    assert came.terms == [AUTUMN, WINTER]
    assert came.days == {
        "Intro": "07 Sep 2026",
        "Roles": "14 Sep 2026",
        "Code": "02 Nov 2026",
        "Review": "09 Nov 2026",
    }
    said = came.said("IMP106")
    assert "paragraph 1: IMP106 Autumn term 1 is read as the term from" in said
    assert "2 sessions without a date; weeks are counted from 2026-11-02" in said


def test_rows_that_head_terms_count_weeks_over_a_half_term(tmp_path: Path) -> None:
    wide = ["<"] * 2
    came = word(
        tmp_path,
        [
            HEADS,
            ("Autumn term: 7 September – 18 December 2026", *wide),
            ("1", "Intro", "K1"),
            ("Half term: 14 to 18 September", *wide),
            ("2", "Code", "S1"),
        ],
    )
    assert came.days == {"Intro": "07 Sep 2026", "Code": "21 Sep 2026"}
    assert came.terms == [("Autumn term", date(2026, 9, 7), date(2026, 12, 18))]


def test_a_header_block_that_lists_terms_and_days_off(tmp_path: Path) -> None:
    came = word(
        tmp_path,
        [
            ("Course", "Music"),
            (
                "Term Dates for learners",
                "Autumn 1: 7 Sep - 18 Sep 2020\nAutumn 2: 5 Oct - 16 Oct 2020",
            ),
            ("Staff Development / Moderation days", "6 October 2020"),
            ("Bank Holidays 2020/21", "25 December 2020"),
        ],
        [
            ("Week", "Topic", "Learning and Teaching activity"),
            *((str(n), f"Topic {n}", "Do") for n in (1, 2, 3)),
        ],
    )
    assert list(came.days.values()) == ["07 Sep 2020", "14 Sep 2020", "05 Oct 2020"]
    assert [t[0] for t in came.terms] == ["Autumn 1", "Autumn 2"]
    (closed,) = came.programme.calendar.closures
    assert (closed.starts, closed.kind.value) == (
        date(2020, 10, 6),
        "staff development",
    )


def test_a_session_outside_the_terms_is_told(tmp_path: Path) -> None:
    came = word(
        tmp_path,
        "Term 1: 7 September to 23 October 2026",
        [("Date", "Topic", "KSBs"), ("30/10/2026", "Late", "K1")],
    )
    assert came.terms == []
    assert "a session on 2026-10-30 lies outside the terms" in came.said("IMP113")


def test_weeks_that_begin_anew_in_each_term_follow_each_other(tmp_path: Path) -> None:
    came = word(
        tmp_path,
        "Autumn term",
        [HEADS, ("1", "A", "K1"), ("2", "B", "K2")],
        "Spring term",
        [HEADS, ("1", "C", "K3"), ("2", "D", "K4")],
    )
    days = ["08 Sep 2026", "15 Sep 2026", "22 Sep 2026", "29 Sep 2026"]
    assert list(came.days.values()) == days


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Term 1 (07/09/26 to 18/12/26)", "Term 1"),
        ("HT1 7 Sept - 23 Oct 2026", "HT1"),
        ("Half term 2: 2 Nov – 18 Dec 2026", "Half term 2"),
        ("Autumn 7 Sept to 18 Dec 2026 (half term 26-30 Oct)", "Autumn"),
        ("Half term 26 - 30 October 2026", None),
        ("Autumn half term: 26 Oct to 30 Oct 2026", None),
        ("Christmas holiday after the autumn term 21 Dec - 1 Jan", None),
        ("Autumn term 2026", None),
        ("Project from 7 Sept to 23 Oct", None),
        ("Summer project: 7 June – 25 June 2027", None),
        ("Autumn term, week 1: 7–11 September 2026", None),
    ],
)
def test_what_is_a_term(text: str, title: str | None) -> None:
    assert [t.title for t in terms_in(text, "here")] == ([title] if title else [])


def test_months_beside_ksbs_are_no_modules(tmp_path: Path) -> None:
    rows = [("KSB", "September", "October"), ("K1", "x", ""), ("K2", "", "x")]
    came = excel(tmp_path, [*rows, ("S1", "x", "x")])
    (module,) = came.programme.modules
    assert "September" not in module.title
    assert list(came.days.values()) == ["07 Sep 2026", "05 Oct 2026"]
    marks = [[k.item for k in s.teaches] for s in module.sessions]
    assert marks == [["K1", "S1"], ["K2", "S1"]]
    assert "Plan 2026-27!B1: IMP111 September is a month" in came.said("IMP111")
    assert "1 session of October 2026, of which the source gives no day" in came.said(
        "IMP106"
    )


def test_months_beside_modules_are_kept_and_told(tmp_path: Path) -> None:
    rows = [
        ("KSB", "Unit 1", "Unit 2", "Sep", "Oct"),
        ("K1", "x", "", "x", ""),
        ("K2", "", "x", "", "x"),
        ("S1", "x", "x", "", "x"),
    ]
    came = excel(tmp_path, rows)
    assert [m.title for m in came.programme.modules] == ["Unit 1", "Unit 2"]
    assert "E1: IMP103 the column Oct is a time" in came.said("IMP103")
    kept = {k.heading: k.text for k in came.understood.notes.kept}
    assert kept["Oct"] == "K2, S1"


def test_first_days_of_months_in_excel_are_months(tmp_path: Path) -> None:
    months = [date(2026, month, 1) for month in (9, 10, 11)]
    rows = [("KSB", *months), ("K1", "x"), ("K2", "", "x"), ("S1", "", "", "x")]
    came = excel(tmp_path, rows)
    topics = [topic.removeprefix("TO WRITE: what is taught: ") for topic in came.days]
    assert topics == ["September 2026", "October 2026", "November 2026"]


@pytest.mark.parametrize(
    ("numbers", "days"),
    [
        ((7, 14, 21, 28, 5, 12), ["07 Sep 2026", "14 Sep 2026", "05 Oct 2026"]),
        ((1, 2, 3, 4, 1, 2), ["07 Sep 2026", "21 Sep 2026", "05 Oct 2026"]),
        ((1, 2, 3, 4, 5, 6), ["08 Sep 2026", "15 Sep 2026", "22 Sep 2026"]),
    ],
)
def test_a_plan_with_months_over_days_or_weeks(
    numbers: tuple[int, ...], days: list[str], tmp_path: Path
) -> None:
    rows = [
        ("Unit", "Topic", "September", *[None] * 3, "October", None),
        (None, None, *numbers),
        ("1", "Programming", "Loops", "Lists"),
        ("2", "Web pages", *[None] * 4, "Forms"),
    ]
    came = excel(tmp_path, rows, ["C1:F1"])
    assert [m.title for m in came.programme.modules] == ["Programming", "Web pages"]
    assert list(came.days.values()) == days
    assert list(came.days)[2] == "Forms"


def test_a_plan_marks_its_half_term(tmp_path: Path) -> None:
    rows = [
        ("Unit", "7 Sep", "14 Sep", "21 Sep"),
        ("Programming", "Loops", "HT", "Lists"),
        ("Web pages", "", "HT", "HTML"),
    ]
    came = excel(tmp_path, rows)
    topics = [s.topic for s in came.understood.reading.sessions]
    assert topics == ["Loops", "Lists", "HTML"]
    assert "C2: IMP104 the cell is read as days without teaching: HT" in came.said(
        "IMP104"
    )


def test_months_down_the_side_hold_their_sessions(tmp_path: Path) -> None:
    rows = [
        ("Month", "Topic", "KSBs"),
        ("September 2026", "Intro", "K1"),
        (None, "Roles", "K2"),
        ("October 2026", "Code", "S1"),
    ]
    came = word(tmp_path, rows)
    days = ["07 Sep 2026", "21 Sep 2026", "05 Oct 2026"]
    assert list(came.days.values()) == days


def test_a_row_of_two_weeks_keeps_both(tmp_path: Path) -> None:
    rows = [
        ("Week", "Date", "Topic"),
        ("1-2", "07/09/26", "Project"),
        ("3", "21/09/26", "Demo"),
    ]
    came = word(tmp_path, rows)
    assert came.days == {"Project": "07 Sep 2026", "Demo": "21 Sep 2026"}
    assert came.programme.calendar.closures == ()
    assert "weeks 1 to 2 are one session" in came.said("IMP106")


def test_rows_of_many_weeks_fill_the_time_between_holidays(tmp_path: Path) -> None:
    rows = [
        ("Weeks", "Dates", "Topic"),
        ("1 - 2", "7 Sep - 18 Sep", "Intro"),
        ("3 - 7", "21 Sep – 23 Oct", "Coding"),
        ("HT", "26–30 Oct", "Half Term"),
        ("8 - 9", "2 Nov – 13 Nov", "Project"),
    ]
    came = word(tmp_path, rows)
    days = ["07 Sep 2026", "21 Sep 2026", "02 Nov 2026"]
    assert list(came.days.values()) == days
    (closed,) = came.programme.calendar.closures
    assert (closed.title, closed.starts) == ("Half Term", date(2026, 10, 26))
    assert "from the weekdays that fit it" in came.said("IMP106")


def test_one_american_date_turns_the_doubtful_ones(tmp_path: Path) -> None:
    rows = [("Date", "Topic", "Activities"), ("9/8/2026", "One", "a b")]
    came = word(tmp_path, [*rows, ("9/15/2026", "Two", "a b")])
    assert came.days == {"One": "08 Sep 2026", "Two": "15 Sep 2026"}
    assert "the month is read first in 9/8, as in 9/15" in came.said("IMP106")


@pytest.mark.parametrize(
    ("text", "week", "last"),
    [
        ("Wk1", 1, None),
        ("Week 1-2", 1, 2),
        ("Week 1/2", 1, 2),
        ("Weeks 3 + 4", 3, 4),
        ("W12", 12, None),
        ("Week 14/9", None, None),
    ],
)
def test_weeks_as_people_write_them(text: str, week: int | None, last: int) -> None:
    said = when(text)
    assert (said.week, said.last_week) == (week, last)


def test_a_month_alone_is_no_day() -> None:
    assert when("Sept 26") != when("Sep-26")
    assert when("Sep-26").month
    assert not when("September is busy").month
    assert when("") == When()


def test_the_last_day_of_a_stretch_gives_its_year() -> None:
    said = when("14 December – 8 January 2027")
    assert said.first
    assert said.first.year == 2026
