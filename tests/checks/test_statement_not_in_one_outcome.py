from curriculum.checks.statement_not_in_one_outcome import statement_not_in_one_outcome
from notation import facts


def test_quiet_when_each_knowledge_and_skill_is_in_one_outcome() -> None:
    assert not statement_not_in_one_outcome(
        facts("""
            framework ST0001 reformed K1 K2 S1 B1
            plan AO1 K1 S1
            plan AO2 K2
        """)
    )


def test_quiet_about_plans_that_are_not_reformed() -> None:
    assert not statement_not_in_one_outcome(facts("ksbs K1 B1"))


def test_names_what_is_in_none_in_two_or_should_be_in_none() -> None:
    findings = statement_not_in_one_outcome(
        facts("""
            framework ST0001 reformed K1 K2 S1 B1
            plan AO1 K1 S1 B1
            plan AO2 S1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: COV402 K2 stands in no assessment outcome",
        "notation:1: COV402 S1 stands in 2 assessment outcomes, AO1 and AO2",
        "notation:1: COV402 B1 stands in AO1, though it is verified by the employer",
    ]


def test_says_once_that_the_plan_is_not_there() -> None:
    findings = statement_not_in_one_outcome(facts("framework ST0001 reformed K1 K2"))
    assert [(f.subject, f.message) for f in findings] == [
        ("ST0001", "ST0001 v1.0 has no assessment outcomes of its plan")
    ]


def test_two_policies_stand_side_by_side() -> None:
    findings = statement_not_in_one_outcome(
        facts("""
            framework ST0002 reformed K1 K2
            framework ST0001 epa K3
            plan AO1 K1
        """)
    )
    assert [f.subject for f in findings] == ["K2"]
