"""The rationale: the author's words, and the figures that they rest on."""

from pathlib import Path

import pytest

from curriculum.paging import texts_of
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pdf import as_pdf
from curriculum.pipeline import load
from curriculum.pipeline import review as reviewed
from curriculum.writers.curriculum_rationale import document, rationale
from office_text import as_text
from real_programs import soffice
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
        "Checks: no findings, judged by policy epa of 30 March 2026",
    ]


def test_the_authors_paragraphs_stand_as_they_are() -> None:
    said = as_text(document(review("programme rationale Loops & <lists> first.")))
    assert "Reason: Loops & <lists> first." in said


def test_of_many_modules_only_the_first_and_the_last_are_named() -> None:
    many = "\n".join(
        ["ksbs K1", *(f"M{n} titled A module of a long year" for n in range(10, 50))]
    )
    (told,) = rationale(review(many))["order"]
    assert told.startswith("First M10 A module of a long year, then 38 modules, ")
    assert told.endswith(" and last M49 A module of a long year")


@pytest.mark.office
def test_the_worked_example_has_its_rationale_on_one_page(tmp_path: Path) -> None:
    soffice()
    pytest.importorskip("pypdfium2", reason="what reads PDF is not installed")
    path = tmp_path / "rationale.docx"
    path.write_bytes(document(reviewed(load(WORKED_EXAMPLE))))
    as_pdf([(path, path.with_suffix(".pdf"))])
    assert len(texts_of(path.with_suffix(".pdf").read_bytes())) == 1
