from curriculum.checks.session_not_placed import session_not_placed
from notation import facts


def test_quiet_when_there_is_room() -> None:
    assert not session_not_placed(
        facts("""
            M1.01 lasts 3 hours
        """)
    )


def test_leaves_modules_whose_week_never_comes_to_their_own_rule() -> None:
    assert not session_not_placed(
        facts("""
            M1 starts week 99
            M1.01 lasts 3 hours
        """)
    )


def test_says_by_how_much_and_which() -> None:
    findings = session_not_placed(
        facts("""
            from 2026-09-07 to 2026-09-13
            M1.01 lasts 3 hours
            M1.02 lasts 6.5 hours
            M1.03 lasts 1 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: HRS104 the calendar offers 6 hours, and 2 sessions of "
            "7.5 hours in all cannot be placed: M1.02 and M1.03"
        ),
    ]


def test_a_calendar_without_any_hours_places_nothing() -> None:
    findings = session_not_placed(
        facts("""
            from 2026-09-08 to 2026-09-13
            M1.01 lasts 1 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: HRS104 the calendar offers 0 hours, and 1 session of 1 "
            "hour in all cannot be placed: M1.01"
        ),
    ]
