from curriculum.checks.behaviour_on_few_dates import behaviour_on_few_dates
from notation import facts


def test_quiet_when_it_is_seen_over_most_of_the_programme() -> None:
    assert not behaviour_on_few_dates(
        facts("""
            ksbs B1 K1
            M1 teaches B1 K1
            M2 starts week 10
            M2 teaches B1
            A1 assesses B1 on 2027-05-10
        """)
    )


def test_quiet_about_a_short_course() -> None:
    assert not behaviour_on_few_dates(
        facts("""
            from 2026-09-07 to 2026-10-16
            ksbs B1
            M1 teaches B1
        """)
    )


def test_counts_dates_and_the_time_that_they_span() -> None:
    findings = behaviour_on_few_dates(
        facts("""
            ksbs B1 B2
            M1 teaches B1 B2
            M1 teaches B1
            M1 teaches B1
            M1 teaches B2
            M2 teaches B1
            M3 starts week 40
            M3 teaches B2
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: SEQ210 B1 is evidenced on 3 dates, which span 5 % "
            "of the programme (at least 3, and 50 %)"
        ),
    ]
