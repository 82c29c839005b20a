from curriculum.checks.module_starts_late import module_starts_late
from notation import facts


def test_quiet_when_the_module_starts_in_its_week() -> None:
    assert not module_starts_late(
        facts("""
            M1 starts week 1
            M1.01 lasts 3 hours
            M2 starts week 5
            M2.01 lasts 3 hours
        """)
    )


def test_names_both_weeks_once() -> None:
    findings = module_starts_late(
        facts("""
            M1.01 lasts 9 hours
            M2 starts week 1
            M2.01 lasts 3 hours
            M2.02 lasts 3 hours
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: HRS107 M2 starts in week 2, and is planned for week 1",
    ]
