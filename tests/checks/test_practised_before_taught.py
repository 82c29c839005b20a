from curriculum.checks.practised_before_taught import practised_before_taught
from notation import facts


def test_quiet_when_taught_before() -> None:
    assert not practised_before_taught(
        facts("""
            ksbs K1
            M1 teaches K1
            A1 assesses K1 on 2026-09-08
            A1 of M1 formative
        """)
    )


def test_quiet_about_summative_assessments() -> None:
    assert not practised_before_taught(
        facts("""
            ksbs K1
            M1 teaches K1
            A1 assesses K1 on 2026-09-01
        """)
    )


def test_names_the_first_session() -> None:
    findings = practised_before_taught(
        facts("""
            ksbs K1
            M1 teaches K1
            A1 assesses K1 on 2026-09-07
            A1 of M1 formative
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:3: SEQ104 A1 assesses K1 on 2026-09-07, and it is first "
            "taught in M1.01 on 2026-09-07"
        ),
    ]
