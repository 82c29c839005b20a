from curriculum.checks.placement_too_short import placement_too_short
from notation import facts


def test_quiet_when_the_header_states_enough() -> None:
    assert not placement_too_short(
        facts("""
            programme kind t-level
            programme placement_hours 315
            programme placement_days 45
        """)
    )


def test_quiet_about_anything_but_a_t_level() -> None:
    assert not placement_too_short(
        facts("""
            programme kind course
        """)
    )


def test_counts_sessions_at_work() -> None:
    findings = placement_too_short(
        facts("""
            programme kind t-level
            M1.01 is workplace
            M1.02 is workplace
            M1.03 is teaching
        """)
    )
    assert [str(f) for f in findings] == [
        "notation: HRS208 the placement lasts 6 hours, of at least 315",
        "notation: HRS208 the placement has 1 day, of at least 45",
    ]
