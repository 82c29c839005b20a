"""Opens a published document of any form that can be read, found by its content."""

import re
from email import message_from_bytes
from hashlib import sha256
from pathlib import Path

from curriculum.files import bytes_of
from curriculum.findings import SourceError
from curriculum.readers._forms import html_page, pdf_file, word_file, workbook_file
from curriculum.readers._text import SourceText, open_text

LARGEST_WORD_MB = 20
LARGEST_PDF_MB = 20
_LOOKED_AT = 1_024
_ZIP = (b"PK\3\4", b"PK\5\6")
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_MHTML = re.compile(
    rb"^MIME-Version:|^Content-Type: multipart/related", re.IGNORECASE | re.MULTILINE
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")


def open_source(path: Path) -> SourceText:
    """The lines of a document.

    Raises SourceError, with a sentence, for what is missing, empty, too large,
    protected by a password, damaged, or holds no text.
    """
    beginning = _beginning(path)
    if beginning.startswith((*_ZIP, _OLD_OFFICE)):
        data = bytes_of(path, LARGEST_WORD_MB)
        if workbook_file.is_workbook(data):
            gathered = workbook_file.gather(path.name, data)
            form = workbook_file.FORM
        else:
            gathered, form = word_file.gather(path.name, data), word_file.FORM
    elif b"%PDF-" in beginning:
        data = bytes_of(path, LARGEST_PDF_MB)
        gathered, form = pdf_file.gather(path.name, data), pdf_file.FORM
    elif _MHTML.search(beginning):
        data = bytes_of(path, html_page.LARGEST_MB)
        page = _page_of_mhtml(path.name, data)
        gathered, form = html_page.gather(path.name, page), html_page.FORM
    elif html_page.is_html(beginning):
        data = bytes_of(path, html_page.LARGEST_MB)
        gathered, form = html_page.gather(path.name, data), html_page.FORM
    else:
        _refuse(path, beginning)
        return open_text(path)
    return gathered.text(path.name, sha256(data).hexdigest(), form)


def _page_of_mhtml(name: str, data: bytes) -> bytes:
    """The page of a “single file” that browsers save, without its pictures."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return page
    raise SourceError(f"{name}: is a saved web page without a page in it")


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_LOOKED_AT)
    except OSError:
        return b""  # open_text says why, in a sentence


def _refuse(path: Path, beginning: bytes) -> None:
    """Say what to do about files that people hold for documents."""
    if beginning.startswith(_PICTURES):
        raise SourceError(
            f"{path.name}: is a picture; a document with text in it can be read"
        )
    if beginning.startswith(b"{\\rtf"):
        raise SourceError(f"{path.name}: is rich text; save it as .docx")
