"""Word documents as tables and texts, in one walk over the XML.

python-docx looks up each cell of a row anew, which takes quadratic time.
"""

from collections.abc import Iterator

from lxml import etree

from curriculum.findings import SourceError
from curriculum.importing.tables import Cell, Document, Row, Table, Text, tidy
from curriculum.office.package import Package

MOST_ELEMENTS = 3_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOOSE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{_W}txbxContent"
_MAIN = "word/document.xml"
_TICKS = {"F0FC": "✓", "F0FE": "☑", "F078": "x", "F06C": "●", "F0B7": "●", "F0FB": "✗"}
"""Signs of Wingdings and Symbol that people tick boxes with."""
_WITHIN = {
    f"{_W}{tag}" for tag in ("sdt", "sdtContent", "ins", "customXml", "smartTag")
}
_MOVED = f"{_W}moveFrom"
_CHANGED = (b"<w:ins ", b"<w:del ", b"<w:moveFrom ")
_NOTES = ("footnotes", "endnotes", "comments")
_NO_COLOUR = {"", "auto", "FFFFFF"}


def read(package: Package, document: Document) -> None:
    """Add a Word document's tables and texts."""
    if _MAIN not in package.parts:
        raise SourceError(f"{package.name}: is an Office file, but not a Word document")
    levels = _levels(package)
    for part in sorted(p for p in package.parts if p.startswith("word/header")):
        tree = _tree(package, part)
        document.after += [
            Text(text, f"page header {part[11:-4]}")
            for paragraph in tree.iter(f"{_W}p")
            if (text := _text_of(paragraph))
        ]
    _notes(package, document)
    if any(sign in package.read(_MAIN) for sign in _CHANGED):
        why = "has tracked changes; it is read as if all of them were accepted"
        document.faults.append(("", why))
    body = _tree(package, _MAIN).find(f"{_W}body")
    if body is None:
        raise SourceError(f"{package.name}: the part {_MAIN} is damaged")
    _walk(body, document, levels)


def _notes(package: Package, document: Document) -> None:
    """Add footnotes, endnotes and comments, which stand in parts of their own."""
    for kind in _NOTES:
        if f"word/{kind}.xml" not in package.parts:
            continue
        for note in _tree(package, f"word/{kind}.xml"):
            text = "\n".join(filter(None, map(_text_of, note.iter(f"{_W}p"))))
            if text:
                number = note.get(f"{_W}id") or ""
                document.aside.append(Text(text, f"{kind[:-1]} {number}"))


def _walk(body: "etree._Element", document: Document, levels: dict[str, int]) -> None:
    before: list[Text] = []
    for number, element in enumerate(_blocks(body), start=1):
        if element.tag == f"{_W}tbl":
            name = f"table {len(document.tables) + 1}"
            table = Table(name, list(_rows(element, name)), before)
            document.tables.append(table)
            merged = sum(c.span > 1 or c.down for row in table.rows for c in row.cells)
            document.merged[name] = merged
            before = []
        else:
            place, level = f"paragraph {number}", _level(element, levels)
            own, *boxed = _texts(element)
            before += [Text(own, place, level)] if own else []
            before += [Text(text, f"text box at {place}") for text in boxed if text]
    document.after += before


