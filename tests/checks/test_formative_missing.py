from curriculum.checks.formative_missing import formative_missing
from notation import facts


def test_quiet_when_there_is_one_of_each() -> None:
    assert not formative_missing(
        facts("""
            assessment A1
            A2 of M1 formative
        """)
    )


def test_quiet_without_any_assessment() -> None:
    assert not formative_missing(
        facts("""
            ksbs K1
        """)
    )


def test_counts_what_there_is() -> None:
    findings = formative_missing(
        facts("""
            assessment A1
            assessment A2
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation: ASM309 the programme has 2 summative assessments and "
            "no formative one"
        ),
    ]
