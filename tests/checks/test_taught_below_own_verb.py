from curriculum.checks.taught_below_own_verb import taught_below_own_verb
from notation import facts


def test_quiet_when_one_session_goes_as_far() -> None:
    assert not taught_below_own_verb(
        facts("""
            ksbs S1
            S1 means Apply logic
            M1 teaches S1
            M1.01 objective List loops
            M2 teaches S1
            M2.01 objective Learners can write a loop
        """)
    )


def test_quiet_about_statements_without_a_verb() -> None:
    assert not taught_below_own_verb(
        facts("""
            ksbs K1
            K1 means Principles of logic
            M1 teaches K1
            M1.01 objective List loops
        """)
    )


def test_names_the_verb_of_the_ksb_and_the_highest_verb_taught() -> None:
    findings = taught_below_own_verb(
        facts("""
            ksbs S1
            S1 means Apply logic
            M1 teaches S1
            M1.01 objective List loops
            M2 teaches S1
            M2.01 objective Describe a loop
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: SEQ205 S1 opens with apply, and the sessions that "
            "teach it go no further than describe (understand): M1.01 and "
            "M2.01"
        ),
    ]
