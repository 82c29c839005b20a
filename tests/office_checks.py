"""Faults of a Word document that the Open XML validator does not see."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"Heading(\d)$")


def faults(document: bytes) -> list[str]:
    """Everything that makes a document break, or that shuts readers out."""
    with ZipFile(BytesIO(document)) as package:
        bad = package.testzip()
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    return [
        *([f"{bad} is damaged"] if bad else []),
        *_leftovers(parts),
        *_tables(root),
        *_headings(root),
        *_language(parts),
    ]


def _leftovers(parts: dict[str, bytes]) -> Iterator[str]:
    for name, content in parts.items():
        if name.endswith(".xml") and (b"{{" in content or b"<?curriculum" in content):
            yield f"{name} still holds a field or a mark"


def _tables(root: etree._Element) -> Iterator[str]:
    for number, table in enumerate(root.iter(f"{W}tbl"), start=1):
        grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for at, row in enumerate(table.findall(f"{W}tr"), start=1):
            place = f"table {number}, row {at}"
            cells = row.findall(f"{W}tc")
            if len(cells) != grid:
                yield f"{place} has {len(cells)} cells of {grid}"
            if next(row.iter(f"{W}gridSpan", f"{W}vMerge"), None) is not None:
                yield f"{place} has a merged cell"
            if row.find(f"{W}trPr/{W}cantSplit") is None:
                yield f"{place} may be split over two pages"
            yield from _cells(place, cells)
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            yield f"table {number} repeats no header row"
        if table.find(f"{W}tblPr/{W}tblCaption") is None:
            yield f"table {number} has no caption"


def _cells(place: str, cells: list[etree._Element]) -> Iterator[str]:
    for at, cell in enumerate(cells, start=1):
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield f"{place}, cell {at} does not end in a paragraph"
        elif not "".join(t.text or "" for t in cell.iter(f"{W}t")).strip():
            yield f"{place}, cell {at} is empty"


def _headings(root: etree._Element) -> Iterator[str]:
    level = 0
    for style in root.iter(f"{W}pStyle"):
        found = _HEADING.match(style.get(f"{W}val", ""))
        if found:
            if int(found[1]) > level + 1:
                yield f"a heading of level {found[1]} follows one of level {level}"
            level = int(found[1])


def _language(parts: dict[str, bytes]) -> Iterator[str]:
    if b'w:val="en-GB"' not in parts["word/styles.xml"]:
        yield "the language is not en-GB"
    title = etree.fromstring(parts["docProps/core.xml"]).findtext(
        "{http://purl.org/dc/elements/1.1/}title"
    )
    if not (title or "").strip():
        yield "the title property is empty"
