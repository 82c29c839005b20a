from curriculum.checks.hours_under_minimum import hours_under_minimum
from notation import facts


def test_quiet_when_the_hours_are_reached() -> None:
    assert not hours_under_minimum(
        facts("""
            ksbs K1
            minimum 6 hours
            M1.01 lasts 6 hours
        """)
    )


def test_quiet_when_tenths_of_hours_come_to_the_minimum() -> None:
    sessions = "\n".join(f"M1.{n:02} lasts 1.1 hours" for n in range(1, 11))
    assert not hours_under_minimum(facts(f"ksbs K1\nminimum 11 hours\n{sessions}"))


def test_quiet_when_no_minimum_is_known() -> None:
    assert not hours_under_minimum(
        facts("""
            ksbs K1
            M1.01 lasts 6 hours
        """)
    )


def test_shows_the_figure_its_authority_and_the_remark() -> None:
    findings = hours_under_minimum(
        facts("""
            ksbs K1
            minimum 326 hours
            M1.01 lasts 6 hours
            M1.02 lasts 1.5 hours
            M1.03 lasts 3 hours
            M1.03 off the record
            M2 optional
            M2.01 lasts 3 hours
            M3 starts week 99
            M3.01 lasts 3 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation: HRS101 7.5 hours of off-the-job training are in the "
            "timetable, 318.5 under the 326 of ST0000 v1.0 according to a "
            "planner: not confirmed"
        ),
    ]


def test_another_start_has_another_minimum() -> None:
    assert not hours_under_minimum(
        facts("""
            from 2025-07-31 to 2026-07-31
            ksbs K1
            minimum 326 hours from 2025-08-01
        """)
    )


def test_the_day_on_which_it_begins_to_hold_counts() -> None:
    findings = hours_under_minimum(
        facts("""
            from 2025-08-01 to 2026-07-31
            ksbs K1
            minimum 326 hours from 2025-08-01 to 2025-08-01
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation: HRS101 0 hours of off-the-job training are in the "
            "timetable, 326 under the 326 of ST0000 v1.0 according to a planner: "
            "not confirmed"
        ),
    ]
