from curriculum.checks.route_without_prerequisite import route_without_prerequisite
from notation import facts


def test_quiet_when_no_choice_leaves_out_what_is_needed() -> None:
    assert not route_without_prerequisite(
        facts("""
            O1 optional
            O2 needs O1
            M1 needs M9 M1
            choose 2 of O1 O2
        """)
    )


def test_names_the_module_and_what_it_needs() -> None:
    findings = route_without_prerequisite(
        facts("""
            O1 optional
            O2 optional
            O3 needs O2
            M1 needs O1
            choose 2 of O1 O2 O3
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:3: SEQ402 a learner can take O3 without O2, which it needs",
        "notation:4: SEQ402 a learner takes M1 without O1, which it needs",
    ]
