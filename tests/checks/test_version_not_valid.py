from curriculum.checks.version_not_valid import version_not_valid
from notation import facts


def test_quiet_within_the_days_of_the_version() -> None:
    assert not version_not_valid(
        facts("""
            ksbs K1
            status Retired
            valid from 2024-09-01 to 2026-09-07
        """)
    )


def test_quiet_where_nothing_is_known_of_the_version() -> None:
    assert not version_not_valid(
        facts("""
            ksbs K1
        """)
    )


def test_tells_a_start_after_the_last_day() -> None:
    findings = version_not_valid(
        facts("""
            ksbs K1
            status Retired
            valid from 2024-09-01 to 2026-08-31
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation: ASM313 ST0000 v1.0 may be started on until "
            "2026-08-31, and the cohort starts on 2026-09-07"
        ),
    ]


def test_tells_a_start_before_the_first_day() -> None:
    findings = version_not_valid(
        facts("""
            ksbs K1
            valid from 2026-09-08 to 2029-08-31
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation: ASM313 ST0000 v1.0 may be started on from "
            "2026-09-08, and the cohort starts on 2026-09-07"
        ),
    ]


def test_tells_a_version_that_is_retired_or_not_ready() -> None:
    findings = version_not_valid(
        facts("""
            ksbs K1
            status Retired
            framework ST0001 epa K1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation: ASM313 ST0000 v1.0 is retired, and the cohort starts on 2026-09-07",
    ]
