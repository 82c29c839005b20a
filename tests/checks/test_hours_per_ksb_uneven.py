from curriculum.checks.hours_per_ksb_uneven import hours_per_ksb_uneven
from notation import facts


def test_quiet_when_hours_are_shared_evenly() -> None:
    assert not hours_per_ksb_uneven(
        facts("""
            ksbs K1 K2
            M1 teaches K1
            M1 teaches K1 K2
        """)
    )


def test_names_what_gets_too_little_and_too_much() -> None:
    findings = hours_per_ksb_uneven(
        facts("""
            ksbs K1 K2 K3 K4 K5 K6
            M1 teaches K1 K2 K3 K4 K5 K6
            M1.01 lasts 2 hours
            M1 teaches K6
            M1.02 lasts 40 hours
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: HRS207 K1 gets 0.33 hours of teaching, less than 0.5",
        "notation:1: HRS207 K2 gets 0.33 hours of teaching, less than 0.5",
        "notation:1: HRS207 K3 gets 0.33 hours of teaching, less than 0.5",
        "notation:1: HRS207 K4 gets 0.33 hours of teaching, less than 0.5",
        "notation:1: HRS207 K5 gets 0.33 hours of teaching, less than 0.5",
        (
            "notation:1: HRS207 K6 gets 40.33 hours of teaching, more than "
            "4 times the mean of 7"
        ),
    ]
