from curriculum.checks.calendar_hours_unused import calendar_hours_unused
from notation import facts


def test_quiet_when_little_is_free() -> None:
    assert not calendar_hours_unused(
        facts("""
            from 2026-09-07 to 2026-10-16
            M1.01 lasts 33 hours
        """)
    )


def test_quiet_without_sessions() -> None:
    assert not calendar_hours_unused(
        facts("""
            module M1
        """)
    )


def test_names_what_is_offered_and_taken() -> None:
    findings = calendar_hours_unused(
        facts("""
            from 2026-09-07 to 2026-10-16
            M1.01 lasts 32 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: HRS205 6 delivery weeks offer 36 hours, and "
            "sessions take 32; more than 10 % is free"
        ),
    ]
