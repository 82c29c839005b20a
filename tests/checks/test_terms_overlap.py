from curriculum.checks.terms_overlap import terms_overlap
from notation import facts


def test_quiet_when_terms_follow_one_another_in_any_order() -> None:
    assert not terms_overlap(
        facts("""
            term Winter 2026-11-02 to 2026-12-18
            term Autumn 2026-09-07 to 2026-11-01
        """)
    )


def test_names_the_terms_that_share_days() -> None:
    findings = terms_overlap(
        facts("""
            term Winter 2026-10-23 to 2026-12-18
            term Autumn 2026-09-07 to 2026-10-23
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: HRS113 Winter starts on 2026-10-23, and Autumn ends on "
            "2026-10-23"
        ),
    ]
