from curriculum.checks.ksb_in_nearly_every_module import ksb_in_nearly_every_module
from notation import facts


def test_quiet_up_to_the_greatest_share() -> None:
    assert not ksb_in_nearly_every_module(
        facts("""
            ksbs K1
            M1 teaches K1
            M2 teaches K1
            M3 teaches K1
            M4 teaches K1
            M5.01 lasts 3 hours
        """)
    )


def test_quiet_in_a_programme_of_few_modules() -> None:
    assert not ksb_in_nearly_every_module(
        facts("""
            ksbs K1
            M1 teaches K1
            M2 teaches K1
            M3 teaches K1
        """)
    )


def test_names_the_ksb_and_the_share() -> None:
    findings = ksb_in_nearly_every_module(
        facts("""
            ksbs K1 S1
            M1 teaches K1 S1
            M2 teaches K1
            M3 teaches K1
            M4 teaches K1
            M5 teaches K1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: COV109 K1 is taught in 5 of 5 modules, more than 80 %",
    ]


def test_the_share_is_a_setting() -> None:
    findings = ksb_in_nearly_every_module(
        facts("""
            ksbs S1
            setting COV109 most_modules_percent 50
            setting COV109 least_modules 2
            M1 teaches S1
            M2 teaches S1
            M3.01 lasts 3 hours
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: COV109 S1 is taught in 2 of 3 modules, more than 50 %",
    ]
