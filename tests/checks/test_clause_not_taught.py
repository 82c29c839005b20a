from curriculum.checks.clause_not_taught import clause_not_taught
from notation import facts


def test_quiet_when_each_clause_is_mentioned_somewhere() -> None:
    assert not clause_not_taught(
        facts("""
            ksbs K1
            K1 means Testing, including unit tests, acceptance testing and release
            M1 teaches K1
            M1.01 tutor Writes a unit test
            M2 teaches K1
            M2.01 tutor Lets the client accept the product before it is released
        """)
    )


def test_quiet_about_short_forms_and_fixed_phrases() -> None:
    assert not clause_not_taught(
        facts("""
            ksbs K1
            K1 means Trends such as Internet of Things (IoT), health and safety
            M1 teaches K1
            M1.01 tutor Names an IoT sensor and how it is used safely
        """)
    )


def test_quiet_about_a_wording_without_a_list() -> None:
    assert not clause_not_taught(
        facts("""
            ksbs K1
            K1 means Roles and responsibilities
            M1 teaches K1
        """)
    )


def test_names_the_clause_and_the_words_looked_for_and_found() -> None:
    findings = clause_not_taught(
        facts("""
            ksbs K1
            K1 means Risks including: dependencies * prompt escalation of grave problems
            M1 teaches K1
            M1.01 tutor Draws dependencies
            M1.02 teaches K1
            M1.02 tutor Looks at a problem
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: COV208 K1 names prompt escalation of grave "
            "problems, which no session that claims it mentions (M1.01 and "
            "M1.02): looked for prompt, escalation, grave and problems; "
            "found problems"
        ),
    ]


def test_finds_a_list_made_of_stars_or_semicolons_alone() -> None:
    findings = clause_not_taught(
        facts("""
            ksbs K1
            K1 means Loops; functions; recursion
            M1 teaches K1
            M1.01 tutor Writes a loop and a function
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: COV208 K1 names recursion, which no session that "
            "claims it mentions (M1.01): looked for recursion; found none"
        ),
    ]
