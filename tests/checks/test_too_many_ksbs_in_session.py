from curriculum.checks.too_many_ksbs_in_session import too_many_ksbs_in_session
from notation import facts


def test_quiet_up_to_the_limits() -> None:
    assert not too_many_ksbs_in_session(
        facts("""
            ksbs K1 K2 K3 K4 S1 S2 S3
            M1.01 teaches K1 K2 K3 K4 S1 S2
            M1.02 teaches K1 K2
            M1.02 lasts 1 hours
        """)
    )


def test_quiet_about_sessions_that_go_back_over_what_was_taught() -> None:
    assert not too_many_ksbs_in_session(
        facts("""
            ksbs K1 K2 K3 K4 S1 S2 S3
            M1.01 teaches K1 K2 K3 K4 S1 S2 S3
            M1.01 is review
        """)
    )


def test_quiet_about_skills_that_only_advise_and_unknown_codes() -> None:
    assert not too_many_ksbs_in_session(
        facts("""
            ksbs K1
            skills a b c d e f g h
            M1.01 teaches K1 a b c d e f g h K7 K8 K9 K10 K11 K12
        """)
    )


def test_counts_against_the_session_and_against_its_hours() -> None:
    findings = too_many_ksbs_in_session(
        facts("""
            ksbs K1 K2 K3 K4 S1 S2 S3
            M1.01 teaches K1 K2 K3 K4 S1 S2 S3
            M1.01 lasts 6 hours
            M1.02 teaches K1 K2 K3 K4
            M1.02 lasts 1.5 hours
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: COV110 M1.01 teaches 7 KSBs in 6 hours, more than 6 a session",
        "notation:4: COV110 M1.02 teaches 4 KSBs in 1.5 hours, more than 2 an hour",
    ]
