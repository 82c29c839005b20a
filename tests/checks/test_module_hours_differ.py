from curriculum.checks.module_hours_differ import module_hours_differ
from notation import facts


def test_quiet_when_the_hours_agree_or_are_not_declared() -> None:
    assert not module_hours_differ(
        facts("""
            M1 lasts 6 hours
            M1.01 lasts 2.5 hours
            M1.02 lasts 3.5 hours
            M2.01 lasts 3 hours
        """)
    )


def test_names_both_sums() -> None:
    findings = module_hours_differ(
        facts("""
            M1 lasts 30 hours
            M1.01 lasts 27 hours
            M2 lasts 1 hours
            M2.01 lasts 2.5 hours
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: HRS105 M1 declares 30 hours, and its sessions last 27, 3 fewer",
        "notation:3: HRS105 M2 declares 1 hour, and its sessions last 2.5, 1.5 more",
    ]


def test_a_tolerance_is_a_setting() -> None:
    assert not module_hours_differ(
        facts("""
            setting HRS105 tolerated_percent 10
            M1 lasts 30 hours
            M1.01 lasts 27 hours
        """)
    )
