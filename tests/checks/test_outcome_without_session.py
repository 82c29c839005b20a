from curriculum.checks.outcome_without_session import outcome_without_session
from notation import facts


def test_quiet_when_each_outcome_is_served() -> None:
    assert not outcome_without_session(
        facts("""
            M1 outcome LO1
            M1.01 serves LO1
        """)
    )


def test_another_modules_session_does_not_count() -> None:
    findings = outcome_without_session(
        facts("""
            M1 outcome LO1
            M1 outcome LO2
            M1.01 serves LO1
            M2.01 serves LO2
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: ASM102 M1.LO2 is served by no session",
    ]
