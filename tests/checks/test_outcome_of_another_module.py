from curriculum.checks.outcome_of_another_module import outcome_of_another_module
from notation import facts


def test_quiet_about_own_outcomes_and_assessments_of_the_whole() -> None:
    assert not outcome_of_another_module(
        facts("""
            M1 outcome LO1 Trace a loop
            M2 outcome LO1 Trace a function
            A1 of M1
            A1 tests LO1 M1.LO1
            A2 tests M1.LO1 M2.LO1
        """)
    )


def test_names_the_outcomes() -> None:
    findings = outcome_of_another_module(
        facts("""
            M1 outcome LO1 Trace a loop
            M2 outcome LO1 Trace a function
            M2 outcome LO2 Write a function
            A1 of M1
            A1 tests LO1 M2.LO1 M2.LO2
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:4: ASM301 A1 of M1 tests M2.LO1 and M2.LO2",
    ]
