from curriculum.checks.off_the_job_without_ksb import off_the_job_without_ksb
from notation import facts


def test_quiet_outside_apprenticeships() -> None:
    assert not off_the_job_without_ksb(
        facts("""
            ksbs K1
            M1.01 lasts 3 hours
        """)
    )


def test_quiet_when_the_hours_are_not_counted() -> None:
    assert not off_the_job_without_ksb(
        facts("""
            programme kind apprenticeship
            ksbs K1
            M1.01 off the record
        """)
    )


def test_quiet_when_one_session_teaches_something() -> None:
    assert not off_the_job_without_ksb(
        facts("""
            programme kind apprenticeship
            ksbs K1
            M1.01 lasts 3 hours
            M1.02 teaches K1
        """)
    )


def test_names_the_module_and_its_hours() -> None:
    findings = off_the_job_without_ksb(
        facts("""
            programme kind Apprenticeship
            ksbs K1
            skills agile
            M1.01 teaches agile
            M1.02 lasts 1.5 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:4: COV112 M1 counts 4.5 hours of off-the-job training and "
            "teaches no KSB"
        ),
    ]
