from curriculum.checks.mandatory_item_not_in_every_version import (
    mandatory_item_not_in_every_version,
)
from notation import facts

PLAN = """
    framework ST0001 reformed K1 K2
    plan AO1 K1 K2 mandatory K1
    A1 assesses K1 K2
    A1 version of Paper
    A2 version of Paper
"""


def test_quiet_when_every_version_has_it() -> None:
    assert not mandatory_item_not_in_every_version(facts(PLAN + "A2 assesses K1"))


def test_quiet_when_an_assessment_that_all_take_has_it() -> None:
    assert not mandatory_item_not_in_every_version(facts(PLAN + "A3 assesses K1"))


def test_quiet_when_another_assessment_has_it_in_every_version() -> None:
    assert not mandatory_item_not_in_every_version(
        facts(
            PLAN
            + """
            A3 assesses K1
            A3 version of Project
            """
        )
    )


def test_names_the_version_without_it_and_not_what_may_be_sampled() -> None:
    findings = mandatory_item_not_in_every_version(facts(PLAN + "A2 assesses K2"))
    assert [str(f) for f in findings] == [
        "notation:1: COV405 K1 is mandatory and missing from A2 of Paper"
    ]
