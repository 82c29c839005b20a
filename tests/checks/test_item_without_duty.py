from curriculum.checks.item_without_duty import item_without_duty
from notation import facts


def test_quiet_when_each_is_named_by_a_duty() -> None:
    assert not item_without_duty(
        facts("""
            ksbs K1 S1
            duty D1 K1
            duty D2 S1 K1
        """)
    )


def test_quiet_about_frameworks_without_duties() -> None:
    assert not item_without_duty(
        facts("""
            ksbs K1
            skills agile
        """)
    )


def test_names_the_ksb() -> None:
    findings = item_without_duty(
        facts("""
            ksbs K1 S1
            duty D1 K1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: STD101 S1 of ST0000 v1.0 is named by no duty",
    ]
