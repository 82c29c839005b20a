from curriculum.checks.duplicate_code import duplicate_code
from notation import facts


def test_quiet_when_every_key_is_used_once() -> None:
    assert not duplicate_code(
        facts("""
            ksbs K1
            person JM Jo Marsh
            M1 outcome LO1
            M2 outcome LO1
            M1 teaches K1
            M2 teaches K1
            A1 assesses K1
        """)
    )


def test_names_the_key_and_where_it_stands_first() -> None:
    findings = duplicate_code(
        facts("""
            person JM Jo Marsh
            person JM Jim Moss
            module M1
            module M1
            M1 outcome LO1
            M1 outcome LO1
            session M1.01
            session M1.01
            assessment A1
            assessment A1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:4: COV105 M1 is already the key of a module at notation:3",
        "notation:8: COV105 M1.01 is already the key of a session at notation:7",
        "notation:10: COV105 A1 is already the key of an assessment at notation:9",
        "notation:2: COV105 JM is already the key of a person at notation:1",
        "notation:6: COV105 M1.LO1 is already the key of an outcome at notation:5",
    ]


def test_one_item_is_marked_once() -> None:
    findings = duplicate_code(
        facts("""
            ksbs K1 S1
            framework AU0001 unit K1
            M1.01 teaches ST0000:K1 S1 AU0001:K1
            M1.01 teaches ST0000:K1
            A1 assesses S1 S1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:4: COV105 K1 is marked more than once in M1.01",
        "notation:5: COV105 S1 is marked more than once in A1",
    ]
