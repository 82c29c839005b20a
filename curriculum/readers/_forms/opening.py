"""Opens a published document of any form that can be read, found by its content."""

import re
from pathlib import Path

from curriculum.findings import SourceError
from curriculum.readers._forms.text_pages import without_running_lines
from curriculum.readers._text import SourceText, open_text

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
    form = _form_of(beginning)
    if form is None:
        _refuse(path, beginning)
        text = open_text(path)
        return text if text.is_json else without_running_lines(text)
    from curriculum.readers._forms.binary import opened  # noqa: PLC0415 (plain text needs none of it)

    return opened(path, form)


def _form_of(beginning: bytes) -> str | None:
    """What a file is that is no plain text, by how it begins."""
    if beginning.startswith((*_ZIP, _OLD_OFFICE)):
        return "office"
    if b"%PDF-" in beginning:
        return "pdf"
    if _MHTML.search(beginning):
        return "mhtml"
    return "html" if is_html(beginning) else None


def is_html(beginning: bytes) -> bool:
    """Whether a file begins as a web page does, or as a piece of one."""
    text = beginning.replace(b"\0", b"").decode("latin-1").casefold()
    text = re.sub(r"^(?:[\ufeff\xff\xfeï»¿\s]|<!--.*?-->|<\?xml.*?\?>)+", "", text)
    return bool(
        re.match(
            r"<(?:!doctype html|html|head|body|meta|title|main|section|article|div"
            r"|table|h[1-6]|ul|ol|dl|p|span|style|script)\b[^<>]*>?",
            text,
        )
    )


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
