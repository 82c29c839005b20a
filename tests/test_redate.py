"""A programme laid out for a new year, and back."""

import shutil
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.calendars.moves import redated, with_terms
from curriculum.calendars.redating import Redating, redate, with_college
from curriculum.calendars.term_dates import Span, TermDates
from curriculum.calendars.toml_changes import rewritten
from curriculum.findings import SourceError
from curriculum.paths import WORKED_EXAMPLE
from curriculum.readers.programme import TomlFile
from curriculum.starter import standard_named, write_folder
from curriculum.term_weeks import TermWeeks, moving
from notation import programme

NEXT_YEAR = date(2027, 9, 6)
CALENDAR = """# The college's own calendar
starts = 2026-09-08   # a Tuesday
ends = 2027-03-26
bank_holidays = ""

[[terms]]
title = "Autumn 2026"     # before Christmas
starts = 2026-09-07
ends = 2026-12-18

# After Christmas
[[terms]]
title = "Spring 2026/27"
starts = 2027-01-04
ends = 2027-03-25

[[closures]]
title = "Staff day"
date = 2026-11-17
kind = "staff development"

[[bank_holiday_overrides]]
date = 2026-10-05
title = "Coronation"

[[delivery]]
day = "Tuesday"
hours = 6
"""
MODULE = """key = "M01"
title = "Loops"
[[sessions]]
key = "M01.01"
topic = "Trace a loop"
hours = 6
[sessions.teaches.ST0128]
K1 = "taught"
[[sessions]]
key = "M01.02"
topic = "Write a loop"
hours = {hours}
[sessions.teaches.ST0128]
K2 = "taught"
"""
ASSESSMENTS = """[[assessments]]
key = "A01"
title = "Trace & write <loops> 🐍"
purpose = "summative"
hand_out = 2026-10-06
hand_in = 2026-11-10  # second week after half-term
[assessments.assesses.ST0128]
K1 = "assessed"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small programme whose files hold comments."""
    path = tmp_path / "programme"
    standard = standard_named("ST0128")
    write_folder(path, standard, starts=date(2026, 9, 8), today=date(2026, 6, 1))
    for old in (path / "modules").iterdir():
        old.unlink()
    write(path, "calendar.toml", CALENDAR)
    write(path, "modules/M01.toml", MODULE.format(hours=6))
    write(path, "assessments.toml", ASSESSMENTS)
    return path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_bytes(text.encode("utf-8"))


def put(folder: Path, redating: Redating) -> None:
    for name, content in redating.texts(folder).items():
        (folder / name).write_bytes(content)


def college(*terms: tuple[str, date, date]) -> TermDates:
    return TermDates("college.csv", terms=[Span(*term) for term in terms])


def moved(redating: Redating) -> list[str]:
    return [str(one) for one in redating.moved]


def test_every_date_moves_by_whole_weeks_and_the_first_day_is_as_asked(
    folder: Path,
) -> None:
    assert moved(redate(folder, NEXT_YEAR)) == [
        "starts: Tue 2026-09-08 becomes Mon 2027-09-06",
        "ends: Fri 2027-03-26 becomes Fri 2028-03-24",
        "Autumn 2026 starts: Mon 2026-09-07 becomes Mon 2027-09-06",
        "Autumn 2026 ends: Fri 2026-12-18 becomes Fri 2027-12-17",
        "Spring 2026/27 starts: Mon 2027-01-04 becomes Mon 2028-01-03",
        "Spring 2026/27 ends: Thu 2027-03-25 becomes Thu 2028-03-23",
        "Staff day date: Tue 2026-11-17 becomes Tue 2027-11-16",
        "A01 hand_out: Tue 2026-10-06 becomes Tue 2027-10-05",
        "A01 hand_in: Tue 2026-11-10 becomes Tue 2027-11-09",
        "end_point gateway: Wed 2028-03-08 becomes Wed 2029-03-07",
    ]


def test_titles_of_terms_go_on_by_a_year_and_comments_stay(folder: Path) -> None:
    put(folder, redate(folder, NEXT_YEAR))
    text = (folder / "calendar.toml").read_text("utf-8")
    assert 'title = "Autumn 2027"     # before Christmas\n' in text
    assert 'title = "Spring 2027/28"\n' in text
    assert text.startswith("# The college's own calendar\nstarts = 2027-09-06   # a T")
    assert "# After Christmas\n[[terms]]\n" in text
    assert "2027-11-09  # second week after half-term" in (
        folder / "assessments.toml"
    ).read_text("utf-8")


def test_a_correction_of_a_bank_holiday_is_of_its_day_and_stays(folder: Path) -> None:
    put(folder, redate(folder, NEXT_YEAR))
    assert "date = 2026-10-05" in (folder / "calendar.toml").read_text("utf-8")


def test_nothing_is_written_by_looking(folder: Path) -> None:
    before = {p: p.read_bytes() for p in folder.rglob("*.toml")}
    redate(folder, NEXT_YEAR)
    assert {p: p.read_bytes() for p in folder.rglob("*.toml")} == before


