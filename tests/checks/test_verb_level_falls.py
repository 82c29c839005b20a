from curriculum.checks.verb_level_falls import verb_level_falls
from notation import facts


def test_quiet_when_more_is_asked_later() -> None:
    assert not verb_level_falls(
        facts("""
            ksbs K1
            M1 teaches K1
            M1.01 objective List loops
            M2 teaches K1
            M2.01 objective Evaluate a loop
        """)
    )


def test_quiet_about_a_verb_that_may_stand_on_both_levels() -> None:
    assert not verb_level_falls(
        facts("""
            ksbs K1
            M1 teaches K1
            M1.01 objective Evaluate a loop
            M2 teaches K1
            M2.01 objective Choose a loop
        """)
    )


def test_quiet_about_sessions_that_go_back_over_what_was_taught() -> None:
    assert not verb_level_falls(
        facts("""
            ksbs K1
            M1 teaches K1
            M1.01 objective Evaluate a loop
            M2 teaches K1
            M2.01 objective List loops
            M2.01 is catch-up
        """)
    )


def test_names_the_verbs_and_the_sessions() -> None:
    findings = verb_level_falls(
        facts("""
            ksbs K1
            M1 teaches K1
            M1.01 objective Evaluate a loop
            M2 teaches K1
            M2.01 objective List loops
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: SEQ204 K1 falls from evaluate in M1.01 to list in M2.01",
    ]
