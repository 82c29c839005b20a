from curriculum.checks.assessment_without_ksb import assessment_without_ksb
from notation import facts


def test_quiet_when_each_assessment_has_a_mark() -> None:
    assert not assessment_without_ksb(
        facts("""
            ksbs K1
            A1 assesses K1
        """)
    )


def test_quiet_where_there_is_no_framework() -> None:
    assert not assessment_without_ksb(
        facts("""
            assessment A1
        """)
    )


def test_quiet_about_unknown_codes_which_have_a_rule_of_their_own() -> None:
    assert not assessment_without_ksb(
        facts("""
            ksbs K1
            A1 assesses K9
        """)
    )


def test_a_skill_that_only_advises_is_not_enough() -> None:
    findings = assessment_without_ksb(
        facts("""
            ksbs K1
            skills agile
            A1 assesses agile
            assessment A2
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:3: ASM103 A1 assesses no KSB",
        "notation:4: ASM103 A2 assesses no KSB",
    ]
