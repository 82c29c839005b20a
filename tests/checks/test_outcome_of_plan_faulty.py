from curriculum.checks.outcome_of_plan_faulty import outcome_of_plan_faulty
from notation import facts


def test_quiet_about_outcomes_of_known_items() -> None:
    assert not outcome_of_plan_faulty(
        facts("""
            framework ST0001 reformed K1 K2
            plan AO1 K1 mandatory K1
            plan AO2 K2
        """)
    )


def test_names_each_key_that_is_wrong() -> None:
    findings = outcome_of_plan_faulty(
        facts("""
            framework ST0001 reformed K1 K2
            plan AO1 K1 K22 mandatory K2
            plan AO1 K2
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: ASM402 AO1 names K22, which ST0001 v1.0 does not have; "
            "the closest is K2"
        ),
        "notation:2: ASM402 AO1 calls K2 mandatory, which is not among its items",
        "notation:3: ASM402 ST0001 has two outcomes AO1",
    ]
