"""A second, deliberately different house style, made of the shipped templates.

Only what a college can do in Word itself: other fonts and colours, another paper, a
logo in the header, columns in another order, a section moved to the front.
"""

import struct
import zlib
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.shared import Inches, Length

FONT = "Liberation Serif"
PLUM = "6B1F4B"
INK = "1B365D"
"""The ink of headings in the shipped templates."""
_PAPER = {"E6E9EE": "F3E4EC", "E3EDF7": "F9F1E3", "EFEFEF": "F2EDE4"}
_TOPIC = 3


def house_style(shipped: Path, folder: Path) -> Path:
    """A folder with every shipped Word template in the other style."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(shipped.glob("*.docx")):
        word = Document(str(path))
        _fonts(word)
        _colours(word)
        _letter_paper(word)
        _logo(word)
        if path.name == "scheme-of-work.docx":
            _week_after_topic(word)
        word.save(str(folder / path.name))
    return folder


def _fonts(word: DocumentObject) -> None:
    for element in word.styles.element.iter(qn("w:rFonts")):
        element.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            element.set(qn(f"w:{script}"), FONT)


def _colours(word: DocumentObject) -> None:
    for root in (word.styles.element, word.element):
        for shading in root.iter(qn("w:shd")):
            fill = shading.get(qn("w:fill"), "")
            shading.set(qn("w:fill"), _PAPER.get(fill, fill))
        for element in root.iter():
            for name in (qn("w:color"), qn("w:val")):
                if element.get(name) == INK:
                    element.set(name, PLUM)


def _letter_paper(word: DocumentObject) -> None:
    for section in word.sections:
        wide = (section.page_width or 0) > (section.page_height or 0)
        long, short = Inches(11), Inches(8.5)
        section.page_width, section.page_height = (
            (long, short) if wide else (short, long)
        )
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        _right_tab(word, section.page_width - margins)


def _right_tab(word: DocumentObject, width: int) -> None:
    """Drag the tab stop of header and footer to the new margin."""
    for name in ("Header", "Footer"):
        for stop in word.styles[name].paragraph_format.tab_stops:
            stop.position = Length(min(stop.position, width))


def _logo(word: DocumentObject) -> None:
    header = word.sections[0].header
    paragraph = header.paragraphs[0].insert_paragraph_before()
    paragraph.add_run().add_picture(BytesIO(_picture()), width=Inches(0.5))
    for drawn in paragraph._p.iter(qn("wp:docPr")):  # noqa: SLF001 no public name
        drawn.set("descr", "Coleg Glan-y-Môr & Sons")


def _picture() -> bytes:
    """A plum square of 8 by 8 pixels as PNG."""
    row = b"\0" + bytes.fromhex(PLUM) * 8
    parts = {
        b"IHDR": struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0),
        b"IDAT": zlib.compress(row * 8),
        b"IEND": b"",
    }
    chunks = (
        struct.pack(">I", len(held))
        + kind
        + held
        + struct.pack(">I", zlib.crc32(kind + held))
        for kind, held in parts.items()
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _week_after_topic(word: DocumentObject) -> None:
    """Drag the first column of the teaching table behind the fourth."""
    for table in word.tables:
        grid = table._tbl  # noqa: SLF001 no public name
        if "{{ session.week }}" in "".join(t.text or "" for t in grid.iter(qn("w:t"))):
            for row in grid.tr_lst:
                row.tc_lst[_TOPIC].addnext(row.tc_lst[0])
            columns = grid.tblGrid.gridCol_lst
            columns[_TOPIC].addnext(columns[0])
