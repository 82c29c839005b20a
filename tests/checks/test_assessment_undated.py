from curriculum.checks.assessment_undated import assessment_undated
from notation import facts


def test_quiet_when_the_plan_is_dated() -> None:
    assert not assessment_undated(
        facts("""
            A1 verify_brief 2026-09-21
            A1 out 2026-09-21
            A1 in 2026-10-06
            A1 verify_sample 2026-10-12
        """)
    )


def test_a_formative_one_needs_a_day_of_hand_in_only() -> None:
    assert not assessment_undated(
        facts("""
            A1 of M1 formative
            A1 in 2026-10-06
        """)
    )


def test_names_what_is_missing() -> None:
    findings = assessment_undated(
        facts("""
            A1 out 2026-09-21
            A2 of M1 formative
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: ASM111 A1 has no date for verifying the brief, hand-in "
            "and sampling the marking"
        ),
        "notation:2: ASM111 A2 has no date for hand-in",
    ]
