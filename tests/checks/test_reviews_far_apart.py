from curriculum.checks.reviews_far_apart import reviews_far_apart
from notation import facts


def test_quiet_when_they_come_every_twelve_weeks() -> None:
    assert not reviews_far_apart(
        facts("""
            programme kind apprenticeship
            from 2026-09-07 to 2027-02-15
            M1 starts week 12
            M1.01 is review
        """)
    )


def test_quiet_when_reviews_are_kept_elsewhere() -> None:
    assert not reviews_far_apart(
        facts("""
            programme kind apprenticeship
            M1.01 is teaching
        """)
    )


def test_names_the_ends_of_the_gap() -> None:
    findings = reviews_far_apart(
        facts("""
            programme kind apprenticeship
            from 2026-09-07 to 2027-03-15
            M1 starts week 4
            M1.01 is review
            M2 starts week 20
            M2.01 is review
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: HRS209 16 weeks lie between M1.01 and M2.01 "
            "without a progress review, more than 12"
        ),
    ]
