"""A Word document without a fault, and what spoils it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Text
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.table import Table

Spoil = Callable[[Text], object]


def sound() -> Text:
    """A document in which every rule finds nothing."""
    page = Document()
    page.core_properties.title = "Scheme of work for bakers"
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet"):
        style = page.styles[name]
        style.font.name, style.font.size = "Arial", Pt(12)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.line_spacing = 1.5
    language = page.styles.element.find(f".//{qn('w:lang')}")
    assert language is not None
    language.set(qn("w:val"), "en-GB")
    for fonts in page.styles.element.iter(qn("w:rFonts")):
        for name in [n for n in fonts.attrib if str(n).endswith("Theme")]:
            del fonts.attrib[name]
        fonts.set(qn("w:ascii"), "Arial")
    page.add_paragraph("Scheme of work", style="Title")
    page.add_heading("Ysgol Llŷn & Łódź", level=1)
    page.add_paragraph("Learners bake < 12 loaves = one batch. " * 8)
    page.add_paragraph("Weigh flour", style="List Bullet")
    page.add_paragraph("Prove dough", style="List Bullet")
    page.add_heading("Weeks", level=2)
    data_table(page)
    _numbered(page)
    return page


def data_table(page: Text) -> Table:
    """A table as it should be."""
    table: Table = page.add_table(rows=3, cols=2)
    for at, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 (python-docx has no switch)
        properties.append(OxmlElement("w:cantSplit"))
        if at == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for column, cell in enumerate(row.cells):
            cell.text = f"Entry {at}{column}" if at else ("Week", "Topic")[column]
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), "Weeks and topics")
    table._tbl.tblPr.append(caption)  # noqa: SLF001 (likewise)
    return table


def _numbered(page: Text) -> None:
    footer = page.sections[0].footer.paragraphs[0]
    footer.text = "Page "
    field = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
        "</w:fldSimple>"
    )
    footer._p.append(field)  # noqa: SLF001 (likewise)


_SPACES = nsdecls("w", "r", "wp", "a", "pic") + (
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def put(page: Text, text: str) -> None:
    """Put elements of WordprocessingML after the last paragraph of a document."""
    held = parse_xml(f"<w:body {_SPACES}>{text}</w:body>".encode())
    for one in reversed(list(held)):
        page.paragraphs[-1]._p.addnext(one)  # noqa: SLF001 (python-docx has no way)


def saved(page: Text, folder: Path, name: str = "scheme-of-work.docx") -> Path:
    """The document as a file."""
    path = folder / name
    held = BytesIO()
    page.save(held)
    path.write_bytes(held.getvalue())
    return path


def spoilt(spoil: Spoil, folder: Path, name: str = "scheme-of-work.docx") -> Path:
    """The sound document with one thing changed."""
    page = sound()
    spoil(page)
    return saved(page, folder, name)
