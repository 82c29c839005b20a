from curriculum.checks.theme_missing_in_term import theme_missing_in_term
from notation import facts


def test_quiet_when_half_terms_together_hold_all_themes() -> None:
    assert not theme_missing_in_term(
        facts("""
            term Autumn 1 2026-09-07 to 2026-10-23
            term Autumn 2 2026-11-02 to 2026-12-18
            setting DOC204 least_sessions 1
            M1.01 embeds english Reading a page
            M1.01 embeds maths Counting
            M1.01 embeds digital Typing
            M1.01 embeds equality Names
            M1.01 embeds british_values Voting
            M2 starts week 9
            M2.01 embeds prevent Sources
            M2.01 embeds safeguarding Contacts
            M2.01 embeds careers Adverts
            M2.01 embeds sustainability Energy
        """)
    )


def test_quiet_where_nothing_is_embedded() -> None:
    assert not theme_missing_in_term(
        facts("""
            term Autumn 2026-09-07 to 2026-12-18
            setting DOC204 least_sessions 1
            M1.01 lasts 3 hours
        """)
    )


def test_names_the_term_and_the_themes() -> None:
    findings = theme_missing_in_term(
        facts("""
            term Autumn 2026-09-07 to 2026-12-18
            term Spring 2027-01-04 to 2027-03-25
            setting DOC204 least_sessions 1
            M1.01 embeds english Reading a page
            M1.01 embeds maths Counting
            M1.01 embeds digital Typing
            M1.01 embeds equality Names
            M1.01 embeds british_values Voting
            M1.01 embeds prevent Sources
            M1.01 embeds careers Adverts
            M2 starts week 20
            M2.01 embeds english Reading a page
            M2.01 embeds maths Counting
            M2.01 embeds digital Typing
            M2.01 embeds equality Names
            M2.01 embeds british_values Voting
            M2.01 embeds prevent Sources
            M2.01 embeds safeguarding Contacts
            M2.01 embeds careers Adverts
            M2.01 embeds sustainability Energy
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: DOC204 no session of Autumn embeds Safeguarding "
            "and Sustainability"
        ),
    ]
