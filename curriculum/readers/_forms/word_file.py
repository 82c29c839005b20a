"""Word documents: paragraphs and rows of tables, as they stand in the body.

Numbers that Word writes by itself ("K%1:") are counted, for a key that is only
numbered would else be lost.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from curriculum.findings import SourceError
from curriculum.office.package import Package
from curriculum.readers._forms.gathered import Gathered, Keys, bold_keys
from curriculum.readers._wording import fold

FORM = "Word document"
MOST_ELEMENTS = 2_000_000
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_NAMESPACE}}}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MAIN = "word/document.xml"
_TRANSPARENT = frozenset(
    f"{_W}{tag}"
    for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}pPr"))
_BREAKS = frozenset((f"{_W}br", f"{_W}cr"))
_OFF = ("0", "false", "off", "none")
_LETTER = re.compile(r"[A-Za-z]")
_ASIDE = re.compile(r"word/(header|footer|comments|footnotes|endnotes)\d*\.xml")


def gather(name: str, data: bytes) -> Gathered:
    """The lines of a Word document; places are paragraphs and rows of tables."""
    package = Package.open(data, name=name)
    if _MAIN not in package.parts:
        raise SourceError(f"{name}: is an Office file, but not a Word document")
    body = _tree(package, _MAIN).find(f"{_W}body")
    if body is None:
        raise SourceError(f"{name}: the part {_MAIN} is damaged")
    titles = frozenset(
        style.get(f"{_W}styleId") or ""
        for style in _styles(package)
        if _value(style.find(f"{_W}name")).casefold() == "title"
    )
    walk = _Walk(Gathered(), _numbering(package), _bold_styles(package), titles)
    walk.over(body)
    for part in sorted(package.parts):
        match = _ASIDE.fullmatch(part)
        if match:
            for paragraph in _tree(package, part).iter(f"{_W}p"):
                walk.out.set_aside(_plain(paragraph), match[1])
    if not any(line.printed for line in walk.out.lines):
        raise SourceError(f"{name}: is a Word document without text")
    return walk.out


@dataclass(slots=True)
class _Numbering:
    """What Word writes before the paragraphs of its numbered lists."""

    forms: dict[tuple[str, str], tuple[str, int]]
    """Text and first number of each level of each list that writes letters."""
    by_style: dict[str, tuple[str, str]]
    reached: defaultdict[tuple[str, str], int] = field(
        default_factory=lambda: defaultdict(int)
    )

    def label(self, paragraph: "etree._Element") -> str:
        """What stands before the paragraph, if there are letters in it."""
        numbered = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        at = self.by_style.get(_value(style), ("", ""))
        if numbered is not None:
            level = _value(numbered.find(f"{_W}ilvl")) or at[1] or "0"
            at = (_value(numbered.find(f"{_W}numId")) or at[0], level)
        form = self.forms.get(at)
        if form is None:
            return ""
        self.reached[at] += 1
        return form[0].replace("%1", str(form[1] + self.reached[at] - 1))


class _Walk:
    """What is gathered on the way through a body."""

    def __init__(
        self,
        out: Gathered,
        numbering: _Numbering,
        bold: frozenset[str],
        titles: frozenset[str],
    ) -> None:
        self.out = out
        self.numbering = numbering
        self.bold = bold
        self.titles = titles
        self.paragraphs = self.tables = 0
        self.titled = False

    def over(self, parent: "etree._Element") -> None:
        """Take the paragraphs and tables of a body."""
        for block in _children(parent):
            if block.tag == f"{_W}tbl":
                self.tables += 1
                self._table(block)
            elif block.tag == f"{_W}p":
                self.paragraphs += 1
                self._paragraph(block)

    def _paragraph(self, paragraph: "etree._Element") -> None:
        gap = True
        bold = bold_keys(self._pieces(paragraph))
        texts = self._texts(paragraph)
        if texts and not self.titled and self._is_title(paragraph):
            texts, self.titled = [f"# {' '.join(texts)}"], True
        for text in texts:
            place = f"paragraph {self.paragraphs}"
            self.out.add(text, place, gap=gap, bold=bold)
            gap = False
        for box in paragraph.iter(f"{_W}txbxContent"):
            if not any(e.tag == _FALLBACK for e in box.iterancestors()):
                self._box(box)

    def _is_title(self, paragraph: "etree._Element") -> bool:
        return _value(paragraph.find(f"{_W}pPr/{_W}pStyle")) in self.titles

    def _box(self, box: "etree._Element") -> None:
        """The paragraphs of a text box, after the one that it hangs on."""
        for paragraph in box.iter(f"{_W}p"):
            place = f"text box at paragraph {self.paragraphs}"
            for text in self._texts(paragraph):
                self.out.add(text, place, gap=True)

    def _texts(self, paragraph: "etree._Element") -> list[str]:
        """The lines of a paragraph, with the label that Word writes."""
        lines = _plain(paragraph).split("\n")
        label = self.numbering.label(paragraph) if "".join(lines).strip() else ""
        if label:
            lines[0] = f"{label} {lines[0]}"
        return [said for line in lines if (said := fold(line))]

    def _pieces(self, paragraph: "etree._Element") -> Iterator[tuple[str, bool]]:
        """What the runs of a paragraph say, and whether they are bold."""
        of_style = _value(paragraph.find(f"{_W}pPr/{_W}pStyle")) in self.bold
        for run in paragraph.iter(f"{_W}r"):
            own = run.find(f"{_W}rPr/{_W}b")
            named = _value(run.find(f"{_W}rPr/{_W}rStyle")) in self.bold
            bold = (of_style or named) if own is None else _value(own) not in _OFF
            yield "".join(t.text or "" for t in run.iter(f"{_W}t")), bold

    def _table(self, table: "etree._Element") -> None:
        rows = (row for row in _children(table) if row.tag == f"{_W}tr")
        for number, row in enumerate(rows, start=1):
            place = f"table {self.tables}, row {number}"
            cells, bold = self._row(row)
            self.out.add_row(cells, place, bold=bold)

    def _row(self, row: "etree._Element") -> tuple[list[list[str]], Keys]:
        before = row.find(f"{_W}trPr/{_W}gridBefore")
        cells: list[list[str]] = [[] for _ in range(_number(before, 0))]
        bold: Keys = ()
        for cell in _children(row):
            if cell.tag != f"{_W}tc":
                continue
            paragraphs = [p for p in cell.iter(f"{_W}p") if _stands(p, cell)]
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and _value(merge) != "restart"
            texts = [] if goes_on else [t for p in paragraphs for t in self._texts(p)]
            for paragraph in paragraphs:
                bold += bold_keys(self._pieces(paragraph))
            cells.append(texts)
            span = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
            cells += [[] for _ in range(span - 1)]
        return cells, bold


def _stands(paragraph: "etree._Element", cell: "etree._Element") -> bool:
    """Whether a paragraph is the cell's own and not a copy for older programs."""
    for element in paragraph.iterancestors():
        if element is cell:
            return True
        if element.tag == _FALLBACK:
            return False
    return False


