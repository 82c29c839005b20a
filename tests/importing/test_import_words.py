"""Dates, codes, marks, hours and headings as people write them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.importing.codes import codes_in, leading_code, only_code
from curriculum.importing.dates import Day, When, Years, academic_year, when
from curriculum.importing.headings import known, take
from curriculum.importing.marks import Mark, convention, legend_of
from curriculum.importing.sessions import hours_of
from curriculum.model import Depth, Purpose

ITEMS = [*(f"K{n}" for n in range(1, 26)), *(f"S{n}" for n in range(1, 33)), "B1"]
YEAR = 2026


def first(text: str) -> tuple[int, int, int | None]:
    day = when(text).first
    assert day is not None
    return day.day, day.month, day.year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Week commencing 7th Sept", (7, 9, None)),
        ("w/c 07/09/2026", (7, 9, 2026)),
        ("W.B. 14.09.26", (14, 9, 2026)),
        ("Tue 8 Sep 2026\n09:30\nw/c 7 Sep 2026", (8, 9, 2026)),
        ("9/9/2019", (9, 9, 2019)),
        ("21/9", (21, 9, None)),
        ("2026-09-08", (8, 9, 2026)),
        ("Sept 21", (21, 9, None)),
        ("1st of October '26", (1, 10, 2026)),
        ("8 Medi 2026", (8, 9, 2026)),
        ("Monday 31 May 2027 to Friday 4 June 2027", (31, 5, 2027)),
    ],
)
def test_a_day_in_words(text: str, day: tuple[int, int, int | None]) -> None:
    assert first(text) == day


@pytest.mark.parametrize("text", ["3.5", "1.2", "Unit 1-2", "K1/2 hrs", "32/13", "50%"])
def test_what_is_no_day(text: str) -> None:
    assert when(text).first is None


def test_month_first_is_known_by_a_day_beyond_twelve() -> None:
    day = when("09/15/2026").first
    assert day
    assert (day.day, day.month, day.american) == (15, 9, True)


def test_a_short_range_has_two_ends() -> None:
    said = when("26-30 Oct")
    assert said.first
    assert said.last
    assert (said.first.day, said.last.day, said.last.month) == (26, 30, 10)


@pytest.mark.parametrize(
    ("text", "week", "last"),
    [
        ("Wk 3", 3, None),
        ("Week one", 1, None),
        ("3", 3, None),
        ("1-2", 1, 2),
        ("Weeks 4 to 6", 4, 6),
        ("Wythnos 2", 2, None),
        ("Induction", None, None),
        ("1\n9/9", 1, None),
    ],
)
def test_a_week_in_words(text: str, week: int | None, last: int | None) -> None:
    said = when(text, bare_week=True)
    assert (said.week, said.last_week) == (week, last)


def test_a_week_is_not_a_day_but_its_beginning() -> None:
    assert when("Week commencing 7th Sept").monday
    assert not when("Tue 8 Sep 2026 w/c 7 Sep 2026").monday


def test_a_time_beside_a_day() -> None:
    assert when("Tue 8 Sep 2026 1.30pm").at == time(13, 30)
    assert when("8 Sep, 09:30-12:30").at == time(9, 30)


def test_years_go_on_over_the_winter() -> None:
    years = Years(YEAR)
    days = [Day(28, 9), Day(14, 12), Day(4, 1), Day(21, 6), Day(7, 9)]
    assert [years.resolve(day)[0] for day in days] == [
        date(2026, 9, 28),
        date(2026, 12, 14),
        date(2027, 1, 4),
        date(2027, 6, 21),
        date(2027, 9, 7),
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Scheme of Learning 2020/2021", 2020),
        ("BTEC 2020-21", 2020),
        ("starts January 2027", 2026),
        ("9/9/2019 to 5/5/2020", 2019),
        ("Room 2024", None),
        ("2019/24", None),
    ],
)
def test_the_academic_year_of_a_text(text: str, year: int | None) -> None:
    assert academic_year(text) == year


@given(st.text(max_size=60))
def test_any_text_is_read_as_some_time_or_none(text: str) -> None:
    assert isinstance(when(text, bare_week=True), When)
    academic_year(text)
    hours = hours_of(text)
    assert hours is None or 0 < hours <= 100


@given(st.dates(date(2020, 1, 1), date(2039, 12, 31)))
def test_a_printed_date_is_read_as_itself(day: date) -> None:
    printed = (
        f"{day.day} {day:%B %Y}",
        f"{day:%d/%m/%Y}",
        f"{day:%a} {day.day} {day:%b %Y}",
    )
    assert [first(text) for text in printed] == [(day.day, day.month, day.year)] * 3


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("K1-K4, S2/S3, k7", "K1 K2 K3 K4 S2 S3 K7"),
        ("K1 to K3; S1, 2, 3", "K1 K2 K3 S1 S2 S3"),
        ("K 5 and B 1", "K5 B1"),
        ("K01–03", "K1 K2 K3"),
        ("ISO 9001, A1, XK3", ""),
        ("Links to K1.", "K1"),
        ("None", ""),
    ],
)
def test_codes_in_free_text(text: str, keys: str) -> None:
    assert list(codes_in(text, ITEMS).marks) == keys.split()


def test_a_letter_after_a_code_is_its_depth() -> None:
    marks = codes_in("K2\u00a0I, K3 (D), S1 M; S4 a bit", ITEMS).marks
    assert {k: m.depth for k, m in marks.items()} == {
        "K2": Depth.INTRODUCED,
        "K3": Depth.DEVELOPED,
        "S1": Depth.MASTERED,
        "S4": Depth.TAUGHT,
    }


def test_what_is_doubtful_of_codes_is_told() -> None:
    codes = codes_in("K24-K27 and some more", ITEMS)
    assert codes.unknown == ["K26", "K27"]
    assert codes.inferred == ["K24-K27 is read as K24, K25, K26, K27"]
    assert codes.rest == "some more"


def test_a_row_is_about_the_code_that_it_begins_with() -> None:
    assert leading_code("K1: Fundamentals") == "K1"
    assert leading_code("Knowledge 3 – roles") == "K3"
    assert leading_code("Skills") == ""
    assert only_code("K1, K2, K3") == ""
    assert only_code("s07") == "S7"


@pytest.mark.parametrize(
    ("cells", "text", "mark"),
    [
        (["x"], "X", Mark(Depth.TAUGHT)),
        (["✓", "●"], "●", Mark(Depth.TAUGHT)),
        (["I", "D", "M"], "D", Mark(Depth.DEVELOPED)),
        (["I", "R", "M", "A"], "r", Mark(Depth.DEVELOPED)),
        (["T", "A"], "T/A", Mark(Depth.TAUGHT, Purpose.SUMMATIVE)),
        (["T", "A"], "TA", Mark(Depth.TAUGHT, Purpose.SUMMATIVE)),
        (["F", "S"], "F", Mark(assessed=Purpose.FORMATIVE)),
        (["I", "D"], "Z", None),
        (["I", "D"], "seen in week 3", None),
    ],
)
def test_a_cell_is_read_by_the_convention_of_its_grid(
    cells: list[str], text: str, mark: Mark | None
) -> None:
    assert convention(cells, [], {}).read(text) == mark


def test_a_legend_overrules_the_usual_meaning() -> None:
    told = convention(["D", "A"], ["D = introduced; A - achieved"], {})
    assert told.read("D") == Mark(Depth.INTRODUCED)
    assert told.read("A") == Mark(Depth.MASTERED)
    assert told.said == "its legend"
    assert legend_of(["I = Introduced"]) == {"i": Mark(Depth.INTRODUCED)}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3", 3),
        ("1.5 hrs", 1.5),
        ("90 mins", 1.5),
        ("2h 30m", 2.5),
        ("2 hours 15 minutes", 2.25),
        ("09:30-12:30", 3),
        ("01:30", 1.5),
        ("1½ hours", 1.5),
        ("2,5", 2.5),
        ("none", None),
        ("0", None),
        ("1000", None),
    ],
)
def test_hours_in_words(text: str, hours: float | None) -> None:
    assert hours_of(text) == hours


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Wk", "week"),
        ("Date (Week commencing)", "date"),
        ("ASSIGNMENT Hand out and in dates (if applicable)", "events"),
        ("Teaching & Learning Strategies", "activities"),
        ("Room & Resource Requirement", "resources"),
        ("Maths/English/ICT/ and E&D signposting", "wider"),
        ("Curriculum/Content", "topic"),
        ("Homework or flipped learning resources", "homework"),
        ("Skills check ref", "keep"),
        ("Week 1", ""),
        ("Zzz", ""),
    ],
)
def test_a_heading_is_taken_for_a_field(heading: str, field: str) -> None:
    assert take(heading).field == field


def test_no_phrase_of_a_heading_stands_for_two_fields() -> None:
    for family in ("fields", "facts"):
        phrases = [p for e in known()[family].values() for p in e["phrases"]]
        assert [p for p in phrases if phrases.count(p) > 1] == []
