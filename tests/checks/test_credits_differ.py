from curriculum.checks.credits_differ import credits_differ
from notation import facts


def test_quiet_when_the_arithmetic_is_right() -> None:
    assert not credits_differ(
        facts("""
            programme credits 18
            programme total_qualification_hours 180
            programme guided_learning_hours 120
        """)
    )


def test_quiet_when_one_figure_stands_alone() -> None:
    assert not credits_differ(
        facts("""
            programme credits 18
            programme guided_learning_hours 120
        """)
    )


def test_names_the_figures() -> None:
    findings = credits_differ(
        facts("""
            programme credits 18
            programme total_qualification_hours 150
            programme guided_learning_hours 160
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation: HRS203 18 credits are 180 hours, and the total "
            "qualification time is 150"
        ),
        (
            "notation: HRS203 the guided learning hours of 160 are more "
            "than the total qualification time of 150"
        ),
    ]
