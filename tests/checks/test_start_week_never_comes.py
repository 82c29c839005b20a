from curriculum.checks.start_week_never_comes import start_week_never_comes
from notation import facts


def test_quiet_when_the_week_comes() -> None:
    assert not start_week_never_comes(
        facts("""
            from 2026-09-07 to 2026-09-20
            M1 starts week 2
        """)
    )


def test_names_the_week_and_how_many_there_are() -> None:
    findings = start_week_never_comes(
        facts("""
            from 2026-09-07 to 2026-09-20
            M1 starts week 3
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: HRS112 M1 waits for week 3, and the calendar has 2 "
            "delivery weeks"
        ),
    ]
