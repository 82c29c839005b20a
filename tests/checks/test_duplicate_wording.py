from curriculum.checks.duplicate_wording import duplicate_wording
from notation import facts


def test_quiet_when_each_says_something_of_its_own() -> None:
    assert not duplicate_wording(
        facts("""
            ksbs K1 K2
        """)
    )


def test_names_both() -> None:
    findings = duplicate_wording(
        facts("""
            ksbs K1 K2 S1
            K1 means How loops end.
            S1 means how  loops end
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: STD104 S1 of ST0000 v1.0 says the same as K1",
    ]
