from curriculum.checks.skill_without_workplace import skill_without_workplace
from notation import facts


def test_quiet_when_work_is_touched_once() -> None:
    assert not skill_without_workplace(
        facts("""
            programme kind apprenticeship
            ksbs S1 K1
            M1 teaches S1
            M1 teaches S1 K1
            M1.02 workplace Show the line manager a loop
            M2 teaches K1
        """)
    )


def test_quiet_when_a_session_is_at_work() -> None:
    assert not skill_without_workplace(
        facts("""
            programme kind apprenticeship
            ksbs S1
            M1 teaches S1
            M1.01 is workplace
        """)
    )


def test_quiet_outside_apprenticeships() -> None:
    assert not skill_without_workplace(
        facts("""
            programme kind course
            ksbs S1
            M1 teaches S1
        """)
    )


def test_names_the_skill_and_its_sessions() -> None:
    findings = skill_without_workplace(
        facts("""
            programme kind apprenticeship
            ksbs S1 S2 K1
            M1 teaches S1 K1
            M1 teaches S2
            M1.02 workplace Show the line manager a loop
            M2 teaches S1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: COV203 S1 is taught in M1.01 and M2.01 with nothing to do at work",
    ]


def test_a_programme_that_never_speaks_of_work_is_told_once() -> None:
    findings = skill_without_workplace(
        facts("""
            programme kind apprenticeship
            ksbs S1 S2
            M1 teaches S1 S2
        """)
    )
    assert [str(f) for f in findings] == [
        "notation: COV203 no session of TEST-1 says what is done at work",
    ]
