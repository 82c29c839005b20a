from curriculum.checks.taught_after_gateway import taught_after_gateway
from notation import facts


def test_quiet_up_to_the_gateway() -> None:
    assert not taught_after_gateway(
        facts("""
            gateway 2026-09-07
            M1.01 lasts 6 hours
        """)
    )


def test_quiet_about_sessions_without_new_content() -> None:
    assert not taught_after_gateway(
        facts("""
            gateway 2026-09-07
            M1.01 lasts 6 hours
            M1.02 is review
        """)
    )


def test_quiet_without_a_gateway() -> None:
    assert not taught_after_gateway(
        facts("""
            M1.01 lasts 6 hours
        """)
    )


def test_names_the_session_and_both_days() -> None:
    findings = taught_after_gateway(
        facts("""
            gateway 2026-09-07
            M1.01 lasts 6 hours
            M1.02 lasts 3 hours
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:3: HRS111 M1.02 is taught on 2026-09-14, after the "
            "gateway on 2026-09-07"
        ),
    ]
