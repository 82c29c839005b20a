from curriculum.checks.duty_names_missing_item import duty_names_missing_item
from notation import facts


def test_quiet_when_each_is_there() -> None:
    assert not duty_names_missing_item(
        facts("""
            ksbs K1
            duty D1 K1
        """)
    )


def test_names_what_is_not_there() -> None:
    findings = duty_names_missing_item(
        facts("""
            ksbs K1
            duty D1 K1 K2 S9 K2
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: STD102 D1 names K2 and S9, which ST0000 v1.0 does not have",
    ]
