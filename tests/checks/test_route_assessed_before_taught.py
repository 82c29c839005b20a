from curriculum.checks.route_assessed_before_taught import route_assessed_before_taught
from notation import facts

LATE = """
    ksbs K1 K2
    O1 teaches K1 K2
    O2.01 lasts 6 hours
    M1.01 lasts 12 hours
    M2 teaches K1 K2
"""


def test_quiet_when_every_choice_is_taught_first() -> None:
    assert not route_assessed_before_taught(
        facts(
            LATE
            + """
            O2 teaches K1
            choose 1 of O1 O2
            A1 assesses K1 on 2026-09-22
            A2 assesses K2 on 2027-05-01
            """
        )
    )


def test_quiet_about_an_assessment_of_the_module_that_teaches_it() -> None:
    assert not route_assessed_before_taught(
        facts(
            LATE
            + """
            choose 1 of O1 O2
            A1 assesses K1 K2 on 2026-09-15
            A1 of O1
            """
        )
    )


def test_quiet_about_what_comes_too_early_for_all_or_is_taught_to_none() -> None:
    assert not route_assessed_before_taught(
        facts("""
            ksbs K1 K2
            M1 teaches K1
            O1 teaches K2
            choose 0 of O1
            A1 assesses K1 K2 on 2026-09-01
        """)
    )


def test_names_the_modules_that_are_left_out_and_the_assessment() -> None:
    findings = route_assessed_before_taught(
        facts(
            LATE
            + """
            choose 1 of O1 O2
            A1 assesses K1 K2 on 2026-09-15
            A2 assesses K1 on 2026-09-15
            A2 of O1 formative
            """
        )
    )
    assert [(f.subject, str(f)) for f in findings] == [
        (
            "A1",
            (
                "notation:8: SEQ401 a learner who leaves out O1 is assessed in K1 and "
                "K2 in A1 on 2026-09-15, before they are taught"
            ),
        )
    ]
