from curriculum.checks.calendar_too_long import calendar_too_long
from notation import facts


def test_quiet_up_to_ten_years() -> None:
    assert not calendar_too_long(
        facts("""
            from 2026-09-07 to 2036-09-06
        """)
    )


def test_names_both_days() -> None:
    findings = calendar_too_long(
        facts("""
            from 2026-09-07 to 2062-09-06
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: HRS109 the programme runs from 2026-09-07 to "
            "2062-09-06, and only 10 years are laid out"
        ),
    ]
