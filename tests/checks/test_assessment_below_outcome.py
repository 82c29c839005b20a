from curriculum.checks.assessment_below_outcome import assessment_below_outcome
from notation import facts


def test_quiet_when_one_brief_asks_for_as_much() -> None:
    assert not assessment_below_outcome(
        facts("""
            M1 outcome LO1 Evaluate a loop
            A1 tests M1.LO1
            A1 brief List two loops
            A2 tests M1.LO1
            A2 brief List two loops, compare them and justify a choice
        """)
    )


def test_quiet_about_briefs_without_a_known_verb() -> None:
    assert not assessment_below_outcome(
        facts("""
            M1 outcome LO1 Evaluate a loop
            A1 tests M1.LO1
            A1 brief Essay
        """)
    )


def test_names_both_verbs() -> None:
    findings = assessment_below_outcome(
        facts("""
            M1 outcome LO1 Evaluate a loop
            A1 tests M1.LO1
            A1 brief List two loops and name their parts
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: ASM303 M1.LO1 opens with evaluate, and A1 asks for "
            "no more than list (remember)"
        ),
    ]
