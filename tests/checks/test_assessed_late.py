from curriculum.checks.assessed_late import assessed_late
from notation import facts


def test_quiet_when_the_first_comes_by_week_six() -> None:
    assert not assessed_late(
        facts("""
            A1 in 2026-10-18
            A2 in 2027-01-11
        """)
    )


def test_quiet_in_a_short_course_and_without_dates() -> None:
    assert not assessed_late(
        facts("""
            from 2026-09-07 to 2026-12-18
            A1 in 2026-12-01
            assessment A2
        """)
    )


def test_names_the_first_assessment_and_its_week() -> None:
    findings = assessed_late(
        facts("""
            A1 in 2027-01-11
            A2 in 2026-10-19
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: ASM308 the first assessment, A2, is handed in on "
            "2026-10-19, in week 7, after week 6"
        ),
    ]