def test_the_same_start_changes_nothing(folder: Path) -> None:
    assert redate(folder, date(2026, 9, 8)).files == {}


def test_the_worked_example_there_and_back_is_the_same_to_the_byte(
    tmp_path: Path,
) -> None:
    there = tmp_path / "there"
    shutil.copytree(WORKED_EXAMPLE, there)
    redating = redate(there, NEXT_YEAR)
    assert redating.weeks == 52
    assert not redating.fell_off
    put(there, redating)
    put(there, redate(there, date(2026, 9, 8)))
    same = {p.relative_to(there): p.read_bytes() for p in there.rglob("*.toml")}
    assert same == {
        p.relative_to(WORKED_EXAMPLE): p.read_bytes()
        for p in WORKED_EXAMPLE.rglob("*.toml")
    }


def test_sessions_that_no_longer_fit_are_named_with_what_loses_cover(
    folder: Path,
) -> None:
    short = college(
        ("Short term", date(2027, 9, 6), date(2027, 9, 10)),
        ("One Monday", date(2028, 1, 3), date(2028, 1, 3)),
    )
    redating = redate(folder, NEXT_YEAR, short)
    assert redating.fell_off == ["M01.02"]
    assert "ST0128 K2 is no longer taught" in map(str, redating.lost)
    assert "HRS104" in {f.code for f in redating.found}


def test_an_assessment_that_lands_in_a_holiday_is_found(folder: Path) -> None:
    # Where the old year had a week of term, the college has a bank holiday.
    text = CALENDAR.replace('bank_holidays = ""', 'bank_holidays = "GB-ENG"')
    text = text.replace("2027-03-25", "2027-05-28").replace("2027-03-26", "2027-05-28")
    write(folder, "calendar.toml", text)
    write(folder, "assessments.toml", ASSESSMENTS.replace("2026-11-10", "2027-04-26"))
    assert redate(folder, NEXT_YEAR).in_holiday == []
    write(folder, "assessments.toml", ASSESSMENTS.replace("2026-11-10", "2027-04-16"))
    [found] = redate(folder, NEXT_YEAR).in_holiday
    assert "A01 is handed in on 2028-04-14, bank holiday" in found.message


def test_dates_keep_their_teaching_week_in_the_college_s_own_terms(
    folder: Path,
) -> None:
    terms = college(
        ("Autumn, first half", date(2027, 9, 13), date(2027, 10, 22)),
        ("Autumn, second half", date(2027, 11, 1), date(2027, 12, 17)),
    )
    redating = redate(folder, date(2027, 9, 14), terms)
    days = {a.key: a.hand_in for a in redating.after.programme.assessments}
    # The tenth week of teaching, which half-term pushes back by one.
    assert days["A01"] == date(2027, 11, 23)
    assert [t.title for t in redating.after.programme.calendar.terms] == [
        "Autumn, first half",
        "Autumn, second half",
        "Spring 2027/28",
    ]


def test_a_college_s_terms_can_be_taken_without_moving_anything_else(
    folder: Path,
) -> None:
    terms = college(("Autumn, long", date(2026, 9, 7), date(2026, 12, 22)))
    redating = with_college(folder, terms)
    assert set(redating.files) == {"calendar.toml"}
    put(folder, redating)
    after = with_college(folder, terms)
    assert after.files == {}
    titles = [t.title for t in after.after.programme.calendar.terms]
    assert titles == ["Autumn, long", "Spring 2026/27"]


def test_days_off_of_the_college_replace_those_of_its_years_only(
    folder: Path,
) -> None:
    terms = college(("Autumn", date(2026, 9, 7), date(2026, 12, 18)))
    off = Span("Inset", date(2026, 10, 2), date(2026, 10, 2), "staff development")
    terms.closures.append(off)
    closures = with_college(folder, terms).after.programme.calendar.closures
    assert [c.title for c in closures] == ["Inset"]


def test_texts_that_name_a_year_are_left_to_a_person(folder: Path) -> None:
    path = folder / "programme.toml"
    text = path.read_text("utf-8")
    assert "2026" in text
    told = redate(folder, NEXT_YEAR).dated_texts
    assert any("names 2026 and stays as it is" in line for line in told)


def test_a_group_s_own_dates_and_stretches_move_too(folder: Path) -> None:
    extra = """
[[exams]]
title = "Papers"
starts = 2027-02-01
ends = 2027-02-12
[[groups]]
title = "Late"
starts = 2026-10-06
[[groups.blocks]]
title = "Block"
date = 2026-10-13
"""
    write(folder, "calendar.toml", CALENDAR + extra)
    told = moved(redate(folder, NEXT_YEAR))
    assert "Papers ends: Fri 2027-02-12 becomes Fri 2028-02-11" in told
    assert "Late starts: Tue 2026-10-06 becomes Tue 2027-10-05" in told
    assert "Late Block date: Tue 2026-10-13 becomes Tue 2027-10-12" in told


