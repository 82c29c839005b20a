from curriculum.checks.prerequisite_cycle import prerequisite_cycle
from notation import facts


def test_quiet_about_a_chain() -> None:
    assert not prerequisite_cycle(
        facts("""
            module M1
            M2 needs M1
            M3 needs M1 M2
        """)
    )


def test_quiet_about_a_module_that_names_itself_or_nobody() -> None:
    assert not prerequisite_cycle(
        facts("""
            M1 needs M1
            M2 needs M9
        """)
    )


def test_names_the_circle_as_a_path() -> None:
    findings = prerequisite_cycle(
        facts("""
            module M1
            M2 needs M1 M4
            M3 needs M2
            M4 needs M3
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: SEQ203 the prerequisites form a circle: M2 → M4 → M3 → M2",
    ]


def test_names_each_of_two_circles() -> None:
    findings = prerequisite_cycle(
        facts("""
            M1 needs M2
            M2 needs M1
            M3 needs M4 M1
            M4 needs M3
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: SEQ203 the prerequisites form a circle: M1 → M2 → M1",
        "notation:3: SEQ203 the prerequisites form a circle: M3 → M4 → M3",
    ]
