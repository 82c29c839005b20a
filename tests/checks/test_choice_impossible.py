from curriculum.checks.choice_impossible import choice_impossible
from notation import facts


def test_quiet_about_choices_that_can_be_made() -> None:
    assert not choice_impossible(
        facts("""
            O1 optional
            O2 optional
            O3 teaches K1
            choose 1 of O1 O2
            choose 1 of O3
        """)
    )


def test_names_what_stands_in_the_way_of_each_choice() -> None:
    findings = choice_impossible(
        facts("""
            O1 optional
            O2 optional
            O3 optional
            choose 1 of O1 O2
            choose 1 of O2 O3
            choose 1 of O3 O8 O9
            choose 3 of O1 O3
            choose 1 of O1 O1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:5: ASM401 O2 of Choice 2 stands in Choice 1 as well",
        "notation:6: ASM401 Choice 3 names O8 and O9, which are no modules",
        "notation:7: ASM401 Choice 4 asks for 3 of 2 modules",
        "notation:8: ASM401 Choice 5 names O1 more than once",
    ]
