"""Opens PDF files within bounds."""

import pypdfium2 as pdfium
from pypdfium2 import raw

from curriculum.findings import SourceError
from curriculum.readers._forms.gathered import Gathered
from curriculum.readers._forms.pdf.columns import Known
from curriculum.readers._forms.pdf.furniture import without_running_lines
from curriculum.readers._forms.pdf.layout import blocks_of
from curriculum.readers._forms.pdf.paragraphs import Assembly
from curriculum.readers._forms.pdf.two_columns import below_each_other
from curriculum.readers._forms.pdf.words import Page, page_of

MOST_PAGES = 300
"""An assessment plan has 30 pages; the list of all standards is no PDF."""


def gather(name: str, data: bytes) -> Gathered:
    """The lines of a PDF; places are lines of pages."""
    document = _opened(name, data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise SourceError(f"{name}: has {count} pages, more than {MOST_PAGES}")
        pages = [_page(document, number) for number in range(count)]
    except pdfium.PdfiumError as error:
        raise SourceError(f"{name}: is a damaged PDF ({error})") from None
    finally:
        document.close()
    if not any(page.words for page in pages):
        raise SourceError(
            f"{name}: holds pictures of pages and no text; ask its publisher for a "
            "copy with text, or let a program recognise the letters"
        )
    running = without_running_lines(pages)
    below_each_other(pages)
    blocks, known = [], Known()
    for page in pages:
        found, known = blocks_of(page, known)
        blocks.append(found)
    widths = [page.width for page in pages]
    return Assembly(name, blocks, running, widths).gathered()


def _page(document: pdfium.PdfDocument, number: int) -> Page:
    page = document[number]
    try:
        return page_of(page)
    finally:
        page.close()


def _opened(name: str, data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
            raise SourceError(
                f"{name}: is protected by a password; save it without one"
            ) from None
        raise SourceError(f"{name}: is a damaged PDF, or none") from None
