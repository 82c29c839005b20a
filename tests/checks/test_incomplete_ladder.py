from curriculum.checks.incomplete_ladder import incomplete_ladder
from notation import facts


def test_quiet_when_every_introduction_goes_further() -> None:
    assert not incomplete_ladder(
        facts("""
            ksbs K1 K2
            M1 teaches K1 K2 introduced
            M2 teaches K1 developed
            M3 teaches K2 mastered
        """)
    )


def test_quiet_where_depth_is_not_graded_further() -> None:
    assert not incomplete_ladder(
        facts("""
            ksbs K1
            M1 teaches K1 introduced
            M2 teaches K1 introduced
        """)
    )


def test_names_what_is_introduced_only() -> None:
    findings = incomplete_ladder(
        facts("""
            ksbs K1 K2
            M1 teaches K1 K2 introduced
            M2 teaches K1 developed
            M3 teaches K2 introduced
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: SEQ202 K2 is introduced in M1.01 and M3.01 and goes no further",
    ]
