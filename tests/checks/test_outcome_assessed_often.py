from curriculum.checks.outcome_assessed_often import outcome_assessed_often
from notation import facts


def test_quiet_about_two_and_any_number_of_formative_ones() -> None:
    assert not outcome_assessed_often(
        facts("""
            M1 outcome LO1 Trace a loop
            A1 tests M1.LO1
            A2 tests M1.LO1
            A3 tests M1.LO1
            A3 of M1 formative
        """)
    )


def test_names_the_assessments_in_which_it_counts() -> None:
    findings = outcome_assessed_often(
        facts("""
            M1 outcome LO1 Trace a loop
            A1 tests M1.LO1
            A2 tests M1.LO1
            A3 of M1
            A3 tests LO1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: ASM307 M1.LO1 counts in A1, A2 and A3, more than 2",
    ]


def test_finds_a_split_learning_aim_where_that_is_forbidden() -> None:
    findings = outcome_assessed_often(
        facts("""
            setting ASM307 most_summative_per_outcome 1
            M1 outcome LO1 Trace a loop
            A1 tests M1.LO1
            A2 tests M1.LO1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: ASM307 M1.LO1 counts in A1 and A2, more than 1",
    ]
