"""Half-terms, nations, blocks, workplaces, exams: the calendars that colleges have."""

from datetime import date, time

import pytest

from curriculum.days import DayOffKind
from curriculum.placement import PlacementTime, placement
from curriculum.timetable import Part, Timetable
from notation import programme

SIX_HALF_TERMS = """
    from 2026-09-07 to 2027-07-16
    term Autumn, first half 2026-09-07 to 2026-10-23
    term Autumn, second half 2026-11-02 to 2026-12-18
    term Spring, first half 2027-01-04 to 2027-02-12
    term Spring, second half 2027-02-22 to 2027-03-25
    term Summer, first half 2027-04-12 to 2027-05-28
    term Summer, second half 2027-06-07 to 2027-07-16
    on Monday for 6 hours
"""


def laid(text: str) -> Timetable:
    return Timetable.of(programme(text))


def days(timetable: Timetable) -> list[str]:
    return [str(p.starts) for p in timetable.placements]


def test_a_year_of_six_half_terms_has_its_weeks_counted_through() -> None:
    timetable = laid(f"{SIX_HALF_TERMS}\nbank holidays GB-ENG\nM1.01 lasts 6 hours")
    weeks = [
        (term.title, [w.number for w in timetable.weeks if w.term is term and w.number])
        for term in timetable.days.terms
    ]
    assert [(title, held[0], held[-1]) for title, held in weeks] == [
        ("Autumn, first half", 1, 7),
        ("Autumn, second half", 8, 14),
        ("Spring, first half", 15, 20),
        ("Spring, second half", 21, 25),
        ("Summer, first half", 26, 31),
        ("Summer, second half", 32, 37),
    ]


@pytest.mark.parametrize(
    ("division", "day", "title"),
    [
        ("GB-ENG", "2027-08-30", "Late Summer Bank Holiday"),
        ("GB-WLS", "2027-03-29", "Easter Monday"),
        ("GB-SCT", "2027-11-30", "Saint Andrew's Day"),
        ("GB-NIR", "2027-03-17", "Saint Patrick's Day"),
    ],
)
def test_each_nation_rests_on_its_own_days(division: str, day: str, title: str) -> None:
    timetable = laid(f"from 2026-09-07 to 2027-12-17\nbank holidays {division}")
    off = timetable.day_off(date.fromisoformat(day))
    assert off is not None
    assert off[0] is DayOffKind.BANK_HOLIDAY
    assert title in off[1]


@pytest.mark.parametrize(
    ("division", "taught"),
    [
        ("GB-ENG", ["2027-03-15", "2027-03-22", "2027-04-05"]),
        ("GB-WLS", ["2027-03-15", "2027-03-22", "2027-04-05"]),
        ("GB-SCT", ["2027-03-15", "2027-03-22", "2027-03-29"]),
        ("GB-NIR", ["2027-03-15", "2027-03-22", "2027-04-05"]),
    ],
)
def test_scotland_teaches_on_easter_monday(division: str, taught: list[str]) -> None:
    timetable = laid(f"""
        from 2027-03-15 to 2027-05-28
        bank holidays {division}
        M1.01 lasts 6 hours
        M1.02 lasts 6 hours
        M1.03 lasts 6 hours
    """)
    assert days(timetable) == taught


def test_block_release_is_taught_in_its_blocks_only() -> None:
    timetable = laid("""
        from 2026-09-07 to 2027-07-09
        block 2026-09-14 to 2026-09-18 First block
        block 2027-02-01 to 2027-02-05 Second block
        on Monday for 6 hours
        on Friday for 6 hours
        M1.01 lasts 12 hours
        M1.02 lasts 6 hours
        M1.03 lasts 9 hours
    """)
    assert days(timetable) == ["2026-09-14", "2027-02-01"]
    assert timetable.delivery_weeks == 2
    assert timetable.slot_hours == 24
    assert [session.key for _, session in timetable.unplaced] == ["M1.03"]


def test_days_between_blocks_are_not_told_as_days_off_and_people_work() -> None:
    timetable = laid("block 2026-09-14 to 2026-09-18\nbank holidays GB-ENG")
    told = {kind for week in timetable.weeks for _, kind, _ in week.days_off}
    assert told == {DayOffKind.BANK_HOLIDAY}
    assert timetable.day_off(date(2026, 10, 5)) is None


def test_workplace_weeks_are_not_taught_and_are_told() -> None:
    timetable = laid("""
        workplace 2026-09-14 to 2026-09-27 At the employer
        M1.01 lasts 6 hours
        M1.02 lasts 6 hours
    """)
    assert days(timetable) == ["2026-09-07", "2026-09-28"]
    assert timetable.weeks[1].days_off == (
        (date(2026, 9, 14), DayOffKind.WORKPLACE, "At the employer"),
    )
    assert timetable.day_off(date(2026, 9, 14)) is None


def test_work_can_be_handed_in_from_the_workplace_but_not_in_a_holiday() -> None:
    timetable = laid(f"{SIX_HALF_TERMS}\nworkplace 2026-10-19 to 2026-10-30")
    assert timetable.day_off(date(2026, 10, 20)) is None
    assert timetable.day_off(date(2026, 10, 27)) == (
        DayOffKind.BETWEEN_TERMS,
        "after Autumn, first half",
    )


def test_nothing_is_laid_into_an_exam_window() -> None:
    timetable = laid("""
        from 2027-05-03 to 2027-07-09
        exams 2027-05-10 to 2027-05-28 Core papers
        M1.01 lasts 12 hours
        M1.02 lasts 6 hours
    """)
    assert days(timetable) == ["2027-05-03", "2027-06-07"]
    off = [day for week in timetable.weeks for day in week.days_off]
    assert off[0] == (date(2027, 5, 10), DayOffKind.EXAMS, "Core papers")


def test_a_placement_of_45_days_and_315_hours() -> None:
    timetable = laid("""
        from 2026-09-07 to 2027-07-16
        bank holidays GB-ENG
        placement 2027-04-12 to 2027-06-11 for 7 hours on
    """)
    # Nine weeks of five days, less the two bank holidays of May.
    assert placement(timetable.days) == PlacementTime(days=43, hours=301)


def test_a_placement_on_some_days_counts_each_day_once() -> None:
    timetable = laid("""
        bank holidays GB-ENG
        placement 2026-12-21 to 2027-01-03 for 7 hours on Monday Friday
        placement 2026-12-21 to 2026-12-21 for 7.5 hours on
        workplace 2026-11-02 to 2026-11-06
    """)
    # The other three days are bank holidays: Boxing Day is kept on Monday the 28th.
    assert placement(timetable.days) == PlacementTime(days=1, hours=7.5)


def test_a_session_says_what_it_takes_of_each_slot() -> None:
    timetable = laid("""
        on Tuesday at 09:30 for 3 hours
        on Tuesday at 13:30 for 3 hours
        M1.01 lasts 1 hours
        M1.02 lasts 4 hours
    """)
    assert timetable.by_session["M1.02"].parts == (
        Part(date(2026, 9, 8), time(10, 30), 120),
        Part(date(2026, 9, 8), time(13, 30), 120),
    )
    assert sum(slot.minutes for slot in timetable.slots) == 60 * timetable.slot_hours
