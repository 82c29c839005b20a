"""Session plans: one page a session, and what was met before it."""

from curriculum.writers._words import NONE
from curriculum.writers.session_plans import document, plans
from office_text import opened, tables
from reviews import review

TWO = """
    ksbs K1 S1
    K1 means Loops & <lists>
    M1 teaches K1 introduced
    M1 teaches K1 S1 developed
    M1.01 tutor Draws a loop
    from 2026-09-07 to 2026-12-18
"""


def test_a_plan_says_what_was_met_before_and_where() -> None:
    first, second = plans(review(TWO))["plan"]
    assert first["met_before"] == ["Nothing: all is new"]
    assert second["met_before"] == ["K1 in M1.01, 7 Sep 2026"]


def test_statements_are_written_out_with_their_depth() -> None:
    first, _ = plans(review(TWO))["plan"]
    assert first["statements"] == ["K1 (introduced): Loops & <lists>"]


def test_every_session_has_its_page() -> None:
    word = opened(document(review(TWO)))
    pages = [
        p.text
        for p in word.paragraphs
        if p.paragraph_format.page_break_before and p.text
    ]
    assert pages == ["M1.01 Topic of M1.01", "M1.02 Topic of M1.02"]


def test_the_lecturers_part_is_there_and_room_for_notes() -> None:
    rows = dict(tables(document(review(TWO)))["Plan of M1.01"])
    assert rows["Lecturer"] == "Draws a loop"
    assert rows["Notes after the session"].endswith(":")
    assert rows["Homework"] == NONE
