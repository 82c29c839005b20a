from curriculum.checks.skill_before_knowledge import skill_before_knowledge
from notation import facts


def test_quiet_when_knowledge_comes_first_or_with_it() -> None:
    assert not skill_before_knowledge(
        facts("""
            ksbs K1 S1
            K1 means Relational databases
            S1 means Query relational databases
            duty D1 K1 S1
            M1 teaches K1 S1
        """)
    )


def test_quiet_without_a_shared_duty() -> None:
    assert not skill_before_knowledge(
        facts("""
            ksbs K1 S1
            K1 means Relational databases
            S1 means Query relational databases
            duty D1 K1
            duty D2 S1
            M1 teaches S1
            M2 teaches K1
        """)
    )


def test_quiet_when_only_one_word_is_shared() -> None:
    assert not skill_before_knowledge(
        facts("""
            ksbs K1 S1
            K1 means Relational algebra
            S1 means Query relational databases
            duty D1 K1 S1
            M1 teaches S1
            M2 teaches K1
        """)
    )


def test_names_the_pair_and_the_words_that_join_it() -> None:
    findings = skill_before_knowledge(
        facts("""
            ksbs K1 S1
            K1 means Principles of relational databases
            S1 means Query a relational database
            duty D1 K1 S1
            M1 teaches S1
            M2 teaches K1
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: SEQ201 S1 is first taught in M1.01, before K1 in "
            "M2.01; they share a duty and the words relational and database"
        ),
    ]
