from curriculum.checks.minimum_hours_unknown import minimum_hours_unknown
from notation import facts


def test_quiet_when_a_minimum_is_known() -> None:
    assert not minimum_hours_unknown(
        facts("""
            programme kind apprenticeship
            ksbs K1
            minimum 326 hours
        """)
    )


def test_quiet_outside_apprenticeships() -> None:
    assert not minimum_hours_unknown(
        facts("""
            ksbs K1
        """)
    )


def test_names_the_standard_and_the_start() -> None:
    findings = minimum_hours_unknown(
        facts("""
            programme kind apprenticeship
            ksbs K1
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: HRS106 no minimum of off-the-job hours is known for "
            "ST0000 v1.0 and a start on 2026-09-07"
        ),
    ]


def test_a_minimum_that_no_longer_holds_is_not_known() -> None:
    findings = minimum_hours_unknown(
        facts("""
            programme kind apprenticeship
            ksbs K1
            minimum 326 hours from 2025-08-01 to 2026-07-31
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: HRS106 no minimum of off-the-job hours is known for "
            "ST0000 v1.0 and a start on 2026-09-07"
        ),
    ]
