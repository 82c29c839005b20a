"""Pages for the trace sample: where sessions and assessments stand in a PDF.

Word lays out pages anew on every machine, so a page is only known of a PDF.
LibreOffice makes it, and the optional part of the installation that reads PDF finds
the rows in it; without that the PDF goes into the review pack all the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from curriculum.pdf import as_pdf
from curriculum.reviewed import Review
from curriculum.tracing.drawing import Stop
from curriculum.writers._files import make
from curriculum.writers._packed import packed
from curriculum.writers._trace_rows import PLAN, SCHEME, traces

_FIRST_LETTERS = 16
"""Letters of a title that tell its row from another mention of its key."""
_KIND = "[a-z]{0,12}"
"""What may stand between: the kind of a session."""


def with_pages(review: Review) -> Review:
    """The review with the PDFs that a pack holds, and the pages of their rows.

    Raises NotWrittenError where LibreOffice is missing or makes no PDF.
    """
    with TemporaryDirectory(prefix="curriculum-pages-") as folder:
        made = [
            make(writer, review, Path(folder))
            for writer in packed(review)
            if writer.filename in (SCHEME, PLAN)
        ]
        as_pdf([(path, path.with_suffix(".pdf")) for path in made])
        pdfs = {p.name: p.with_suffix(".pdf").read_bytes() for p in made}
    stops = {
        (stop.document, stop.row): stop
        for trace in traces(review)
        for stop in (*trace.sessions, *trace.assessments)
    }
    pages = {
        (name, row): page
        for name, pdf in pdfs.items()
        for row, page in found(
            texts_of(pdf), (s for (held, _), s in stops.items() if held == name)
        )
    }
    return replace(review, pdfs=pdfs, pages=pages)


def texts_of(pdf: bytes) -> list[str]:
    """The text of each page; nothing where what reads PDF is not installed."""
    if find_spec("pypdfium2") is None:
        return []
    import pypdfium2  # noqa: PLC0415 (an optional part)

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def found(texts: Sequence[str], stops: Iterable[Stop]) -> Iterator[tuple[str, int]]:
    """The first page on which each row stands, counted from 1."""
    plain = [_letters(text) for text in texts]
    for stop in stops:
        title = _letters(stop.title)[:_FIRST_LETTERS]
        row = re.compile(_letters(stop.row) + _KIND + title)
        page = next((n for n, text in enumerate(plain, start=1) if row.search(text)), 0)
        if page:
            yield stop.row, page


def _letters(text: str) -> str:
    """Letters and digits alone: a narrow column breaks lines anywhere in a word."""
    return "".join(filter(str.isalnum, text))
