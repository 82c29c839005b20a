from curriculum.checks.duplicate_item import duplicate_item
from notation import facts


def test_quiet_when_each_key_is_used_once() -> None:
    assert not duplicate_item(
        facts("""
            ksbs K1 K2
            duty D1 K1
        """)
    )


def test_names_the_key() -> None:
    findings = duplicate_item(
        facts("""
            ksbs K1 K2 K1
            duty D1 K1
            duty D1 K2
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: STD105 ST0000 v1.0 has more than one K1",
        "notation:3: STD105 ST0000 v1.0 has more than one D1",
    ]