def test_a_folder_without_a_calendar_says_so(folder: Path) -> None:
    (folder / "calendar.toml").unlink()
    with pytest.raises(SourceError):
        redate(folder, NEXT_YEAR)


def test_dates_in_quotes_move_and_stay_in_quotes(folder: Path) -> None:
    quoted = CALENDAR.replace("starts = 2026-09-07", 'starts = "2026-09-07"')
    write(folder, "calendar.toml", quoted.replace("2026-12-18", "2026-12-18T00:00:00"))
    redating = redate(folder, NEXT_YEAR)
    assert "Autumn 2026 starts: Mon 2026-09-07 becomes Mon 2027-09-06" in (
        moved(redating)
    )
    put(folder, redating)
    text = (folder / "calendar.toml").read_text("utf-8")
    assert 'starts = "2027-09-06"' in text
    assert "2027-12-17T00:00:00" in text


@pytest.mark.parametrize("start", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_time_are_no_accident(folder: Path, start: date) -> None:
    redating = redate(folder, start)
    assert redating.after.programme.calendar.starts == start
    assert redating.texts(folder)


# Laws.

DAYS = st.dates(date(2025, 1, 1), date(2031, 12, 31))
SPANS = st.tuples(DAYS, st.integers(0, 100)).map(
    lambda drawn: (drawn[0], drawn[0] + timedelta(days=drawn[1]))
)


def tables(first: date, last: date, terms: list[tuple[date, date]]) -> dict[str, Any]:
    return {
        "starts": first,
        "ends": last,
        "terms": [
            {
                "title": f"Term {n}, {s.year}/{(s.year + 1) % 100:02}",
                "starts": s,
                "ends": e,
            }
            for n, (s, e) in enumerate(terms)
        ],
        "closures": [{"title": "Off 2026", "date": s} for s, _ in terms],
        "delivery": [{"day": "Tuesday", "hours": 6}],
    }


def there(files: list[TomlFile], start: date) -> list[TomlFile]:
    made = redated(files, start, None)
    return [TomlFile(f.name, f.text, made.get(f.name, f.tables)) for f in files]


@given(DAYS, st.integers(0, 900), st.lists(SPANS, max_size=6), st.lists(DAYS), DAYS)
@settings(deadline=None)
def test_there_and_back_is_the_identity(
    first: date,
    length: int,
    terms: list[tuple[date, date]],
    days: list[date],
    start: date,
) -> None:
    calendar = tables(first, first + timedelta(days=length), terms)
    assessments = {"assessments": [{"key": "A", "hand_in": day} for day in days]}
    files = [
        TomlFile("calendar.toml", "", calendar),
        TomlFile("assessments.toml", "", assessments),
    ]
    back = there(there(files, start), first)
    assert [file.tables for file in back] == [calendar, assessments]


@given(DAYS, st.lists(SPANS, min_size=1, max_size=6), SPANS)
def test_a_day_in_term_keeps_its_teaching_week_in_any_calendar(
    day: date, terms: list[tuple[date, date]], other: tuple[date, date]
) -> None:
    def calendar(spans: list[tuple[date, date]]) -> Any:  # noqa: ANN401 (the notation's)
        lines = [f"term T{n} {s} to {e}" for n, (s, e) in enumerate(spans)]
        first = min(s for s, _ in spans)
        said = "\n".join([f"from {first} to {first}", *lines])
        return programme(said).calendar

    old, new = calendar(terms), calendar([other])
    move, back = moving(old, new), moving(new, old)
    weeks, others = TermWeeks.of(old), TermWeeks.of(new)
    if weeks.holds(day) and others.holds(move(day)):
        assert weeks.place(day) == others.place(move(day))
        assert move(day).weekday() == day.weekday()
        assert back(move(day)) == day


@given(st.lists(SPANS, max_size=5), st.lists(SPANS, min_size=1, max_size=5))
def test_what_is_written_says_what_was_meant(
    before: list[tuple[date, date]], after: list[tuple[date, date]]
) -> None:
    lines = ["starts = 2026-09-08 # first", "ends = 2027-07-09"]
    for n, (s, e) in enumerate(before):
        lines += ["", f"# term {n}", "[[terms]]", f'title = "T{n}"']
        lines += [f"starts = {s}", f"ends = {e}"]
    text = "\n".join([*lines, "", "[[delivery]]", 'day = "Monday"', "hours = 6", ""])

    file = TomlFile("calendar.toml", text, tomllib.loads(text))
    terms = college(*((f"N{n} & <x> ą", s, e) for n, (s, e) in enumerate(after)))
    wanted = with_terms(file, terms)["calendar.toml"]
    made = rewritten("calendar.toml", text, file.tables, wanted)
    assert tomllib.loads(made) == wanted
    assert made.startswith("starts = 2026-09-08 # first\n")
