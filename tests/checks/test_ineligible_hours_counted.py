from curriculum.checks.ineligible_hours_counted import ineligible_hours_counted
from notation import facts


def test_quiet_about_what_is_not_counted() -> None:
    assert not ineligible_hours_counted(
        facts("""
            programme kind apprenticeship
            M1 teaches K1
            M1.02 is review
            M1.02 off the record
        """)
    )


def test_quiet_outside_apprenticeships() -> None:
    assert not ineligible_hours_counted(
        facts("""
            programme kind course
            M1 titled Functional skills
            M1.01 is review
        """)
    )


def test_names_reviews_and_standalone_english() -> None:
    findings = ineligible_hours_counted(
        facts("""
            programme kind apprenticeship
            M1.01 is review
            M1.02 topic GCSE English: reading
            M2 titled Functional Skills
            M2.01 lasts 1.5 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: HRS201 M1.01 is a review and counts 3 hours of "
            "off-the-job training"
        ),
        (
            "notation:3: HRS201 M1.02 is standalone gcse english and counts "
            "3 hours of off-the-job training"
        ),
        (
            "notation:5: HRS201 M2.01 is standalone functional skills and "
            "counts 1.5 hours of off-the-job training"
        ),
    ]


def test_the_words_are_a_setting() -> None:
    findings = ineligible_hours_counted(
        facts("""
            setting HRS201 standalone_words essential skills, numeracy
            programme kind apprenticeship
            M1.01 topic Essential Skills Wales
            M1.02 topic GCSE English
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:3: HRS201 M1.01 is standalone essential skills and "
            "counts 3 hours of off-the-job training"
        ),
    ]
