"""The rationale: the author's words, and the figures that they rest on."""

from curriculum.writers.curriculum_rationale import document, rationale
from office_text import as_text
from reviews import review

ONE = """
    ksbs K1 K2
    M1 teaches K1
    M2 teaches K2
    M2.01 off the record
    M1.01 check Exit ticket
    A1 of M1 formative
    A1 verify_sample 2026-10-05
    A1 assesses K1
"""


def test_content_order_demand_and_checks_are_counted() -> None:
    held = rationale(review(ONE))
    assert held["content"] == [
        "ST0000 v1.0: 2 of 2 taught, 1 of 2 assessed",
        "2 modules, 6 hours, 3 off the job",
    ]
    assert held["order"] == ["M1 Title of M1; M2 Title of M2"]
    assert held["demand"] == ["No evidence is named"]
    assert held["checks"] == [
        "1 assessment (1 formative, 0 summative); 1 with a sample verified",
        "A check of learning in 1 of 2 sessions",
        "Checks of this version: no findings",
    ]


def test_the_authors_paragraphs_stand_as_they_are() -> None:
    said = as_text(document(review("programme rationale Loops & <lists> first.")))
    assert "Reason: Loops & <lists> first." in said
