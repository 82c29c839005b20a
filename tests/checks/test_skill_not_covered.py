from curriculum.checks.skill_not_covered import skill_not_covered
from notation import facts


def test_quiet_when_every_skill_is_taught() -> None:
    assert not skill_not_covered(
        facts("""
            skills agile git
            M1 teaches agile git
        """)
    )


def test_quiet_about_frameworks_that_bind() -> None:
    assert not skill_not_covered(
        facts("""
            ksbs K1
        """)
    )


def test_names_the_skill_and_its_wording() -> None:
    findings = skill_not_covered(
        facts("""
            skills agile git
            git means Git (version control)
            M1 teaches agile
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: MKT101 git (Git (version control)) is taught in no session",
    ]


def test_a_wording_that_says_what_the_key_says_is_not_said_again() -> None:
    findings = skill_not_covered(
        facts("""
            skills digital-forensics agile
            digital-forensics means Digital forensics
            M1 teaches agile
        """)
    )
    assert [f.message for f in findings] == [
        "digital-forensics is taught in no session"
    ]
