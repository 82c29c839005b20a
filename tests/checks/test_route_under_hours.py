from curriculum.checks.hours_under_minimum import hours_under_minimum
from curriculum.checks.route_under_hours import route_under_hours
from notation import facts

CHOICE = """
    ksbs K1
    minimum {least} hours
    M1.01 lasts 20 hours
    O1.01 lasts 9 hours
    O2.01 lasts 3 hours
    O3.01 lasts 4 hours
    O3.02 lasts 9 hours
    O3.02 off the record
    choose 2 of O1 O2 O3
"""


def test_quiet_when_the_shortest_choice_has_the_hours() -> None:
    assert not route_under_hours(facts(CHOICE.format(least=27)))


def test_quiet_without_choices_which_hrs101_looks_after() -> None:
    held = facts("""
        ksbs K1
        minimum 30 hours
        M1.01 lasts 20 hours
        O1 optional
        O1.01 lasts 10 hours
    """)
    assert not route_under_hours(held)
    assert hours_under_minimum(held)


def test_names_the_choice_with_the_fewest_hours() -> None:
    held = facts(CHOICE.format(least=28))
    assert [(f.subject, str(f)) for f in route_under_hours(held)] == [
        (
            "O2+O3",
            (
                "notation:9: HRS401 a learner who takes O2 and O3 gets 27 hours of "
                "off-the-job training, 1 under the 28 of ST0000 v1.0 according to "
                "a planner: not confirmed"
            ),
        )
    ]
    assert not hours_under_minimum(held)


def test_a_choice_of_everything_is_no_choice() -> None:
    [finding] = route_under_hours(
        facts("""
            ksbs K1
            minimum 30 hours
            O1.01 lasts 9 hours
            choose 1 of O1
        """)
    )
    assert finding.subject == "TEST-1"
    assert finding.message.startswith("a learner gets 9 hours")
