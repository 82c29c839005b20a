from curriculum.checks.too_many_ksbs_in_assessment import too_many_ksbs_in_assessment
from notation import facts


def test_quiet_when_the_hours_bear_the_marks() -> None:
    assert not too_many_ksbs_in_assessment(
        facts("""
            ksbs K1 K2 K3
            skills agile
            A1 assesses K1 K2 K3 agile
            A1 lasts 1 hour
        """)
    )


def test_quiet_when_no_hours_are_stated() -> None:
    assert not too_many_ksbs_in_assessment(
        facts("""
            ksbs K1 K2 K3 K4
            A1 assesses K1 K2 K3 K4
        """)
    )


def test_names_the_assessment_and_its_marks() -> None:
    findings = too_many_ksbs_in_assessment(
        facts("""
            ksbs K1 K2 K3 K4
            A1 assesses K1 K2 K3 K4
            A1 lasts 1 hour
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: COV207 A1 assesses 4 KSBs in 1 hour, more than 3 "
            "an hour: K1, K2, K3 and K4"
        ),
    ]
