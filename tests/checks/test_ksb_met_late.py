from curriculum.checks.ksb_met_late import ksb_met_late
from notation import facts


def test_quiet_when_it_is_met_early() -> None:
    assert not ksb_met_late(
        facts("""
            ksbs K1
            M1 teaches K1
            M2 starts week 40
            M2 teaches K1
        """)
    )


def test_quiet_in_a_short_course() -> None:
    assert not ksb_met_late(
        facts("""
            from 2026-09-07 to 2026-10-16
            ksbs K1
            M1 starts week 6
            M1 teaches K1
        """)
    )


def test_names_the_week_before_the_gateway() -> None:
    findings = ksb_met_late(
        facts("""
            gateway 2027-03-01
            ksbs K1 K2
            M1 starts week 20
            M1 teaches K1
            M2 starts week 22
            M2 teaches K2
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: SEQ208 K2 is first taught in M2.01, in week 22 of "
            "26 weeks before the gateway, within the last 20 %"
        ),
    ]
