from curriculum.checks.behaviour_not_verified import behaviour_not_verified
from notation import facts


def test_quiet_when_the_employer_verifies_each_behaviour() -> None:
    assert not behaviour_not_verified(
        facts("""
            framework ST0001 reformed K1 B1 B2
            verified 2027-03-01 employer B1
            verified 2027-06-01 Employer B2
        """)
    )


def test_quiet_where_behaviours_are_assessed() -> None:
    assert not behaviour_not_verified(facts("ksbs K1 B1"))


def test_names_the_behaviour_and_who_verifies_it_instead() -> None:
    findings = behaviour_not_verified(
        facts("""
            framework ST0001 reformed K1 B1 B2
            verified 2027-03-01 provider B1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: COV403 B1 is not verified by the employer, though by provider",
        "notation:1: COV403 B2 is not verified by the employer",
    ]
