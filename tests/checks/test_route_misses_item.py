from curriculum.checks.route_misses_item import route_misses_item
from notation import facts


def test_quiet_when_every_choice_is_taught_and_assessed_in_everything() -> None:
    assert not route_misses_item(
        facts("""
            ksbs K1 K2
            M1 teaches K1
            O1 teaches K2
            O2 teaches K2
            choose 1 of O1 O2
            A1 assesses K1 K2
        """)
    )


def test_quiet_about_what_nobody_is_taught() -> None:
    assert not route_misses_item(
        facts("""
            ksbs K1
            M1 optional
        """)
    )


def test_quiet_without_optional_modules() -> None:
    assert not route_misses_item(
        facts("""
            ksbs K1
            M1 teaches K1
        """)
    )


def test_names_the_smallest_choice_and_all_that_it_misses() -> None:
    findings = route_misses_item(
        facts("""
            ksbs K1 K7 S3
            M1 teaches K1 K7 S3
            O1 optional
            O2 optional
            O3 optional
            O4 optional
            O5 optional
            choose 2 of O1 O2 O3 O4 O5
            A0 assesses K1
            A1 assesses K7
            A1 of O1
            A2 assesses K7 S3
            A2 of O3
            A3 assesses S3
            A3 of O4
        """)
    )
    assert [(f.subject, str(f)) for f in findings] == [
        (
            "O2+O5",
            (
                "notation:8: COV401 a learner who takes O2 and O5 "
                "is never assessed in K7 and S3"
            ),
        )
    ]


def test_a_module_that_may_be_left_out_covers_for_nobody_else() -> None:
    findings = route_misses_item(
        facts("""
            ksbs K1 K2
            O1 optional
            O1 teaches K1 K2
            M1 teaches K2
            A1 assesses K1 K2
            A1 of O1
        """)
    )
    assert [(f.subject, f.message) for f in findings] == [
        (
            "without O1",
            (
                "a learner who leaves out O1 is never taught K1 "
                "and never assessed in K1 and K2"
            ),
        )
    ]


def test_behaviours_that_the_employer_verifies_need_no_assessment() -> None:
    assert not route_misses_item(
        facts("""
            framework ST0001 reformed B1
            M1 teaches B1
            O1 optional
            A1 assesses B1
            A1 of O1
        """)
    )
