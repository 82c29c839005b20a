from curriculum.checks.handed_in_before_out import handed_in_before_out
from notation import facts


def test_quiet_when_handed_in_later_or_the_same_day() -> None:
    assert not handed_in_before_out(
        facts("""
            A1 out 2026-09-22
            A1 in 2026-10-06
            A2 out 2026-10-06
            A2 in 2026-10-06
        """)
    )


def test_quiet_without_dates() -> None:
    assert not handed_in_before_out(
        facts("""
            A1 out 2026-09-22
            A2 in 2026-09-22
        """)
    )


def test_names_both_days() -> None:
    findings = handed_in_before_out(
        facts("""
            A1 out 2026-10-06
            A1 in 2026-09-22
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: ASM105 A1 is handed in on 2026-09-22, before it is "
            "handed out on 2026-10-06"
        ),
    ]
