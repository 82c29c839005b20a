from curriculum.checks.more_than_one_verb import more_than_one_verb
from notation import facts


def test_quiet_about_nouns_that_look_like_verbs() -> None:
    assert not more_than_one_verb(
        facts("""
            M1 outcome LO1 Apply procedures for safety, security and test data
            M1 outcome LO2 Explain design and test plans
            M1 outcome LO3 Trace loops
        """)
    )


def test_quiet_about_the_wording_of_a_framework() -> None:
    assert not more_than_one_verb(
        facts("""
            ksbs S1
            S1 means Apply and maintain procedures.
            M1 outcome LO1 Apply and maintain procedures
        """)
    )


def test_names_the_verbs() -> None:
    findings = more_than_one_verb(
        facts("""
            M1 outcome LO1 Design and test a component
            M1 outcome LO2 Explain loops and write a function
            M1 outcome LO3 Plan, build and test software
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: DOC201 M1.LO1 asks to design and test",
        "notation:2: DOC201 M1.LO2 asks to explain and write",
        "notation:3: DOC201 M1.LO3 asks to plan, build and test",
    ]
