from curriculum.checks.too_many_summative import too_many_summative
from notation import facts


def test_quiet_within_the_published_load_and_one_more() -> None:
    assert not too_many_summative(
        facts("""
            M1 lasts 100 hours
            M1.01 lasts 90 hours
            A1 of M1
            A2 of M1
            A3 of M1 formative
        """)
    )


def test_quiet_about_versions_of_one_assessment() -> None:
    assert not too_many_summative(
        facts("""
            M1.01 lasts 90 hours
            A1 of M1
            A2 of M1
            A2 version of Paper
            A3 of M1
            A3 version of Paper
        """)
    )


def test_names_the_module_and_its_assessments() -> None:
    findings = too_many_summative(
        facts("""
            M1.01 lasts 90 hours
            A1 of M1
            A2 of M1
            A3 of M1
            M2.01 lasts 90 hours
            M2 lasts 300 hours
            A4 of M2
            A5 of M2
            A6 of M2
            A7 of M2
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: ASM304 M1 has 3 summative assessments in 90 hours, "
            "more than 2: A1, A2 and A3"
        ),
    ]
