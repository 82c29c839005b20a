from curriculum.checks.unknown_outcome import unknown_outcome
from notation import facts


def test_quiet_when_every_outcome_is_there() -> None:
    assert not unknown_outcome(
        facts("""
            M1 outcome LO1
            M1.01 serves LO1
            A1 of M1
            A1 tests LO1 M1.LO1
        """)
    )


def test_names_the_outcome_and_the_closest() -> None:
    findings = unknown_outcome(
        facts("""
            M1 outcome LO1
            M2 outcome LO9
            M1.01 serves LO2
            A1 of M1
            A1 tests LO9 M1.LO3 Q
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:3: ASM109 M1.01 serves LO2, which M1 does not have; the "
            "closest is LO1"
        ),
        "notation:4: ASM109 A1 tests LO9, which no module has; the closest is M2.LO9",
        (
            "notation:4: ASM109 A1 tests M1.LO3, which no module has; the "
            "closest is M1.LO1"
        ),
        "notation:4: ASM109 A1 tests Q, which no module has",
    ]
