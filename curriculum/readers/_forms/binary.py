"""Opens documents that are more than plain text: Word, Excel, PDF and web pages."""

from email import message_from_bytes
from hashlib import sha256
from pathlib import Path

from curriculum.files import bytes_of
from curriculum.findings import SourceError
from curriculum.readers._forms import html_page, pdf_file, word_file, workbook_file
from curriculum.readers._forms.gathered import Gathered
from curriculum.readers._text import SourceText

LARGEST_MB = 20


def opened(path: Path, form: str) -> SourceText:
    """The lines of a document whose form is known: office, pdf, mhtml or html."""
    data = bytes_of(path, LARGEST_MB)
    gathered, name = _gathered(path.name, data, form)
    return gathered.text(path.name, sha256(data).hexdigest(), name)


def _gathered(name: str, data: bytes, form: str) -> tuple[Gathered, str]:
    if form == "pdf":
        return pdf_file.gather(name, data), pdf_file.FORM
    if form == "office" and workbook_file.is_workbook(data):
        return workbook_file.gather(name, data), workbook_file.FORM
    if form == "office":
        return word_file.gather(name, data), word_file.FORM
    page = _page_of_mhtml(name, data) if form == "mhtml" else data
    return html_page.gather(name, page), html_page.FORM


def _page_of_mhtml(name: str, data: bytes) -> bytes:
    """The page of a “single file” that browsers save, without its pictures."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return page
    raise SourceError(f"{name}: is a saved web page without a page in it")
