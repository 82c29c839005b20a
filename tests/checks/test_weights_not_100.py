from curriculum.checks.weights_not_100 import weights_not_100
from notation import facts


def test_quiet_when_the_weights_add_up() -> None:
    assert not weights_not_100(
        facts("""
            A1 of M1
            A1 weighs 40
            A2 of M1
            A2 weighs 60
        """)
    )


def test_quiet_when_nothing_is_weighed() -> None:
    assert not weights_not_100(
        facts("""
            A1 of M1
            A2 of M1
        """)
    )


def test_quiet_about_thirds() -> None:
    assert not weights_not_100(
        facts("""
            A1 weighs 33.3
            A2 weighs 33.3
            A3 weighs 33.3
        """)
    )


def test_names_the_module_and_the_parts() -> None:
    findings = weights_not_100(
        facts("""
            module M1
            A1 of M1
            A1 weighs 40
            A2 of M1
            A2 weighs 50.5
            A3 of M1
            A4 of M1 formative
            A4 weighs 9.5
            A5 weighs 10
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: ASM104 the summative assessments of M1 weigh 90.5 % in "
            "all: A1 40 %, A2 50.5 % and A3 0 %"
        ),
        (
            "notation:9: ASM104 the summative assessments of the programme "
            "weigh 10 % in all: A5 10 %"
        ),
    ]
