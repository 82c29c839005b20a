from curriculum.checks.numbering_gap import numbering_gap
from notation import facts


def test_quiet_when_numbers_follow_one_another() -> None:
    assert not numbering_gap(
        facts("""
            ksbs K1 K2 S2 S1 B1
            skills agile-2
        """)
    )


def test_names_the_numbers_that_are_missing() -> None:
    findings = numbering_gap(
        facts("""
            ksbs K1 K3 K5 S1 B2
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: STD103 ST0000 v1.0 counts to K5 without K2 and K4",
        "notation:1: STD103 ST0000 v1.0 counts to B2 without B1",
    ]
