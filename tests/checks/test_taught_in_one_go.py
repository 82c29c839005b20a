from curriculum.checks.taught_in_one_go import taught_in_one_go
from notation import facts


def test_quiet_when_it_comes_up_a_week_later() -> None:
    assert not taught_in_one_go(
        facts("""
            ksbs K1
            M1 teaches K1
            M1.02 lasts 3 hours
            M1 teaches K1
        """)
    )


def test_quiet_about_what_is_taught_once() -> None:
    assert not taught_in_one_go(
        facts("""
            ksbs K1
            M1 teaches K1
        """)
    )


def test_quiet_in_a_short_course() -> None:
    assert not taught_in_one_go(
        facts("""
            from 2026-09-07 to 2026-09-25
            ksbs K1
            M1 teaches K1
            M1 teaches K1
        """)
    )


def test_names_the_sessions() -> None:
    findings = taught_in_one_go(
        facts("""
            ksbs K1 K2
            M1 teaches K1
            M1 teaches K1
            M1 teaches K2
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: SEQ207 K1 is taught in M1.01 and M1.02 only, all within 1 day",
    ]
