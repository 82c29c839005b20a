from datetime import date, time

from curriculum.days import DayOffKind
from curriculum.timetable import LONGEST_YEARS, Timetable
from notation import programme

TERMS = """
    from 2026-09-08 to 2026-12-18
    term Autumn 2026-09-07 to 2026-10-23
    term Winter 2026-11-02 to 2026-12-18
    on Tuesday at 13:30 for 3 hours
    on Tuesday at 09:30 for 3 hours
"""


def laid(text: str) -> Timetable:
    return Timetable.of(programme(text))


def rows(timetable: Timetable) -> list[str]:
    return [
        f"week {p.week} {p.key} {p.starts} {p.starts_at} to {p.finishes}"
        for p in timetable.placements
    ]


def test_sessions_flow_into_the_slots_of_a_day_in_order_of_time() -> None:
    timetable = laid(f"{TERMS}\nM1.01 lasts 3 hours\nM1.02 lasts 3 hours\nM2.01 off")
    assert rows(timetable) == [
        "week 1 M1.01 2026-09-08 09:30:00 to 2026-09-08",
        "week 1 M1.02 2026-09-08 13:30:00 to 2026-09-08",
        "week 2 M2.01 2026-09-15 09:30:00 to 2026-09-15",
    ]


def test_a_long_session_goes_on_in_the_next_slot() -> None:
    timetable = laid(f"{TERMS}\nM1.01 lasts 7.5 hours\nM1.02 lasts 1 hours")
    assert rows(timetable) == [
        "week 1 M1.01 2026-09-08 09:30:00 to 2026-09-15",
        "week 2 M1.02 2026-09-15 11:00:00 to 2026-09-15",
    ]


def test_a_session_stands_in_the_term_of_its_first_day() -> None:
    timetable = laid(f"{TERMS}\nM1.01 lasts 42 hours\nM2.01 lasts 3 hours")
    terms = [(p.key, p.term.title if p.term else None) for p in timetable.placements]
    assert terms == [("M1.01", "Autumn"), ("M2.01", "Winter")]
    assert timetable.placements[0].finishes == date(2026, 10, 20)


def test_a_slot_of_no_whole_minute_is_no_slot() -> None:
    timetable = laid("on Monday for 0.001 hours\nM1.01 lasts 1 hours")
    assert timetable.slot_hours == 0
    assert timetable.delivery_weeks == 0


def test_placements_are_found_by_the_session_s_key() -> None:
    timetable = laid("M1.01 lasts 3 hours\nM1.02 lasts 3 hours")
    placement = timetable.by_session["M1.02"]
    assert placement.key == "M1.02"
    assert placement.module.key == "M1"


def test_a_slot_without_a_time_gives_no_time() -> None:
    timetable = laid("on Friday for 2 hours\nM1.01 lasts 1 hours")
    assert [p.starts_at for p in timetable.placements] == [None]


def test_a_module_waits_for_its_week() -> None:
    timetable = laid(
        f"{TERMS}\nM1.01 lasts 3 hours\nM2 starts week 3\nM2.01 lasts 3 hours"
    )
    assert [(p.key, p.week) for p in timetable.placements] == [
        ("M1.01", 1),
        ("M2.01", 3),
    ]


def test_a_module_whose_week_has_passed_starts_at_once() -> None:
    timetable = laid(f"{TERMS}\nM1.01 lasts 12 hours\nM2 starts week 1\nM2.01 off")
    assert [(p.key, p.week) for p in timetable.placements] == [
        ("M1.01", 1),
        ("M2.01", 3),
    ]


def test_only_the_module_whose_week_never_comes_is_left_out() -> None:
    timetable = laid(
        f"{TERMS}\nM1.01 off\nM2 starts week 99\nM2.01 off\nM3.01 lasts 3 hours"
    )
    assert [p.key for p in timetable.placements] == ["M1.01", "M3.01"]
    assert [session.key for _, session in timetable.unplaced] == ["M2.01"]


def test_nothing_is_taught_after_the_first_session_that_does_not_fit() -> None:
    timetable = laid("""
        from 2026-09-07 to 2026-09-13
        M1.01 lasts 4 hours
        M1.02 lasts 3 hours
        M1.03 lasts 1 hours
    """)
    assert [p.key for p in timetable.placements] == ["M1.01"]
    assert [session.key for _, session in timetable.unplaced] == ["M1.02", "M1.03"]


def test_days_off_are_not_taught_and_are_told() -> None:
    timetable = laid("""
        from 2026-12-14 to 2027-01-10
        bank holidays GB-ENG
        on Friday for 3 hours
        staff 2026-12-18 Staff development
        M1.01 lasts 3 hours
    """)
    assert [p.starts for p in timetable.placements] == [date(2027, 1, 8)]
    assert [off for week in timetable.weeks for off in week.days_off] == [
        (date(2026, 12, 18), DayOffKind.STAFF_DEVELOPMENT, "Staff development"),
        (date(2026, 12, 25), DayOffKind.BANK_HOLIDAY, "Christmas Day"),
        (date(2027, 1, 1), DayOffKind.BANK_HOLIDAY, "New Year's Day"),
    ]
    assert [week.number for week in timetable.weeks] == [None, None, None, 1]


