from curriculum.checks.outcome_not_assessed import outcome_not_assessed
from notation import facts


def test_quiet_when_each_is_tested_in_some_way() -> None:
    assert not outcome_not_assessed(
        facts("""
            M1 outcome LO1 Trace a loop
            M1 outcome LO2 Write a loop
            A1 of M1 formative
            A1 tests LO1
            A2 tests M1.LO2
        """)
    )


def test_quiet_where_assessments_name_no_outcomes() -> None:
    assert not outcome_not_assessed(
        facts("""
            M1 outcome LO1 Trace a loop
            assessment A1
        """)
    )


def test_names_the_outcome() -> None:
    findings = outcome_not_assessed(
        facts("""
            M1 outcome LO1 Trace a loop
            M1 outcome LO2 Write a loop
            A1 tests M1.LO1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: ASM302 M1.LO2 is tested by no assessment",
    ]
