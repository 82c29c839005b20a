from curriculum.checks.ksb_not_mentioned import ksb_not_mentioned
from notation import facts


def test_quiet_when_one_session_speaks_of_it_in_another_ending() -> None:
    assert not ksb_not_mentioned(
        facts("""
            ksbs K1
            K1 means Principles of testing
            M1 teaches K1
            M1.01 tutor Shows how a program is tested
            M2 teaches K1
            M2.01 tutor Shows how a loop ends
        """)
    )


def test_quiet_about_british_and_american_spelling() -> None:
    assert not ksb_not_mentioned(
        facts("""
            ksbs K1
            K1 means How data is analysed and organised
            M1 teaches K1
            M1.01 learners Organize and analyze
        """)
    )


def test_quiet_while_nothing_is_written() -> None:
    assert not ksb_not_mentioned(
        facts("""
            ksbs K1
            K1 means Principles of testing
            M1 teaches K1
        """)
    )


def test_quiet_when_the_wording_has_no_word_with_content() -> None:
    assert not ksb_not_mentioned(
        facts("""
            ksbs K1
            K1 means The basic principles of it
            M1 teaches K1
            M1.01 tutor Shows how a loop ends
        """)
    )


def test_names_the_cells_and_the_words_looked_for() -> None:
    findings = ksb_not_mentioned(
        facts("""
            ksbs K1 S1
            K1 means Principles of software testing
            S1 means Write loops
            M1 teaches K1 S1
            M1.01 tutor Shows how a loop ends
            M2 teaches K1
            M2.01 tutor Shows how a function begins
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: COV206 K1 is claimed in M1.01 and M2.01, and none "
            "of them mentions it: looked for software and testing"
        ),
    ]


def test_more_sessions_may_be_asked_for() -> None:
    findings = ksb_not_mentioned(
        facts("""
            ksbs K1
            K1 means Loops
            setting COV206 least_sessions 2
            M1 teaches K1
            M1.01 tutor Shows how a loop ends
            M2 teaches K1
            M2.01 tutor Shows how a function begins
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: COV206 K1 is claimed in M1.01 and M2.01, and only "
            "1 of them mentions it: looked for Loops"
        ),
    ]
