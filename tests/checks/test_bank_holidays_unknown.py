from curriculum.checks.bank_holidays_unknown import bank_holidays_unknown
from notation import facts


def test_quiet_when_the_division_is_known() -> None:
    assert not bank_holidays_unknown(
        facts("""
            bank holidays GB-ENG
        """)
    )


def test_quiet_when_there_are_none() -> None:
    assert not bank_holidays_unknown(
        facts("""
            M1.01 lasts 3 hours
        """)
    )


def test_names_the_division() -> None:
    findings = bank_holidays_unknown(
        facts("""
            bank holidays GB-ENGLAND
        """)
    )
    assert [str(f) for f in findings] == [
        "notation: HRS108 no bank holidays are known for GB-ENGLAND",
    ]
