from curriculum.checks.stretch_support_empty import stretch_support_empty
from notation import facts


def test_quiet_when_most_sessions_say_something() -> None:
    assert not stretch_support_empty(
        facts("""
            M1.01 tutor Shows a loop
            M1.01 stretch More
            M1.02 stretch More
            M1.03 stretch More
            M1.04 topic Loops
            M1.01 support Cards
            M1.02 support Cards
            M1.03 support Cards
        """)
    )


def test_quiet_while_nothing_is_written() -> None:
    assert not stretch_support_empty(
        facts("""
            M1.01 lasts 3 hours
            M1.02 lasts 3 hours
            M1.03 lasts 3 hours
            M1.04 lasts 3 hours
        """)
    )


def test_counts_the_sessions_that_say_nothing() -> None:
    findings = stretch_support_empty(
        facts("""
            M1.01 tutor Shows a loop
            M1.01 stretch More
            M1.02 stretch More
            M1.03 stretch More
            M1.04 stretch More
            M1.01 support Cards
            M1.02 support Cards
            M1.05 is review
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation: DOC206 2 of 4 sessions say nothing of support, more "
            "than 25 %: M1.03 and M1.04"
        ),
    ]
