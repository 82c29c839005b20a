from curriculum.checks.verified_by_assessor import verified_by_assessor
from notation import facts


def test_quiet_when_they_are_two_people_or_unnamed() -> None:
    assert not verified_by_assessor(
        facts("""
            person JM Jo Marsh
            A1 assessor JM
            A1 verifier RS
            assessment A2
            A3 assessor JM
        """)
    )


def test_finds_the_same_person_by_key_and_by_name() -> None:
    findings = verified_by_assessor(
        facts("""
            person JM Jo Marsh
            A1 assessor JM
            A1 verifier jo marsh
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: ASM312 A1 is assessed and verified by Jo Marsh",
    ]
