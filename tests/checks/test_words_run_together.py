from curriculum.checks.words_run_together import words_run_together
from notation import facts


def test_quiet_about_long_words_and_compounds() -> None:
    assert not words_run_together(
        facts("""
            ksbs K1 S1
            K1 means troubleshooting of configurations and their interdependencies
            S1 means communicate with stakeholders about shooting trouble
        """)
    )


def test_names_the_word_and_what_it_looks_like() -> None:
    findings = words_run_together(
        facts("""
            ksbs K1 S1 S2
            K1 means how to communicate
            S1 means work effectivelycommunicate results
            S2 means act effectively
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: STD108 effectivelycommunicate in S1 of ST0000 v1.0 looks like "
            "effectively communicate"
        ),
    ]
