from curriculum.checks.option_not_covered import option_not_covered
from notation import facts

TAUGHT = """
    ksbs K1 K2 K3
    duty D1 K1
    duty D2 K1 K2
    duty D3 K3
    M1 teaches K1 K2
    A1 assesses K1 K2
"""


def test_quiet_without_options_and_about_those_that_are_covered() -> None:
    assert not option_not_covered(facts(TAUGHT))
    covered = f"{TAUGHT}M1 teaches K3\nA1 assesses K3\n"
    assert not option_not_covered(facts(f"{covered}option Lamps D2\noption Horns D3"))


def test_names_what_the_learners_of_one_option_miss() -> None:
    findings = option_not_covered(facts(f"{TAUGHT}option Lamps D2\noption Horns D3"))
    assert [str(f) for f in findings] == [
        (
            "notation:1: COV113 option Horns of ST0000 v1.0: 1 of 2 KSBs are covered; "
            "not taught: K3; not assessed: K3"
        ),
    ]
