from curriculum.checks.gateway_on_day_off import gateway_on_day_off
from notation import facts


def test_quiet_on_a_working_day() -> None:
    assert not gateway_on_day_off(
        facts("""
            gateway 2027-07-05
        """)
    )


def test_quiet_after_the_last_taught_day() -> None:
    assert not gateway_on_day_off(
        facts("""
            gateway 2027-07-12
        """)
    )


def test_quiet_without_a_gateway() -> None:
    assert not gateway_on_day_off(
        facts("""
            method portfolio
        """)
    )


def test_names_the_day_off() -> None:
    findings = gateway_on_day_off(
        facts("""
            gateway 2027-06-06
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: HRS103 the gateway is on 2027-06-06, weekend (Sunday)",
    ]


def test_names_a_day_before_the_programme() -> None:
    findings = gateway_on_day_off(
        facts("""
            gateway 2025-06-06
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: HRS103 the gateway is on 2025-06-06, outside the "
            "programme (before the start on 2026-09-07)"
        ),
    ]
