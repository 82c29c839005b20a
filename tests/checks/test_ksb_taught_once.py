from curriculum.checks.ksb_taught_once import ksb_taught_once
from notation import facts


def test_quiet_when_each_ksb_comes_up_again() -> None:
    assert not ksb_taught_once(
        facts("""
            ksbs K1
            M1 teaches K1
            M2 teaches K1
        """)
    )


def test_quiet_about_what_is_not_taught_at_all() -> None:
    assert not ksb_taught_once(
        facts("""
            ksbs K1
        """)
    )


def test_quiet_about_skills_that_only_advise() -> None:
    assert not ksb_taught_once(
        facts("""
            skills agile
            M1 teaches agile
        """)
    )


def test_names_the_only_session() -> None:
    findings = ksb_taught_once(
        facts("""
            ksbs K1 S1
            M1.01 teaches K1 S1
            M1.02 teaches K1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: COV103 S1 is taught in M1.01 only, of at least 2 sessions",
    ]


def test_two_marks_in_one_session_are_one() -> None:
    findings = ksb_taught_once(
        facts("""
            ksbs K1
            M1.01 teaches K1 introduced
            M1.01 teaches K1 developed
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: COV103 K1 is taught in M1.01 only, of at least 2 sessions",
    ]


def test_the_number_is_a_setting() -> None:
    findings = ksb_taught_once(
        facts("""
            ksbs K1
            setting COV103 minimum_sessions 3
            M1 teaches K1
            M2 teaches K1
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: COV103 K1 is taught in M1.01 and M2.01 only, of at "
            "least 3 sessions"
        ),
    ]
