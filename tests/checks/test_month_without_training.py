from curriculum.checks.month_without_training import month_without_training
from notation import facts


def test_quiet_when_every_month_has_a_session() -> None:
    assert not month_without_training(
        facts("""
            programme kind apprenticeship
            from 2026-09-07 to 2026-10-31
            M1.01 lasts 3 hours
            M2 starts week 6
            M2.01 lasts 3 hours
        """)
    )


def test_quiet_outside_apprenticeships() -> None:
    assert not month_without_training(
        facts("""
            programme kind course
            M1.01 lasts 3 hours
        """)
    )


def test_names_the_month_and_passes_over_a_short_one() -> None:
    findings = month_without_training(
        facts("""
            programme kind apprenticeship
            from 2026-09-07 to 2026-12-14
            M1.01 lasts 3 hours
            M2 starts week 10
            M2.01 lasts 3 hours
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: HRS202 no session is planned in 2026-10",
    ]


def test_months_that_follow_one_another_are_told_together() -> None:
    findings = month_without_training(
        facts("""
            programme kind unit
            from 2026-09-07 to 2026-12-31
            M1.01 lasts 3 hours
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: HRS202 no session is planned from 2026-10 to 2026-12",
    ]
