from curriculum.checks.identical_rows import identical_rows
from notation import facts


def test_quiet_when_rows_differ_in_one_session() -> None:
    assert not identical_rows(
        facts("""
            ksbs K1 K2
            M1 teaches K1 K2
            M2 teaches K1 K2
            M3 teaches K1 K2
            M4 teaches K2
        """)
    )


def test_quiet_when_rows_differ_in_an_assessment() -> None:
    assert not identical_rows(
        facts("""
            ksbs K1 K2
            M1 teaches K1 K2
            M2 teaches K1 K2
            M3 teaches K1 K2
            A1 assesses K1
        """)
    )


def test_quiet_about_rows_with_few_marks() -> None:
    assert not identical_rows(
        facts("""
            ksbs K1 K2
            M1 teaches K1 K2
            M2 teaches K1 K2
        """)
    )


def test_names_the_rows_and_their_cells() -> None:
    findings = identical_rows(
        facts("""
            ksbs K1 S1 B1
            M1 teaches K1 S1
            M2 teaches K1 S1 B1
            M3 teaches K1 S1
            A1 assesses S1 K1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: COV204 K1 and S1 have the same marks: M1.01, M2.01, M3.01 and A1",
    ]
