from curriculum.checks.depth_out_of_order import depth_out_of_order
from notation import facts


def test_quiet_up_the_ladder_and_back_over_it() -> None:
    assert not depth_out_of_order(
        facts("""
            ksbs K1
            M1 teaches K1 introduced
            M1 teaches K1 introduced
            M1 teaches K1 developed
            M1 teaches K1 mastered
            M1 teaches K1 developed
            M1 teaches K1 mastered
        """)
    )


def test_quiet_where_depth_is_not_graded() -> None:
    assert not depth_out_of_order(
        facts("""
            ksbs K1
            M1 teaches K1
            M2 teaches K1
        """)
    )


def test_a_plain_mark_counts_as_an_introduction() -> None:
    assert not depth_out_of_order(
        facts("""
            ksbs K1
            M1 teaches K1
            M2 teaches K1 developed
        """)
    )


def test_names_the_session_and_what_should_come_before() -> None:
    findings = depth_out_of_order(
        facts("""
            ksbs K1 S1 B1
            M1 teaches K1 developed
            M1 teaches S1 introduced
            M1 teaches S1 mastered
            M2 teaches B1 introduced
            M2 teaches B1 developed
            M2 teaches B1 introduced
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: SEQ102 K1 is developed in M1.01 before it is introduced",
        "notation:4: SEQ102 S1 is mastered in M1.03 before it is developed",
        "notation:7: SEQ102 B1 is introduced in M2.03 after it was developed in M2.02",
    ]
