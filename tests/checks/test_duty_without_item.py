from curriculum.checks.duty_without_item import duty_without_item
from notation import facts


def test_quiet_when_every_duty_rests_on_something() -> None:
    assert not duty_without_item(
        facts("""
            ksbs K1 S1
            duty D1 K1
            duty D2 S1
        """)
    )


def test_names_the_duty() -> None:
    findings = duty_without_item(
        facts("""
            ksbs K1
            duty D1 K1
            duty D2
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:3: STD109 D2 of ST0000 v1.0 names no KSB",
    ]
