from curriculum.checks.too_many_outcomes import too_many_outcomes
from notation import facts


def test_quiet_about_six() -> None:
    assert not too_many_outcomes(
        facts("""
            M1 outcome LO1
            M1 outcome LO2
            M1 outcome LO3
            M1 outcome LO4
            M1 outcome LO5
            M1 outcome LO6
        """)
    )


def test_counts_the_outcomes_of_the_module() -> None:
    findings = too_many_outcomes(
        facts("""
            setting DOC202 most_outcomes_per_module 2
            M1 outcome LO1
            M1 outcome LO2
            M1 outcome LO3
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: DOC202 M1 has 3 learning outcomes, more than 2",
    ]
