from curriculum.checks.outcomes_off_level import outcomes_off_level
from notation import facts


def test_quiet_when_one_outcome_goes_far_enough() -> None:
    assert not outcomes_off_level(
        facts("""
            programme level 3
            M1 outcome LO1 Name a loop
            M1 outcome LO2 Apply a loop
        """)
    )


def test_quiet_where_level_or_verb_is_not_known() -> None:
    assert not outcomes_off_level(
        facts("""
            M1 outcome LO1 Name a loop
        """)
    )


def test_quiet_where_a_verb_is_not_known() -> None:
    assert not outcomes_off_level(
        facts("""
            programme level 3
            M1 outcome LO1 Name a loop
            M1 outcome LO2 Whittle a loop
        """)
    )


def test_tells_a_module_below_the_level() -> None:
    findings = outcomes_off_level(
        facts("""
            programme level 3
            M1 outcome LO1 Name a loop
            M1 outcome LO2 Describe a loop
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: DOC203 the outcomes of M1 go no further than "
            "describe (understand); level 3 asks for apply"
        ),
    ]


def test_tells_an_outcome_above_the_level() -> None:
    findings = outcomes_off_level(
        facts("""
            programme level 1
            M1 outcome LO1 Name a loop
            M1 outcome LO2 Evaluate a loop
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:3: DOC203 M1.LO2 opens with evaluate; level 1 goes up to analyse",
    ]
