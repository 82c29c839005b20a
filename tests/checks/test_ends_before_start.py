from curriculum.checks.ends_before_start import ends_before_start
from notation import facts


def test_quiet_when_everything_ends_after_it_starts() -> None:
    assert not ends_before_start(
        facts("""
            from 2026-09-07 to 2026-09-07
            term Autumn 2026-09-07 to 2026-09-07
            closed 2026-09-07 Boiler works
        """)
    )


def test_names_what_ends_too_early() -> None:
    findings = ends_before_start(
        facts("""
            from 2027-09-07 to 2026-09-07
            term Autumn 2026-10-23 to 2026-09-07
            holiday 2026-10-23 to 2026-10-19 Reading week
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: HRS110 the programme ends on 2026-09-07, before it "
            "starts on 2027-09-07"
        ),
        "notation:2: HRS110 Autumn ends on 2026-09-07, before it starts on 2026-10-23",
        (
            "notation:3: HRS110 Reading week ends on 2026-10-19, before it "
            "starts on 2026-10-23"
        ),
    ]
