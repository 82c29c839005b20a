from curriculum.checks.guided_hours_differ import guided_hours_differ
from notation import facts


def test_quiet_within_ten_percent() -> None:
    assert not guided_hours_differ(
        facts("""
            programme guided_learning_hours 60
            M1.01 lasts 54 hours
        """)
    )


def test_quiet_where_learners_choose() -> None:
    assert not guided_hours_differ(
        facts("""
            programme guided_learning_hours 60
            M1.01 lasts 54 hours
            M2 optional
            M2.01 lasts 30 hours
        """)
    )


def test_names_both_figures() -> None:
    findings = guided_hours_differ(
        facts("""
            programme guided_learning_hours 60
            M1.01 lasts 53 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation: HRS204 the sessions last 53 hours, and 60 guided "
            "learning hours are stated, which is more than 10 % apart"
        ),
    ]


def test_the_placement_of_a_t_level_does_not_count() -> None:
    assert not guided_hours_differ(
        facts("""
            programme kind t-level
            programme guided_learning_hours 60
            M1.01 lasts 60 hours
            M1.02 lasts 90 hours
            M1.02 is workplace
        """)
    )
