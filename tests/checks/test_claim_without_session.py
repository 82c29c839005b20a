from curriculum.checks.claim_without_session import claim_without_session
from notation import facts


def test_quiet_when_a_session_stands_behind_each_claim() -> None:
    assert not claim_without_session(
        facts("""
            ksbs K1 S1
            M1 intends K1
            M1 teaches K1 S1
        """)
    )


def test_quiet_about_codes_that_are_not_known() -> None:
    assert not claim_without_session(
        facts("""
            ksbs K1
            M1 intends K9
        """)
    )


def test_another_module_does_not_make_a_claim_true() -> None:
    findings = claim_without_session(
        facts("""
            ksbs K1 S1
            M1 intends K1 S1
            M1 teaches K1
            M2 teaches S1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: COV106 M1 claims S1, and none of its sessions teaches it",
    ]
