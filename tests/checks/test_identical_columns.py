from curriculum.checks.identical_columns import identical_columns
from notation import facts


def test_quiet_when_modules_differ_in_one_ksb() -> None:
    assert not identical_columns(
        facts("""
            ksbs K1 K2 K3 K4
            M1 teaches K1 K2 K3
            M2 teaches K1 K2 K3 K4
        """)
    )


def test_quiet_about_columns_with_few_marks() -> None:
    assert not identical_columns(
        facts("""
            ksbs K1 K2
            M1 teaches K1 K2
            M2 teaches K1 K2
        """)
    )


def test_names_the_modules_and_what_they_share() -> None:
    findings = identical_columns(
        facts("""
            ksbs K1 K2 K3
            M1 teaches K1 K2
            M1 teaches K3
            M2 teaches K3 K2 K1
            M3 teaches K1 K2
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: COV205 M1 and M2 teach the same KSBs: K1, K2 and K3",
    ]
