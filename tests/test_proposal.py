"""An order of modules that fits, and what keeps sessions from fitting."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from curriculum.calendars.proposal import Faults, propose
from curriculum.calendars.shortfall import shortfall
from notation import facts

THREE = """
    from 2026-09-07 to 2026-09-27
    ksbs K1 K2 K3
    M3.01 teaches K3
    M3.01 lasts 6 hours
    M2.01 teaches K2
    M2.01 lasts 6 hours
    M1.01 teaches K1
    M1.01 lasts 6 hours
"""


def test_an_order_with_nothing_wrong_stays() -> None:
    found = propose(facts(THREE))
    assert found.order == found.present == ("M3", "M2", "M1")
    assert not found.helps
    assert found.tried == 1


def test_what_modules_build_on_comes_first() -> None:
    found = propose(facts(f"{THREE}\nM3 needs M2 M1\nM2 needs M1"))
    assert found.before.broken == 3
    assert found.order == ("M1", "M2", "M3")
    assert found.after == Faults(0, 0, 0, 0)


def test_what_is_assessed_first_is_taught_first() -> None:
    found = propose(facts(f"{THREE}\nA1 assesses K1 on 2026-09-08"))
    assert found.before.too_early == 1
    assert found.order[0] == "M1"
    assert found.helps


def test_the_same_day_is_too_early() -> None:
    found = propose(facts(f"{THREE}\nA1 assesses K1 on 2026-09-07"))
    assert found.after.too_early == 1
    assert not found.helps


def test_a_start_week_that_pushes_sessions_out_is_given_up() -> None:
    found = propose(facts(f"{THREE}\nM3 starts week 2"))
    assert found.before.hours_left == 6
    assert found.after == Faults(0, 0, 0, 0)
    assert found.waits == (found.order[0] != "M3")


def test_modules_that_need_each_other_are_no_accident() -> None:
    found = propose(facts(f"{THREE}\nM1 needs M2\nM2 needs M1\nM3 needs M77"))
    assert sorted(found.order) == ["M1", "M2", "M3"]
    assert found.after.broken == 1


def test_too_many_hours_are_left_in_every_order() -> None:
    found = propose(facts(f"{THREE}\nM4.01 lasts 9 hours"))
    assert found.after.hours_left == 9
    assert not found.helps


def test_a_calendar_without_a_slot_is_no_accident() -> None:
    found = propose(facts("from 2027-09-07 to 2026-09-07\nM1.01 lasts 3 hours"))
    assert found.after.hours_left == 3


def test_judges_as_the_timetable_does() -> None:
    text = f"{THREE}\nM4.01 lasts 2 hours\nM2 starts week 2\nM1 starts week 9"
    held = facts(text)
    left = sum(session.hours for _, session in held.timetable.unplaced)
    assert propose(held, tries=0).before.hours_left == left == 6


def test_says_how_many_hours_do_not_fit_and_why() -> None:
    held = facts("""
        from 2026-09-07 to 2026-10-09
        staff 2026-09-14 Staff day
        M1.01 lasts 3 hours
        M2 starts week 3
        M2.01 lasts 9 hours
        M2.02 lasts 9 hours
    """)
    short = shortfall(held.programme, held.timetable)
    assert short.sessions == ("M2.02",)
    assert short.hours == 9
    assert short.weeks_needed == 2
    assert short.free == ((1, 3.0), (2, 6.0))
    assert short.free_hours == 9
    assert short.waiting == ("M2",)
    assert short.lost == ((date(2026, 9, 14), "staff development: Staff day", 6.0),)


def test_nothing_is_short_when_everything_fits() -> None:
    held = facts(THREE)
    short = shortfall(held.programme, held.timetable)
    assert (short.hours, short.weeks_needed, short.free) == (0, 0, ())


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from([0.5, 3, 5, 7.5]), min_size=1, max_size=4),
            st.integers(0, 6),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_judges_any_programme_as_the_timetable_does(
    modules: list[tuple[list[float], int]],
) -> None:
    lines = ["from 2026-09-07 to 2026-10-09"]
    for number, (sessions, week) in enumerate(modules, start=1):
        for of, hours in enumerate(sessions, start=1):
            lines.append(f"M{number}.{of:02} lasts {hours} hours")
        lines += [f"M{number} starts week {week}"] if week else []
    held = facts("\n".join(lines))
    left = sum(session.hours for _, session in held.timetable.unplaced)
    assert propose(held, tries=0).before.hours_left == left
