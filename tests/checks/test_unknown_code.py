from curriculum.checks.unknown_code import unknown_code
from notation import facts


def test_quiet_when_every_code_is_known() -> None:
    assert not unknown_code(
        facts("""
            ksbs K1
            skills agile
            M1 intends K1
            M1 teaches K1 agile
            A1 assesses K1
        """)
    )


def test_names_the_place_and_the_closest_code() -> None:
    findings = unknown_code(
        facts("""
            ksbs K1 S12
            M1 intends S21
            M1 teaches K1 k1 ZZZ
            A1 assesses S112
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: COV104 M1 claims S21, which ST0000 v1.0 does not have; "
            "the closest is S12"
        ),
        (
            "notation:3: COV104 M1.01 teaches k1, which ST0000 v1.0 does not "
            "have; the closest is K1"
        ),
        "notation:3: COV104 M1.01 teaches ZZZ, which ST0000 v1.0 does not have",
        (
            "notation:4: COV104 A1 assesses S112, which ST0000 v1.0 does not "
            "have; the closest is S12"
        ),
    ]


def test_names_an_unknown_framework() -> None:
    findings = unknown_code(
        facts("""
            ksbs K1
            M1 teaches ST0001:K1
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: COV104 M1.01 teaches K1 of ST0001, which is not a "
            "framework of the programme; the closest is ST0000"
        ),
    ]
