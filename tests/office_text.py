"""Word documents as text: one line a paragraph with its style, one line a cell.

Left out of the comparison, because a college changes it in the template without
changing what the document says: fonts, colours, widths and page layout.
"""

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.table import Table
from docx.text.paragraph import Paragraph


def opened(document: bytes) -> DocumentObject:
    return Document(BytesIO(document))


def as_text(document: bytes) -> str:
    """Properties, header, body and footer of a document, a line for each text."""
    word = opened(document)
    section = word.sections[0]
    lines = [f"title: {word.core_properties.title}"]
    lines += [f"header: {p.text}" for p in section.header.paragraphs]
    lines += _body(word)
    lines += [f"footer: {p.text}" for p in section.footer.paragraphs]
    return "\n".join(lines) + "\n"


def _body(word: DocumentObject) -> Iterator[str]:
    tables = 0
    for content in word.iter_inner_content():
        if isinstance(content, Paragraph):
            yield f"{_style(content)}: {content.text}"
        else:
            tables += 1
            yield f"table {tables}: {caption(content)}"
            for row, cells in enumerate(rows(content), start=1):
                for column, cell in enumerate(cells, start=1):
                    yield f"  {row}.{column}: {cell!r}"


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style else None) or "no style"


def caption(table: Table) -> str:
    """A table's caption, which screen readers read out."""
    found = table._tbl.tblPr.xpath("w:tblCaption/@w:val")  # noqa: SLF001 no public name
    return str(found[0]) if found else "no caption"


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def tables(document: bytes) -> dict[str, list[list[str]]]:
    """A document's tables by caption."""
    return {caption(table): rows(table) for table in opened(document).tables}