def _plain(paragraph: "etree._Element") -> str:
    """What a paragraph says, with its line breaks; deleted text is not said."""
    said: list[str] = []
    inner = list(reversed(paragraph))
    while inner:
        element = inner.pop()
        tag = element.tag
        if tag == f"{_W}t":
            said.append(element.text or "")
        elif tag == f"{_W}tab":
            said.append(" ")
        elif tag == f"{_W}noBreakHyphen":
            said.append("-")
        elif tag in _BREAKS:
            page = element.get(f"{_W}type") in ("page", "column")
            said.append(" " if page else "\n")
        elif tag == f"{_W}sym":
            said.append("•")
        elif tag not in _GONE and tag != f"{_W}txbxContent":
            inner += reversed(element)
    return "".join(said)


def _children(parent: "etree._Element") -> Iterator["etree._Element"]:
    """What stands in an element, also within content controls and insertions."""
    inner = list(reversed(parent))
    while inner:
        element = inner.pop()
        if element.tag in _TRANSPARENT:
            inner += reversed(element)
        else:
            yield element


def _tree(package: Package, part: str) -> "etree._Element":
    data = package.read(part)
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data[:2000]:
        raise SourceError(f"{package.name}: declares XML entities, as no document does")
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise SourceError(f"{package.name}: is longer than any published document")
    data = data.replace(_STRICT, _NAMESPACE.encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise SourceError(f"{package.name}: the part {part} is damaged") from None


def _numbering(package: Package) -> _Numbering:
    by_style: dict[str, tuple[str, str]] = {}
    forms: dict[tuple[str, str], tuple[str, int]] = {}
    if "word/numbering.xml" not in package.parts:
        return _Numbering(forms, by_style)
    tree = _tree(package, "word/numbering.xml")
    levels: defaultdict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    for abstract in tree.iter(f"{_W}abstractNum"):
        for level in abstract.iter(f"{_W}lvl"):
            text = _value(level.find(f"{_W}lvlText"))
            decimal = _value(level.find(f"{_W}numFmt")) in ("", "decimal")
            own = level.get(f"{_W}ilvl") or "0"
            text = text.replace(f"%{int(own) + 1}" if own.isdecimal() else "%1", "%1")
            if decimal and text.count("%") == 1 and _LETTER.search(text):
                first = _number(level.find(f"{_W}start"), 1)
                levels[abstract.get(f"{_W}abstractNumId") or ""][own] = (text, first)
    for number in tree.iter(f"{_W}num"):
        abstract_id = _value(number.find(f"{_W}abstractNumId"))
        for own, form in levels[abstract_id].items():
            forms[number.get(f"{_W}numId") or "", own] = form
    for style in _styles(package):
        number_of = style.find(f"{_W}pPr/{_W}numPr")
        if number_of is not None:
            level_of = _value(number_of.find(f"{_W}ilvl")) or "0"
            at = (_value(number_of.find(f"{_W}numId")), level_of)
            by_style[style.get(f"{_W}styleId") or ""] = at
    return _Numbering(forms, by_style)


def _bold_styles(package: Package) -> frozenset[str]:
    """Styles whose text is bold."""
    found = set()
    for style in _styles(package):
        bold = style.find(f"{_W}rPr/{_W}b")
        if bold is not None and _value(bold) not in _OFF:
            found.add(style.get(f"{_W}styleId") or "")
    return frozenset(found)


def _styles(package: Package) -> Iterator["etree._Element"]:
    if "word/styles.xml" in package.parts:
        yield from _tree(package, "word/styles.xml").iter(f"{_W}style")


def _value(element: "etree._Element | None") -> str:
    return element.get(f"{_W}val") or "" if element is not None else ""


def _number(element: "etree._Element | None", default: int) -> int:
    value = _value(element)
    return min(int(value), 60) if value.isdecimal() else default
