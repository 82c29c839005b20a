from curriculum.checks.ksb_not_assessed import ksb_not_assessed
from curriculum.checks.ksb_not_taught import ksb_not_taught
from curriculum.checks.sampled_item_not_taught import sampled_item_not_taught
from notation import facts


def test_quiet_when_what_may_be_sampled_is_taught() -> None:
    held = facts("""
        framework ST0001 reformed K1 K2 B1
        plan AO1 K1 K2 mandatory K1
        M1 teaches K1 K2 B1
        A1 assesses K1
    """)
    assert not sampled_item_not_taught(held)
    assert not ksb_not_assessed(held)


def test_names_what_was_dropped_from_teaching_and_no_other_rule_does() -> None:
    held = facts("""
        framework ST0001 reformed K1 K2 B1
        plan AO1 K1 K2 mandatory K1
    """)
    assert [str(f) for f in sampled_item_not_taught(held)] == [
        "notation:1: COV404 K2 may be sampled by the assessment and is taught nowhere"
    ]
    assert [f.subject for f in ksb_not_taught(held)] == ["K1", "B1"]
    assert [f.subject for f in ksb_not_assessed(held)] == ["K1"]


def test_without_a_plan_nothing_may_be_sampled() -> None:
    held = facts("framework ST0001 reformed K1")
    assert not sampled_item_not_taught(held)
    assert [f.subject for f in ksb_not_assessed(held)] == ["K1"]
