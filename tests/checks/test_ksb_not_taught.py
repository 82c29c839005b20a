from curriculum.checks.ksb_not_taught import ksb_not_taught
from notation import facts


def test_quiet_when_every_ksb_is_taught_somewhere() -> None:
    assert not ksb_not_taught(
        facts("""
            ksbs K1 S1
            M1 teaches K1 S1
        """)
    )


def test_quiet_about_skills_that_only_advise() -> None:
    assert not ksb_not_taught(
        facts("""
            ksbs K1
            skills agile
            M1 teaches K1
        """)
    )


def test_names_the_ksb_and_what_assesses_it() -> None:
    findings = ksb_not_taught(
        facts("""
            ksbs K1 S1 B1 B2
            M1 teaches K1
            A1 assesses S1 B1
            A2 assesses B1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: COV101 S1 is taught in no session, though A1 assesses it",
        "notation:1: COV101 B1 is taught in no session, though A1 and A2 assess it",
        "notation:1: COV101 B2 is taught in no session",
    ]


def test_names_the_framework_where_there_are_several() -> None:
    findings = ksb_not_taught(
        facts("""
            ksbs K1
            framework AU0001 unit K1
            M1 teaches ST0000:K1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: COV101 K1 of AU0001 is taught in no session",
    ]


def test_a_mark_in_a_session_without_a_date_counts() -> None:
    assert not ksb_not_taught(
        facts("""
            ksbs K1
            M1 starts week 99
            M1 teaches K1
        """)
    )
