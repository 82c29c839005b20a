from curriculum.checks.header_incomplete import header_incomplete
from notation import facts


def test_quiet_when_all_is_stated() -> None:
    assert not header_incomplete(
        facts("""
            programme level 3
            programme cohort September 2026
            programme version 1.0
            programme status draft
            programme issued 2026-06-26
            programme author Jo Marsh
            programme college Aldermoor College
            programme awarding_organisation None
            programme venue Room D14
            programme delivery_mode Day release
            programme entry Employed
            programme rationale Why this order
        """)
    )


def test_approval_and_apprenticeship_ask_for_more() -> None:
    findings = header_incomplete(
        facts("""
            programme level 3
            programme cohort September 2026
            programme version 1.0
            programme status draft
            programme issued 2026-06-26
            programme author Jo Marsh
            programme college Aldermoor College
            programme awarding_organisation None
            programme venue Room D14
            programme delivery_mode Day release
            programme entry Employed
            programme rationale Why this order
            programme kind apprenticeship
            programme status approved
        """)
    )
    assert [str(f) for f in findings] == [
        "notation: DOC101 the header lacks assessment_organisation and approver",
    ]


def test_names_what_is_missing() -> None:
    findings = header_incomplete(
        facts("""
            programme version 1.0
            programme level 3
            programme status draft
            programme college College
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation: DOC101 the header lacks cohort, issued, author, "
            "awarding_organisation, venue, delivery_mode, entry and rationale"
        ),
    ]
