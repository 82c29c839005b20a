from curriculum.checks.duty_not_fully_covered import duty_not_fully_covered
from notation import facts


def test_quiet_when_every_ksb_of_the_duty_is_taught_and_assessed() -> None:
    assert not duty_not_fully_covered(
        facts("""
            ksbs K1 S1
            duty D1 K1 S1
            M1 teaches K1 S1
            A1 assesses K1 S1
        """)
    )


def test_quiet_about_what_the_policy_does_not_ask() -> None:
    assert not duty_not_fully_covered(
        facts("""
            framework ST0001 reformed K1 B1
            duty D1 K1 B1
            M1 teaches K1 B1
            A1 assesses K1
        """)
    )


def test_quiet_about_codes_that_the_standard_lacks() -> None:
    assert not duty_not_fully_covered(
        facts("""
            ksbs K1
            duty D1 K1 K99
            duty D2 K99
            M1 teaches K1
            A1 assesses K1
        """)
    )


def test_names_the_share_and_what_is_missing() -> None:
    findings = duty_not_fully_covered(
        facts("""
            ksbs K1 K2 S1
            duty D1 K1 K2 S1
            duty D2 K1
            M1 teaches K1 K2
            A1 assesses K1 S1
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: COV108 D1 is covered to 33 %, 1 of 3 KSBs taught and "
            "assessed; not taught: S1; not assessed: K2"
        ),
    ]
