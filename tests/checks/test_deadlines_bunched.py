from curriculum.checks.deadlines_bunched import deadlines_bunched
from notation import facts


def test_quiet_when_they_are_spread() -> None:
    assert not deadlines_bunched(
        facts("""
            A1 in 2026-10-05
            A2 in 2026-11-05
            A3 in 2026-12-05
            A4 in 2027-01-05
            A5 in 2027-02-05
        """)
    )


def test_quiet_about_few_assessments() -> None:
    assert not deadlines_bunched(
        facts("""
            A1 in 2026-10-05
            A2 in 2026-10-05
        """)
    )


def test_names_the_share_and_the_days() -> None:
    findings = deadlines_bunched(
        facts("""
            A1 in 2026-10-05
            A2 in 2027-02-01
            A3 in 2027-02-08
            A4 in 2027-02-21
            A5 in 2027-02-22
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: ASM306 3 of 5 assessments are handed in between "
            "2027-02-01 and 2027-02-21, more than 40 % within 3 weeks: A2, "
            "A3 and A4"
        ),
    ]
