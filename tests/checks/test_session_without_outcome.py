from curriculum.checks.session_without_outcome import session_without_outcome
from notation import facts


def test_quiet_when_each_session_serves_an_outcome() -> None:
    assert not session_without_outcome(
        facts("""
            M1 outcome LO1
            M1.01 serves LO1
        """)
    )


def test_quiet_where_the_module_has_none_and_the_session_has_objectives() -> None:
    assert not session_without_outcome(
        facts("""
            M1.01 objective Trace a loop
        """)
    )


def test_quiet_about_sessions_that_are_free() -> None:
    assert not session_without_outcome(
        facts("""
            M1 outcome LO1
            M1.01 is induction
            M1.02 is review
            M1.03 is catch-up
            M1.04 is assessment
        """)
    )


def test_names_the_session() -> None:
    findings = session_without_outcome(
        facts("""
            M1 outcome LO1
            M1.01 lasts 3 hours
            M2.01 lasts 3 hours
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: ASM101 M1.01 serves no learning outcome of M1",
        "notation:3: ASM101 M2.01 has no learning outcome and no objective",
    ]
