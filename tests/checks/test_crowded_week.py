from curriculum.checks.crowded_week import crowded_week
from notation import facts


def test_quiet_when_weeks_are_alike() -> None:
    assert not crowded_week(
        facts("""
            M1.01 lasts 6 hours
            M1.02 lasts 6 hours
            M1.03 lasts 6 hours
            M1.04 lasts 6 hours
            M1.05 lasts 6 hours
        """)
    )


def test_quiet_in_a_short_course() -> None:
    assert not crowded_week(
        facts("""
            M1.01 lasts 1 hour
            M2 starts week 2
            M2.01 lasts 6 hours
        """)
    )


def test_names_the_week_and_the_usual_hours() -> None:
    findings = crowded_week(
        facts("""
            M1.01 lasts 3 hours
            M2 starts week 2
            M2.01 lasts 3 hours
            M3 starts week 3
            M3.01 lasts 3 hours
            M4 starts week 4
            M4.01 lasts 3 hours
            M5 starts week 5
            M5.01 lasts 6 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation: HRS206 the sessions that begin in the week of 2026-10-05 last "
            "6 hours, more than 1.5 times the usual 3"
        ),
    ]
