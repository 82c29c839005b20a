from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from curriculum.writers.scheme_of_work import document
from office_checks import faults
from reviews import full_review

BROKEN = {
    "a cell without a paragraph": (
        "word/document.xml",
        "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>",
        "<w:tc/>",
        "does not end in a paragraph",
    ),
    "an empty cell": ("word/document.xml", "<w:t>x</w:t>", "<w:t/>", "is empty"),
    "a row with too few cells": (
        "word/document.xml",
        "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>",
        "",
        "has 0 cells of 1",
    ),
    "a merged cell": (
        "word/document.xml",
        "<w:tc><w:p>",
        '<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr><w:p>',
        "has a merged cell",
    ),
    "a row that splits": (
        "word/document.xml",
        "<w:cantSplit/>",
        "",
        "may be split over two pages",
    ),
    "no header row": ("word/document.xml", "<w:tblHeader/>", "", "repeats no header"),
    "no caption": (
        "word/document.xml",
        '<w:tblCaption w:val="T"/>',
        "",
        "has no caption",
    ),
    "a skipped heading": ("word/document.xml", "Heading1", "Heading3", "level 3"),
    "a field left over": ("word/document.xml", "<w:t>x", "<w:t>{{ x }}", "still holds"),
    "another language": ("word/styles.xml", "en-GB", "de-DE", "language is not en-GB"),
    "no title": ("docProps/core.xml", "Scheme", "", "title property is empty"),
}

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SOUND = {
    "word/document.xml": (
        f"<w:document {W}><w:body>"
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>'
        '<w:tbl><w:tblPr><w:tblCaption w:val="T"/></w:tblPr><w:tblGrid><w:gridCol/>'
        "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "</w:body></w:document>"
    ),
    "word/styles.xml": f'<w:styles {W}><w:lang w:val="en-GB"/></w:styles>',
    "docProps/core.xml": (
        '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Scheme</dc:title></c>'
    ),
}


def packed(parts: dict[str, str]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return held.getvalue()


def test_a_sound_document_has_no_faults() -> None:
    assert faults(packed(SOUND)) == []


@pytest.mark.parametrize("fault", BROKEN)
def test_each_fault_is_seen(fault: str) -> None:
    part, sound, broken, said = BROKEN[fault]
    assert sound in SOUND[part]
    spoilt = SOUND | {part: SOUND[part].replace(sound, broken)}
    assert any(said in told for told in faults(packed(spoilt)))


def test_the_checks_read_what_the_writer_writes(tmp_path: Path) -> None:
    path = tmp_path / "scheme-of-work.docx"
    path.write_bytes(document(full_review()))
    assert faults(path.read_bytes()) == []
