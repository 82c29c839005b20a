from curriculum.checks.ksb_not_assessed import ksb_not_assessed
from notation import facts


def test_quiet_when_every_ksb_is_assessed_somewhere() -> None:
    assert not ksb_not_assessed(
        facts("""
            ksbs K1 S1
            M1 teaches K1 S1
            A1 assesses K1
            A2 assesses S1
            A2 of M1 formative
        """)
    )


def test_quiet_about_behaviours_that_the_employer_verifies() -> None:
    assert not ksb_not_assessed(
        facts("""
            framework ST0001 reformed K1 B1
            M1 teaches K1 B1
            A1 assesses K1
        """)
    )


def test_names_the_ksb_and_the_modules_that_teach_it() -> None:
    findings = ksb_not_assessed(
        facts("""
            ksbs K1 S1 B1
            M1 teaches K1 S1
            M2 teaches S1
            A1 assesses K1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: COV102 S1 is taught in M1, M2 and assessed nowhere",
        "notation:1: COV102 B1 is taught in no module and assessed nowhere",
    ]