def test_the_calendar_may_correct_the_library() -> None:
    timetable = laid("""
        from 2027-05-03 to 2027-05-14
        bank holidays GB-ENG
        no bank holiday 2027-05-03
        bank holiday 2027-05-10 Local fair
    """)
    assert timetable.day_off(date(2027, 5, 3)) is None
    assert timetable.day_off(date(2027, 5, 10)) == (
        DayOffKind.BANK_HOLIDAY,
        "Local fair",
    )


def test_a_closure_stays_closed_when_its_bank_holiday_is_corrected() -> None:
    timetable = laid("""
        bank holidays GB-ENG
        closed 2027-05-03 Building works
        no bank holiday 2027-05-03
    """)
    assert timetable.day_off(date(2027, 5, 3)) == (
        DayOffKind.CLOSURE,
        "Building works",
    )


def test_every_week_is_listed_and_weeks_without_a_slot_have_no_number() -> None:
    timetable = laid(TERMS)
    assert [(str(w.monday)[5:], w.number) for w in timetable.weeks[5:10]] == [
        ("10-12", 6),
        ("10-19", 7),
        ("10-26", None),
        ("11-02", 8),
        ("11-09", 9),
    ]
    assert timetable.weeks[0].monday == date(2026, 9, 7)
    assert timetable.weeks[-1].monday == date(2026, 12, 14)
    assert timetable.delivery_weeks == 14
    assert timetable.slot_hours == 84


def test_a_week_between_terms_tells_each_weekday() -> None:
    half_term = laid(TERMS).weeks[7]
    assert half_term.term is None
    assert [day.day for day, _, _ in half_term.days_off] == [26, 27, 28, 29, 30]
    assert half_term.days_off[0][1:] == (DayOffKind.BETWEEN_TERMS, "after Autumn")


def test_days_off_outside_the_delivery_pattern_are_not_told() -> None:
    timetable = laid(f"{TERMS}\nclosed 2026-09-09 Wednesday is nobody's day")
    assert timetable.weeks[0].days_off == ()


def test_why_nobody_works_on_a_day() -> None:
    timetable = laid(f"{TERMS}\nholiday 2026-11-23 to 2026-11-24 Reading days")
    told = [
        timetable.day_off(date(2026, *day))
        for day in [(9, 1), (9, 8), (9, 12), (10, 24), (11, 24), (12, 19)]
    ]
    assert told == [
        (DayOffKind.OUTSIDE, "before the start on 2026-09-08"),
        None,
        (DayOffKind.WEEKEND, "Saturday"),
        (DayOffKind.BETWEEN_TERMS, "after Autumn"),
        (DayOffKind.HOLIDAY, "Reading days"),
        (DayOffKind.OUTSIDE, "after the end on 2026-12-18"),
    ]


def test_a_weekend_course_is_taught_at_the_weekend() -> None:
    timetable = laid("on Saturday at 10:00 for 2 hours\nM1.01 lasts 2 hours")
    assert timetable.placements[0].starts == date(2026, 9, 12)


def test_terms_may_stand_in_any_order_and_overlap() -> None:
    timetable = laid("""
        from 2026-09-07 to 2026-12-18
        term Winter 2026-10-19 to 2026-12-18
        term Autumn 2026-09-07 to 2026-10-23
        M1.01 lasts 3 hours
    """)
    terms = [week.term and week.term.title for week in timetable.weeks]
    assert terms == ["Autumn"] * 7 + ["Winter"] * 8
    assert None not in [week.number for week in timetable.weeks]


def test_times_past_midnight_wrap() -> None:
    timetable = laid("on Monday at 23:30 for 2 hours\nM1.01 lasts 1 hours\nM1.02 off")
    assert [p.starts_at for p in timetable.placements] == [time(23, 30), time(0, 30)]


def test_a_calendar_that_ends_before_it_starts_places_nothing() -> None:
    timetable = laid("from 2027-09-07 to 2026-09-07\nbank holidays GB-ENG\nM1.01 off")
    assert timetable.weeks == ()
    assert [session.key for _, session in timetable.unplaced] == ["M1.01"]


def test_a_calendar_without_delivery_places_nothing() -> None:
    bare = programme("M1.01 lasts 3 hours")
    calendar = bare.calendar.model_copy(update={"delivery": ()})
    timetable = Timetable.of(bare.model_copy(update={"calendar": calendar}))
    assert timetable.placements == ()
    assert timetable.slot_hours == 0


def test_an_absurd_span_is_laid_out_for_ten_years_only() -> None:
    timetable = laid("from 2026-09-07 to 9999-12-31\nM1.01 lasts 3 hours")
    assert timetable.weeks[-1].monday.year == 2026 + LONGEST_YEARS


def test_the_end_of_time_is_no_accident() -> None:
    timetable = laid("from 9999-12-01 to 9999-12-31\nclosed 9999-12-30 to 9999-12-31")
    assert len(timetable.weeks) == 5


def test_an_unknown_division_has_no_bank_holidays_and_says_so() -> None:
    for division in ("GB-ENX", "QQ", "England"):
        timetable = laid(f"bank holidays {division}")
        assert not timetable.days.bank_holidays_known
        assert timetable.day_off(date(2026, 12, 25)) is None
    assert laid("bank holidays gb-sct").days.bank_holidays_known
