from curriculum.checks.deadlines_in_one_week import deadlines_in_one_week
from notation import facts


def test_quiet_about_two_in_a_week_and_one_on_the_next_monday() -> None:
    assert not deadlines_in_one_week(
        facts("""
            A1 in 2026-10-05
            A2 in 2026-10-11
            A3 in 2026-10-12
            assessment A4
        """)
    )


def test_names_the_week_and_what_is_due() -> None:
    findings = deadlines_in_one_week(
        facts("""
            A1 in 2026-10-05
            A2 in 2026-10-09
            A3 in 2026-10-11
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: ASM305 A1, A2 and A3 are handed in within the week "
            "of 2026-10-05, more than 2"
        ),
    ]
