"""Pages of the trace sample, found in what a PDF says."""

import pytest

from curriculum import paging
from curriculum.errors import NotWrittenError
from curriculum.paging import found, with_pages
from curriculum.tracing.drawing import Stop
from curriculum.writers.review_summary import summary
from real_programs import soffice
from reviews import ASSESSED, review


def stop(row: str, title: str) -> Stop:
    return Stop(
        key=row,
        title=title,
        facts="",
        day="",
        document="scheme-of-work.docx",
        heading="M1",
        row=row,
    )


PAGES = [
    "Contents M1.01 is the first session",
    "1\nTue 8 Sep\nM1.01\nDocumen\x02tation as\ncode: README",
    "2 M1.02: catch-up\nZażółć gęślą jaźń",
    "K1 M1.01 I, M1.02 D M1.01 Documentation as code",
]


def test_a_row_is_found_however_its_lines_are_broken() -> None:
    stops = [
        stop("M1.01", "Documentation as code: README, diagrams and guides"),
        stop("M1.02", "Zażółć gęślą jaźń"),
        stop("M1.03", "Nowhere"),
    ]
    assert dict(found(PAGES, stops)) == {"M1.01": 2, "M1.02": 3}


def test_what_is_no_pdf_has_no_pages() -> None:
    assert list(found([], [stop("M1.01", "Any")])) == []


@pytest.mark.office
def test_the_summary_gives_the_pages_of_the_pdfs_made() -> None:
    soffice()
    pytest.importorskip("pypdfium2", reason="what reads PDF is not installed")
    held = with_pages(review(ASSESSED))
    assert set(held.pdfs) == {"scheme-of-work.docx", "assessment-plan.docx"}
    told = summary(held)
    assert "Pages are those of the PDF files" in told["sample"]["pages"]
    first = told["trace"][0]
    page = int(first["found_at"][-1].split()[1])
    texts = paging.texts_of(held.pdfs["scheme-of-work.docx"])
    assert "M1.01" in texts[page - 1]


def test_without_libreoffice_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curriculum.pdf.soffice", lambda: None)
    with pytest.raises(NotWrittenError, match="LibreOffice is not installed"):
        with_pages(review(ASSESSED))


def test_without_what_reads_pdf_there_are_no_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paging, "find_spec", lambda _name: None)
    assert paging.texts_of(b"%PDF-1.7") == []
    assert "so they are not given" in summary(review(ASSESSED))["sample"]["pages"]
