from curriculum.checks.long_gap import long_gap
from notation import facts


def test_quiet_when_the_ksb_comes_up_in_between() -> None:
    assert not long_gap(
        facts("""
            ksbs K1
            M1 teaches K1
            M2 starts week 21
            M2 teaches K1
            M3 starts week 41
            M3 teaches K1
        """)
    )


def test_quiet_about_a_gap_that_is_accepted_everywhere() -> None:
    assert not long_gap(
        facts("""
            from 2026-09-07 to 2026-11-09
            ksbs K1
            M1 teaches K1
            M2 starts week 9
            M2 teaches K1
        """)
    )


def test_names_the_two_sessions_and_the_weeks_between() -> None:
    findings = long_gap(
        facts("""
            ksbs K1
            M1 teaches K1
            M2 starts week 41
            M2 teaches K1
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: SEQ206 K1 rests for 40 delivery weeks between "
            "M1.01 and M2.01, more than 22"
        ),
    ]
