import pytest

from curriculum.checks.non_observable_verb import non_observable_verb
from notation import facts


def test_quiet_about_verbs_that_can_be_observed() -> None:
    assert not non_observable_verb(
        facts("""
            M1 outcome LO1 Explain what a loop is for
            M1.01 objective Trace a loop by hand
            M1.02 objective Knowledgeably compare two loops
            M1.02 objective Learning log kept up to date
            M1.02 objective Develop an appreciation card for the team
            M1.02 objective Document the know-how of a colleague
        """)
    )


def test_quiet_about_the_wording_of_a_framework() -> None:
    assert not non_observable_verb(
        facts("""
            ksbs K1
            K1 means Understand how loops end.
            M1 outcome LO1 understand how loops end
        """)
    )


def test_names_the_outcome_and_the_verb() -> None:
    findings = non_observable_verb(
        facts("""
            M1 outcome LO1 Understand loops
            M1 outcome LO2 Learners will be able to know what a loop is
            M1.01 objective Trace a loop
            M1.01 objective Be familiar with loops
            M1.01 objective To appreciate recursion
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: DOC102 M1.LO1 begins with understand, which cannot be observed",
        "notation:2: DOC102 M1.LO2 begins with know, which cannot be observed",
        (
            "notation:3: DOC102 objective 2 of M1.01 begins with be familiar "
            "with, which cannot be observed"
        ),
        (
            "notation:3: DOC102 objective 3 of M1.01 begins with appreciate, "
            "which cannot be observed"
        ),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "• Understand",
        "“Understand",
        "LO1: understand",
        "1.2) Know",
        "By the end of the session, learners will understand",
        "You should appreciate",
        "All learners must fully understand",
        "Understands",
        "Understanding of",
        "Have a sound understanding of",
        "Gain knowledge of",
        "Become aware of",
    ],
)
def test_the_same_is_found_however_it_is_said(opening: str) -> None:
    [finding] = non_observable_verb(facts(f"M1 outcome LO1 {opening} loops"))
    assert finding.message.endswith("which cannot be observed")
