from curriculum.checks.unknown_reference import unknown_reference
from notation import facts


def test_quiet_when_both_are_there() -> None:
    assert not unknown_reference(
        facts("""
            module M1
            method portfolio
            A1 of M1
            A1 practises portfolio
        """)
    )


def test_quiet_when_neither_is_named() -> None:
    assert not unknown_reference(
        facts("""
            assessment A1
        """)
    )


def test_names_what_is_not_there() -> None:
    findings = unknown_reference(
        facts("""
            module M10
            method portfolio
            A1 of M100
            A1 practises portfoil
            A2 practises test
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:3: ASM110 A1 belongs to M100, which is not a module; the "
            "closest is M10"
        ),
        (
            "notation:3: ASM110 A1 practises portfoil, which is not an "
            "end-point method; the closest is portfolio"
        ),
        "notation:5: ASM110 A2 practises test, which is not an end-point method",
    ]