def _tree(package: Package, part: str) -> "etree._Element":
    data = package.read(part)
    if b"<!DOCTYPE" in data[:2000]:
        raise SourceError(f"{package.name}: declares XML entities, as no document does")
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise SourceError(f"{package.name}: is longer than any scheme of work")
    data = data.replace(_STRICT.encode(), _LOOSE.encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise SourceError(f"{package.name}: the part {part} is damaged") from None


def _blocks(parent: "etree._Element") -> Iterator["etree._Element"]:
    """Paragraphs and tables, also those within content controls."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in _WITHIN:
            yield from _blocks(child)


def _levels(package: Package) -> dict[str, int]:
    """Heading levels by style, whatever the language of Word calls the style."""
    if "word/styles.xml" not in package.parts:
        return {}
    found = {}
    for style in _tree(package, "word/styles.xml").iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        named = (name.get(f"{_W}val") or "").casefold() if name is not None else ""
        if named.startswith("heading ") and named[8:].isdecimal():
            found[style.get(f"{_W}styleId") or ""] = int(named[8:])
        elif named == "title":
            found[style.get(f"{_W}styleId") or ""] = 1
    return found


def _level(paragraph: "etree._Element", levels: dict[str, int]) -> int:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    named = style.get(f"{_W}val") or "" if style is not None else ""
    return levels.get(named, 0)


def _rows(table: "etree._Element", name: str) -> Iterator[Row]:
    above: dict[int, Cell] = {}
    rows = (child for child in _inner(table) if child.tag == f"{_W}tr")
    for number, row in enumerate(rows, start=1):
        place = f"{name}, row {number}"
        cells = list(_cells(row, place, above))
        above = {cell.column: cell for cell in cells}
        yield Row(number, place, cells)


def _inner(parent: "etree._Element") -> Iterator["etree._Element"]:
    for child in parent:
        if child.tag in _WITHIN:
            yield from _inner(child)
        elif child.tag != f"{_W}tr" or child.find(f"{_W}trPr/{_W}del") is None:
            yield child


def _cells(row: "etree._Element", place: str, above: dict[int, Cell]) -> Iterator[Cell]:
    column = 0
    skipped = row.find(f"{_W}trPr/{_W}gridBefore")
    if skipped is not None:
        column = _number(skipped, 0)
    for element in _inner(row):
        if element.tag != f"{_W}tc":
            continue
        look = element.find(f"{_W}tcPr")
        span, merge, fill = 1, None, ""
        if look is not None:
            span = _number(look.find(f"{_W}gridSpan"), 1)
            merge = look.find(f"{_W}vMerge")
            fill = _fill(look.find(f"{_W}shd"))
        goes_on = merge is not None and merge.get(f"{_W}val") != "restart"
        held = above.get(column) if goes_on else None
        text, inner = (held.text, held.inner) if held else _content(element, place)
        down = held is not None
        yield Cell(column, text, place, span, down=down, fill=fill, inner=inner)
        column += span


def _number(element: "etree._Element | None", default: int) -> int:
    value = element.get(f"{_W}val") if element is not None else None
    return min(int(value), 1000) if value and value.isdecimal() else default


def _fill(shade: "etree._Element | None") -> str:
    colour = (shade.get(f"{_W}fill") or "").upper() if shade is not None else ""
    return "" if colour in _NO_COLOUR or len(colour) != 6 else colour  # noqa: PLR2004 (RRGGBB)


def _content(
    cell: "etree._Element", place: str
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What a cell says; of tables within it also their labels and values."""
    lines: list[str] = []
    inner: list[tuple[str, str]] = []
    for block in _blocks(cell):
        if block.tag == f"{_W}p":
            lines += _texts(block)
            continue
        for row in _rows(block, place):
            texts = [held.text for held in row.filled]
            if len(texts) == 2:  # noqa: PLR2004 (a label and its value)
                inner.append((texts[0], texts[1]))
            lines.append((": " if len(texts) == 2 else "\n").join(texts))  # noqa: PLR2004
    return tidy("\n".join(lines)), tuple(inner)


def _text_of(paragraph: "etree._Element") -> str:
    return "\n".join(text for text in _texts(paragraph) if text)


def _texts(paragraph: "etree._Element") -> list[str]:
    """What a paragraph says, and what each paragraph of its text boxes says."""
    boxes = [box for box in paragraph.iter(_BOX) if not _doubled(box)]
    inside = [tidy(_text(held)) for box in boxes for held in box.iter(f"{_W}p")]
    return [tidy(_text(paragraph, boxed=bool(boxes))), *inside]


def _text(paragraph: "etree._Element", *, boxed: bool = False) -> str:
    """What a paragraph says; what is deleted or a double of a drawing is passed by.

    ``boxed``: it holds text boxes, whose texts are no part of it.
    """
    parts: list[str] = []
    for element in paragraph.iter():
        tag = element.tag
        if tag == f"{_W}t":
            twice = _doubled(element) or (boxed and _in_box(element))
            twice = twice or any(True for _ in element.iterancestors(_MOVED))
            if element.text and not twice:
                parts.append(element.text)
        elif tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif tag == f"{_W}tab":
            parts.append(" ")
        elif tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif tag == f"{_W}sym":
            parts.append(_TICKS.get((element.get(f"{_W}char") or "").upper(), "•"))
    return "".join(parts)


def _doubled(element: "etree._Element") -> bool:
    """Whether it is the copy of a text box that older programs show."""
    return any(True for _ in element.iterancestors(_FALLBACK))


def _in_box(element: "etree._Element") -> bool:
    return any(True for _ in element.iterancestors(_BOX))
