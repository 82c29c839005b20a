from curriculum.checks.module_claims_most import module_claims_most
from notation import facts


def test_quiet_when_modules_share_the_ksbs() -> None:
    assert not module_claims_most(
        facts("""
            ksbs K1 K2 K3 K4 K5
            M1 teaches K1
            M2 teaches K2
            M3 teaches K3
            M4 teaches K4
            M5 teaches K5
        """)
    )


def test_quiet_in_a_small_programme() -> None:
    assert not module_claims_most(
        facts("""
            ksbs K1 K2
            M1 teaches K1 K2
            M2 teaches K1
        """)
    )


def test_names_the_module_and_its_fullest_sessions() -> None:
    findings = module_claims_most(
        facts("""
            ksbs K1 K2 K3 K4 K5
            M1 teaches K1
            M2 teaches K2
            M3 teaches K3
            M4 teaches K4
            M5 teaches K5
            M5 teaches K1 K2 K3
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:6: COV202 M5 claims 4 KSBs, 80 % of those taught, "
            "with 1.5 times as many marks an hour as the programme (at most "
            "40 %, and 2 times); fullest are M5.02 and M5.01"
        ),
    ]


def test_marks_packed_into_few_hours_are_found_too() -> None:
    findings = module_claims_most(
        facts("""
            ksbs K1 K2 K3 K4 K5 K6
            M1 teaches K1
            M2 teaches K2
            M3 teaches K3
            M4 teaches K4 K6
            M5 teaches K5 K1
            M5.01 lasts 1 hour
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:6: COV202 M5 claims 2 KSBs, 33 % of those taught, "
            "with 3.71 times as many marks an hour as the programme (at "
            "most 40 %, and 2 times); fullest are M5.01"
        ),
    ]
