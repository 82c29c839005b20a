from curriculum.checks.slots_overlap import slots_overlap
from notation import facts


def test_quiet_when_each_slot_has_ended_before_the_next() -> None:
    assert not slots_overlap(
        facts("""
            on Tuesday at 13:30 for 3 hours
            on Tuesday at 10:30 for 3 hours
            on Thursday at 13:00 for 3 hours
        """)
    )


def test_names_the_slot_that_starts_too_soon() -> None:
    findings = slots_overlap(
        facts("""
            on Tuesday at 13:30 for 3 hours
            on Tuesday at 11:00 for 3 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: HRS114 Tuesday has a slot at 13:30, before the 3 hours "
            "from 11:00 are over"
        ),
    ]


def test_looks_at_each_group_by_itself() -> None:
    [finding] = slots_overlap(
        facts("""
            group One on Tuesday at 09:00 for 3 hours
            group One on Tuesday at 10:00 for 3 hours
            group Two on Tuesday at 11:00 for 3 hours
        """)
    )
    assert finding.subject == "Tuesday 10:00"
