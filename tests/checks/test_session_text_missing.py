from curriculum.checks.session_text_missing import session_text_missing
from notation import facts


def test_quiet_when_the_row_can_be_taught_from() -> None:
    assert not session_text_missing(
        facts("""
            M1.01 objective Trace a loop
            M1.01 tutor Shows three loops
            M1.01 learners Trace them on paper
            M1.01 resources Worksheet 1
            M1.01 check Exit ticket
        """)
    )


def test_quiet_about_sessions_whose_texts_are_free() -> None:
    assert not session_text_missing(
        facts("""
            M1.01 is review
            M1.02 is catch-up
            M1.03 is assessment
            M1.04 is workplace
        """)
    )


def test_names_what_is_still_to_be_written() -> None:
    findings = session_text_missing(
        facts("""
            M1.01 objective Trace a loop
            M1.01 tutor Shows three loops
            M1.02 is workshop
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: DOC103 M1.01 lacks learners, resources and check",
        (
            "notation:3: DOC103 M1.02 lacks objectives, tutor, learners, "
            "resources and check"
        ),
    ]
