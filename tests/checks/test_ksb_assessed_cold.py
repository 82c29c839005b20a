from curriculum.checks.ksb_assessed_cold import ksb_assessed_cold
from notation import facts


def test_quiet_when_a_formative_assessment_tries_it_first() -> None:
    assert not ksb_assessed_cold(
        facts("""
            ksbs K1
            A1 assesses K1 on 2026-10-05
            A1 of M1 formative
            A2 assesses K1 on 2026-11-02
            A2 of M1 summative
        """)
    )


def test_quiet_when_there_is_no_formative_assessment_at_all() -> None:
    assert not ksb_assessed_cold(
        facts("""
            ksbs K1
            A1 assesses K1 on 2026-10-05
        """)
    )


def test_quiet_about_what_only_informs_or_advises() -> None:
    assert not ksb_assessed_cold(
        facts("""
            ksbs K1
            skills agile
            A1 assesses K1 on 2026-10-05
            A1 of M1 formative
            A2 assesses agile on 2026-10-05
        """)
    )


def test_names_the_ksb_and_the_day_on_which_it_counts() -> None:
    findings = ksb_assessed_cold(
        facts("""
            ksbs K1 K2
            A1 assesses K1 K2 on 2026-10-05
            A2 assesses K1 on 2026-10-05
            A2 of M1 formative
            A3 assesses K2 on 2026-09-28
            A3 of M1 formative
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: COV201 K1 counts in A1 on 2026-10-05, and no "
            "formative assessment comes before"
        ),
    ]
