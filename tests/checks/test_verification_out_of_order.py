from curriculum.checks.verification_out_of_order import verification_out_of_order
from notation import facts


def test_quiet_in_order() -> None:
    assert not verification_out_of_order(
        facts("""
            A1 verify_brief 2026-09-21
            A1 out 2026-09-21
            A1 in 2026-10-06
            A1 feedback 2026-10-13
            A1 verify_sample 2026-10-12
        """)
    )


def test_quiet_without_dates() -> None:
    assert not verification_out_of_order(
        facts("""
            A1 feedback 2026-10-13
            A2 verify_sample 2026-10-12
            A3 verify_brief 2026-10-12
        """)
    )


def test_names_both_days() -> None:
    findings = verification_out_of_order(
        facts("""
            A1 verify_brief 2026-09-28
            A1 out 2026-09-21
            A1 in 2026-10-06
            A1 feedback 2026-10-05
            A1 verify_sample 2026-10-01
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: ASM108 A1 is handed out on 2026-09-21, before it has "
            "its brief verified on 2026-09-28"
        ),
        (
            "notation:1: ASM108 A1 is returned on 2026-10-05, before it is "
            "handed in on 2026-10-06"
        ),
        (
            "notation:1: ASM108 A1 has its marking sampled on 2026-10-01, "
            "before it is handed in on 2026-10-06"
        ),
    ]
