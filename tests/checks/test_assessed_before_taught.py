from curriculum.checks.assessed_before_taught import assessed_before_taught
from notation import facts


def test_quiet_when_taught_before() -> None:
    assert not assessed_before_taught(
        facts("""
            ksbs K1
            M1 teaches K1
            A1 assesses K1 on 2026-09-08
        """)
    )


def test_quiet_about_formative_assessments() -> None:
    assert not assessed_before_taught(
        facts("""
            ksbs K1
            M1 teaches K1
            A1 assesses K1 on 2026-09-01
            A1 of M1 formative
        """)
    )


def test_quiet_about_what_nobody_teaches_or_dates() -> None:
    assert not assessed_before_taught(
        facts("""
            ksbs K1 S1
            M1 teaches K1
            A1 assesses K1
            A2 assesses S1 on 2026-09-01
        """)
    )


def test_the_same_day_is_too_late() -> None:
    findings = assessed_before_taught(
        facts("""
            ksbs K1 S1
            M1 teaches K1
            M2 starts week 3
            M2 teaches K1 S1
            A1 assesses K1 S1 on 2026-09-21
            A2 assesses K1 on 2026-09-07
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:5: SEQ101 A1 assesses S1 on 2026-09-21, and it is first "
            "taught in M2.01 on 2026-09-21"
        ),
        (
            "notation:6: SEQ101 A2 assesses K1 on 2026-09-07, and it is first "
            "taught in M1.01 on 2026-09-07"
        ),
    ]
