from curriculum.checks.module_without_ksb import module_without_ksb
from notation import facts


def test_quiet_when_every_module_teaches_something() -> None:
    assert not module_without_ksb(
        facts("""
            ksbs K1
            M1 teaches K1
            M2 teaches K1
        """)
    )


def test_quiet_where_there_is_no_framework() -> None:
    assert not module_without_ksb(
        facts("""
            module M1
        """)
    )


def test_names_the_module() -> None:
    findings = module_without_ksb(
        facts("""
            ksbs K1
            skills agile
            M1 teaches K1
            M2 teaches agile
            M3 teaches K99
            module M4
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:4: COV107 M2 teaches no KSB",
        "notation:5: COV107 M3 teaches no KSB",
        "notation:6: COV107 M4 teaches no KSB, for it has no session",
    ]


def test_leaves_off_the_job_hours_to_their_own_rule() -> None:
    findings = module_without_ksb(
        facts("""
            programme kind apprenticeship
            ksbs K1
            M1.01 lasts 3 hours
            M2.01 off the record
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:4: COV107 M2 teaches no KSB",
    ]
