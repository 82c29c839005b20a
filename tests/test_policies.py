"""The shipped policies: what each asks, since when, and what it takes lightly."""

from datetime import date

import pytest

from curriculum.checks import all_rules
from curriculum.checks.ksb_not_assessed import ksb_not_assessed
from curriculum.checks.ksb_not_taught import ksb_not_taught
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import KIND_TITLES, Asked, Programme
from curriculum.pipeline import review
from curriculum.sources import all_policies
from notation import facts, programme

NAMES = ["advisory", "college", "epa", "htq", "reformed", "t-level", "unit"]


def under(policy: str, held: Facts) -> Facts:
    """The same programme, with its one framework judged by a shipped policy."""
    [framework] = held.programme.frameworks
    judged = framework.model_copy(update={"policy": all_policies()[policy]})
    return Facts(
        held.programme.model_copy(update={"frameworks": (judged,)}),
        held.timetable,
        held.coverage,
    )


def test_every_policy_is_there_with_source_and_date() -> None:
    assert sorted(all_policies()) == NAMES
    for name, policy in all_policies().items():
        assert policy.name == name
        assert policy.authority
        assert date(2025, 1, 1) < policy.dated < date(2027, 1, 1)


def test_policies_name_kinds_of_item_that_there_are() -> None:
    kinds = {*KIND_TITLES.values(), "*"}
    for policy in all_policies().values():
        assert {kind for asked in policy.asks for kind in asked.kinds} <= kinds


def test_policies_lower_only_rules_that_are_errors() -> None:
    errors = {rule.code for rule in all_rules() if rule.severity is Severity.ERROR}
    lowered = [low.code for p in all_policies().values() for low in p.lowered]
    assert lowered
    assert set(lowered) <= errors


def test_what_each_policy_asks_of_knowledge_and_of_behaviours() -> None:
    framework = programme("ksbs K1 B1").frameworks[0]
    asked = {
        name: [
            (policy.asked(item).taught, policy.asked(item).assessed)
            for item in framework.items
        ]
        for name, policy in all_policies().items()
    }
    assert asked == {
        "advisory": [(0, 0), (0, 0)],
        "college": [(1, 1), (1, 1)],
        "epa": [(1, 1), (1, 1)],
        "htq": [(1, 1), (1, 0)],
        "reformed": [(1, 1), (1, 0)],
        "t-level": [(1, 1), (1, 1)],
        "unit": [(1, 1), (1, 0)],
    }
    assert (
        all_policies()["reformed"].asked(framework.items[1]).verified_by == "employer"
    )


@pytest.mark.parametrize(
    ("policy", "severity"), [("epa", Severity.ERROR), ("college", Severity.WARNING)]
)
def test_a_policy_takes_an_error_as_a_warning(policy: str, severity: Severity) -> None:
    held = under(policy, facts("ksbs K1"))
    assert [f.severity for f in ksb_not_assessed(held)] == [severity]
    assert [f.severity for f in ksb_not_taught(held)] == [Severity.ERROR]


def test_each_framework_is_judged_by_its_own_policy() -> None:
    held = facts("""
        framework ST0001 epa K1
        framework ST0002 t-level K2
    """)
    assert [(f.subject, f.severity.value) for f in ksb_not_assessed(held)] == [
        ("K1", "error"),
        ("K2", "warning"),
    ]


def test_an_item_of_two_frameworks_weighs_as_the_stricter_policy_says() -> None:
    held = facts("ksbs K1").programme
    [epa] = held.frameworks
    other = {"id": "ST0001", "policy": all_policies()["t-level"]}
    both = (epa.model_copy(update=other), epa)
    two: Programme = held.model_copy(update={"frameworks": both})
    laid = facts("ksbs K1")
    found = ksb_not_assessed(Facts(two, laid.timetable, laid.coverage))
    assert {f.severity for f in found} == {Severity.ERROR}


def test_a_policy_may_ask_for_more_than_one_session_and_assessment() -> None:
    held = facts("""
        ksbs K1
        M1 teaches K1
        A1 assesses K1
    """)
    [framework] = held.programme.frameworks
    asks = (Asked(kinds=("*",), taught=2, assessed=3),)
    policy = framework.policy.model_copy(update={"asks": asks})
    stricter = framework.model_copy(update={"policy": policy})
    judged = held.programme.model_copy(update={"frameworks": (stricter,)})
    more = Facts(judged, held.timetable, held.coverage)
    assert [f.message for f in (*ksb_not_taught(more), *ksb_not_assessed(more))] == [
        "K1 is taught in 1 of the 2 sessions asked for",
        "K1 is assessed in 1 of the 3 assessments asked for",
    ]


def test_a_review_states_its_policies_with_their_dates_and_the_routes() -> None:
    keys = " ".join(f"O{n}" for n in range(20))
    lines = "\n".join(f"{key} teaches K1" for key in keys.split())
    text = f"framework ST1 reformed K1\nskills git\n{lines}\nchoose 6 of {keys}"
    held = review(programme(text))
    first, second, routes = held.statements
    assert first.startswith("ST1 v1.0 was judged by: reformed (policy reformed of 19")
    assert "19 June 2026" in first
    assert "policy advisory of 1 June 2026" in second
    assert routes == (
        "Coverage, order and hours were checked for each of the 38,760 valid choices "
        "of modules"
    )


def test_without_a_choice_no_routes_are_stated() -> None:
    assert len(review(programme("ksbs K1")).statements) == 1
