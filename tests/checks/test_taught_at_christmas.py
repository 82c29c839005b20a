from curriculum.checks.taught_at_christmas import taught_at_christmas
from notation import facts


def test_quiet_until_christmas_and_from_new_year() -> None:
    assert not taught_at_christmas(
        facts("""
            from 2026-12-24 to 2027-01-09
            on Thursday at 09:30 for 6 hours
            closed 2026-12-31 Closed
            M1.01 lasts 6 hours
            M1.02 lasts 6 hours
        """)
    )


def test_names_the_sessions_of_that_week_and_the_first_day() -> None:
    findings = taught_at_christmas(
        facts("""
            from 2026-12-21 to 2027-01-09
            M1.01 lasts 6 hours
            M1.02 lasts 3 hours
            M1.03 lasts 3 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:3: HRS115 M1.02 and M1.03 are taught from 2026-12-28, between "
            "Christmas and New Year"
        ),
    ]
