from curriculum.checks.duration_under_minimum import duration_under_minimum
from notation import facts


def test_quiet_at_eight_months_to_the_day() -> None:
    assert not duration_under_minimum(
        facts("""
            programme kind apprenticeship
            from 2026-09-07 to 2027-05-06
        """)
    )


def test_quiet_outside_apprenticeships() -> None:
    assert not duration_under_minimum(
        facts("""
            from 2026-09-07 to 2026-10-07
        """)
    )


def test_quiet_at_the_end_of_a_short_month() -> None:
    assert not duration_under_minimum(
        facts("""
            programme kind apprenticeship
            from 2026-06-30 to 2027-02-27
        """)
    )


def test_names_both_days_and_the_month_that_is_missing() -> None:
    findings = duration_under_minimum(
        facts("""
            programme kind apprenticeship
            from 2026-09-07 to 2027-05-05
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: HRS102 the programme runs from 2026-09-07 to "
            "2027-05-05, less than 8 months, which end on 2027-05-06"
        ),
    ]


def test_the_number_is_a_setting() -> None:
    findings = duration_under_minimum(
        facts("""
            programme kind apprenticeship
            setting HRS102 minimum_months 12
            from 2026-09-07 to 2027-09-05
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:3: HRS102 the programme runs from 2026-09-07 to "
            "2027-09-05, less than 12 months, which end on 2027-09-06"
        ),
    ]


def test_quiet_at_the_end_of_time() -> None:
    assert not duration_under_minimum(
        facts("""
            programme kind apprenticeship
            from 9999-09-01 to 9999-12-31
        """)
    )


def test_foundation_apprenticeships_are_apprenticeships_however_they_are_spelt() -> (
    None
):
    for kind in ("foundation-apprenticeship", "Foundation apprenticeship"):
        assert duration_under_minimum(
            facts(f"""
                programme kind {kind}
                from 2026-09-07 to 2026-10-07
            """)
        )
