"""WordprocessingML as a tree: read safely, tidied, and its columns left out."""

import re
from collections.abc import Collection, Iterator

from lxml import etree

from curriculum.findings import SourceError

Element = etree._Element  # noqa: SLF001 - the name that lxml's stubs give it

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def w(name: str) -> str:
    """A name of WordprocessingML in full."""
    return f"{{{NAMESPACE}}}{name}"


P, R, T, TABLE, ROW, CELL = (w(n) for n in ("p", "r", "t", "tbl", "tr", "tc"))
FIELD = re.compile(r"\{\{((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
ONLY_IF = re.compile(r"\{\{\s*only\s+if\b((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
_NAMED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|[“”][^“”]*[“”]")
_NOISE = tuple(w(n) for n in ("proofErr", "lastRenderedPageBreak"))
_BOOKMARKS = tuple(w(n) for n in ("bookmarkStart", "bookmarkEnd"))
_MERGED = tuple(
    w(n) for n in ("gridSpan", "vMerge", "hMerge", "gridBefore", "gridAfter")
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_REVISION = re.compile(r"\}(rsid\w*|paraId|textId)$")


def parsed(content: bytes, place: str) -> Element:
    """A part's tree; entities and document types are refused, comments dropped."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise SourceError(f"{place}: has a document type, as no Word file does")
    if STRICT in content:
        raise SourceError(
            f"{place}: is saved as Strict Open XML; save it as a plain Word document"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise SourceError(f"{place}: is damaged") from None


def tidy(root: Element) -> None:
    """Drop what Word strews between runs, and make each field lie in one run."""
    for noise in list(root.iter(*_NOISE)):
        remove(noise)
    for tag in list(root.iter(w("smartTag"))):
        unwrap(tag)
    for element in root.iter(etree.Element):
        for name in [n for n in element.attrib if _REVISION.search(str(n))]:
            del element.attrib[name]
    for paragraph in root.iter(P):
        _merge_fields(paragraph)


def remove(element: Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = [c for c in element if c.tag != w("smartTagPr")]


def own_texts(paragraph: Element) -> list[Element]:
    """The texts of a paragraph, without those of text boxes inside it."""
    return [t for t in paragraph.iter(T) if next(t.iterancestors(P)) is paragraph]


def own_text(paragraph: Element) -> str:
    """What a paragraph says."""
    return "".join(t.text or "" for t in own_texts(paragraph))


def _merge_fields(paragraph: Element) -> None:
    """Move each field whole into the run in which it begins."""
    texts = own_texts(paragraph)
    whole = "".join(t.text or "" for t in texts)
    if "{{" not in whole:
        return
    owners = [at for at, t in enumerate(texts) for _ in t.text or ""]
    for field in FIELD.finditer(whole):
        for position in range(*field.span()):
            owners[position] = owners[field.start()]
    for at, text in enumerate(texts):
        held = "".join(c for c, o in zip(whole, owners, strict=True) if o == at)
        if held != (text.text or ""):
            text.text = held
            text.set(_SPACE, "preserve")


def is_mark(node: Element) -> bool:
    """Whether a node is a mark that was put there, and no element."""
    kind: object = node.tag
    return kind is etree.ProcessingInstruction


def keep_spaces(text: Element) -> None:
    """Say that spaces at the ends of a run count."""
    text.set(_SPACE, "preserve")


def drop_bookmarks(element: Element) -> None:
    """Bookmarks are unique in a document; what repeats cannot carry one."""
    for mark in list(element.iter(*_BOOKMARKS)):
        remove(mark)


def rows_of(table: Element) -> list[Element]:
    """A table's own rows, also those within content controls."""
    return [r for r in table.iter(ROW) if next(r.iterancestors(TABLE)) is table]


def cells_of(row: Element) -> list[Element]:
    """A row's own cells."""
    return [c for c in row.iter(CELL) if next(c.iterancestors(ROW)) is row]


def paragraphs_of(row: Element) -> list[Element]:
    """A row's paragraphs, without those of tables and text boxes in its cells."""
    return [
        p
        for p in row.iter(P)
        if next(p.iterancestors(ROW)) is row and next(p.iterancestors(P), None) is None
    ]


def has_merged_cells(row: Element, *, down_only: bool = False) -> bool:
    """Whether cells of a row are joined to others."""
    kinds = (w("vMerge"),) if down_only else _MERGED
    return any(next(m.iterancestors(ROW)) is row for m in row.iter(*kinds))


def names_in(element: Element) -> set[str]:
    """Dotted names that the fields of an element show."""
    found: set[str] = set()
    for paragraph in element.iter(P):
        for field in FIELD.finditer(ONLY_IF.sub("", own_text(paragraph))):
            found.update(_NAMED.findall(_QUOTED.sub("", field[1])))
    return found


def without_columns(root: Element, unwanted: Collection[str]) -> Iterator[str]:
    """Leave out columns whose fields are all unwanted; yield what cannot be done."""
    for table in root.iter(TABLE):
        columns = _unwanted_columns(table, unwanted)
        if not columns:
            continue
        rows = rows_of(table)
        widths = {len(cells_of(row)) for row in rows}
        if len(widths) > 1 or any(has_merged_cells(row) for row in rows):
            yield (
                "a column cannot be left out of a table with joined cells or rows "
                f"of different length: {_caption(table)}"
            )
        elif len(columns) == widths.pop():
            yield f"no column would be left of a table: {_caption(table)}"
        else:
            _leave_out(table, columns)


def _caption(table: Element) -> str:
    first = next(iter(rows_of(table)), None)
    words = [] if first is None else [own_text(p) for p in paragraphs_of(first)]
    return "“" + " | ".join(words)[:60] + "”"


def _unwanted_columns(table: Element, unwanted: Collection[str]) -> set[int]:
    """Columns of which every cell that names fields names unwanted ones only."""
    wanted: set[int] = set()
    found: set[int] = set()
    for row in rows_of(table):
        for at, cell in enumerate(cells_of(row)):
            names = names_in(cell)
            if names and names <= set(unwanted):
                found.add(at)
            elif names & set(unwanted):
                wanted.add(at)
    return found - wanted


def _leave_out(table: Element, columns: set[int]) -> None:
    grid = table.find(w("tblGrid"))
    held = [] if grid is None else list(grid)
    widths = [int(float(column.get(w("w"), "0"))) for column in held]
    spread = _spread(widths, columns)
    for at in sorted(columns, reverse=True):
        if at < len(held):
            remove(held[at])
    for column, width in zip([] if grid is None else grid, spread, strict=False):
        column.set(w("w"), str(width))
    for row in rows_of(table):
        cells = cells_of(row)
        kept = next(cell for at, cell in enumerate(cells) if at not in columns)
        for at in columns:
            _hand_over_conditions(cells[at], kept)
            remove(cells[at])
        _set_widths(row, spread)


def _hand_over_conditions(cell: Element, kept: Element) -> None:
    """A condition that stands in a column left out still chooses the row."""
    target = next(kept.iter(T), None)
    for paragraph in cell.iter(P):
        for condition in ONLY_IF.finditer(own_text(paragraph)):
            if target is not None:
                target.text = condition[0] + (target.text or "")


def _spread(widths: list[int], columns: set[int]) -> list[int]:
    """The widths that stay, grown in proportion to fill the table."""
    kept = [width for at, width in enumerate(widths) if at not in columns]
    total, left = sum(widths), sum(kept)
    return [width * total // left for width in kept] if left else kept


def _set_widths(row: Element, widths: list[int]) -> None:
    for cell, width in zip(cells_of(row), widths, strict=False):
        stated = cell.find(f"{w('tcPr')}/{w('tcW')}")
        if stated is not None:
            stated.set(w("w"), str(width))
            stated.set(w("type"), "dxa")
