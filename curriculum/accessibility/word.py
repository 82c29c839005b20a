"""A Word document as its readers meet it: paragraphs, tables, pictures, links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from curriculum.accessibility.parts import (
    Element,
    attribute,
    core_property,
    local,
    main_part,
    relations,
    tree,
)
from curriculum.accessibility.word_styles import (
    Look,
    Setting,
    Styles,
    is_on,
    setting_of,
    shade,
)
from curriculum.errors import SourceError
from curriculum.office.package import Package
from curriculum.office.word_tree import CELL, TABLE, P, R, T, cells_of, rows_of, w

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (w("del"), w("moveFrom"))
_BREAKS = ("br", "cr")
_LONGEST_QUOTE = 40
_HEADING = "heading "
_LEVELS = 9
_MARGINS = ("header", "footer")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same."""

    text: str
    look: Look
    linked: bool


@dataclass(slots=True)
class Paragraph:
    """A paragraph, with where it stands."""

    element: Element
    place: str
    text: str
    style: str
    setting: Setting
    cell: "Cell | None" = None
    runs: tuple["Run", ...] | None = None
    """Its stretches of text, once they were asked for."""

    @property
    def quoted(self) -> str:
        """How it begins, in quotation marks."""
        return quoted(self.text)


@dataclass(slots=True)
class Cell:
    """A cell of a table."""

    element: Element
    place: str
    conditions: str
    """The parts of the table's style that hold for it, such as "firstRow"."""
    table: "Table"
    in_header: bool
    column: int


@dataclass(slots=True)
class Table:
    """A table with its rows of cells."""

    element: Element
    place: str
    style: str
    rows: list[list[Cell]] = field(default_factory=list)
    properties: Element | None = None

    def property(self, name: str) -> Element | None:
        """What its properties say of something."""
        return None if self.properties is None else self.properties.find(w(name))


def quoted(text: str) -> str:
    """How a text begins, in quotation marks."""
    plain = " ".join(text.replace('"', "'").split())
    if len(plain) > _LONGEST_QUOTE:
        plain = plain[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return f"“{plain}”"


class Word:
    """A document that rules ask."""

    def __init__(self, path: Path, package: Package) -> None:
        self.path, self.package = path, package
        self.main = main_part(package, "word/document.xml")
        self.relations = relations(package, self.main)
        root = tree(package, self.main)
        body = None if root is None else root.find(w("body"))
        if root is None or body is None:
            raise SourceError(f"{path.name}: is a Word file without a text")
        for fallback in list(root.iter(_FALLBACK)):
            # Says the same again for older programs.
            parent = fallback.getparent()
            if parent is not None:
                parent.remove(fallback)
        self.root, self.body = root, body
        theme = self._related("theme")
        self.styles = Styles(self._related("styles"), theme, self._related("fontTable"))
        self.tables: list[Table] = []
        self.paragraphs: list[Paragraph] = []
        self._read()

    def _related(self, kind: str) -> Element | None:
        """The tree of the first part that is related in a way."""
        return next((held for _, held in self.parts(kind)), None)

    def parts(self, *kinds: str) -> Iterator[tuple[str, Element]]:
        """The parts related in some ways, each with its name."""
        for one in self.relations.values():
            if one.kind in kinds and not one.external:
                held = tree(self.package, one.target)
                if held is not None:
                    yield one.target, held

    @cached_property
    def margins(self) -> list[tuple[str, Element]]:
        """Headers and footers, named by what they are."""
        return [
            (local(held).replace("hdr", "header").replace("ftr", "footer"), held)
            for _, held in self.parts(*_MARGINS)
        ]

    @cached_property
    def settings(self) -> Element | None:
        """The settings of the document."""
        return self._related("settings")

    @cached_property
    def numbering(self) -> Element | None:
        """The marks of its lists."""
        return self._related("numbering")

    def property(self, name: str) -> str:
        """A property of the document, such as its title."""
        return core_property(self.package, name)

    def level(self, paragraph: Paragraph) -> int:
        """The level of a heading, 0 for what is none."""
        for name in self.styles.names(paragraph.style)[::-1]:
            if name.startswith(_HEADING) and name[len(_HEADING) :].isdecimal():
                return int(name[len(_HEADING) :])
        outline = paragraph.setting.outline
        return outline + 1 if outline < _LEVELS else 0

    def is_title(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is the title of the whole."""
        return "title" in self.styles.names(paragraph.style)

    @cached_property
    def headings(self) -> list[tuple[int, Paragraph]]:
        """Every heading that says something, with its level."""
        held = ((self.level(p), p) for p in self.paragraphs if p.text.strip())
        return [(level, p) for level, p in held if level]

    @cached_property
    def drawings(self) -> list[tuple[str, Element]]:
        """Pictures, charts and shapes with their places, old and new ones."""
        found: list[tuple[str, Element]] = []
        for paragraph in self.paragraphs:
            found += [(paragraph.place, d) for d in _drawn(paragraph.element)]
        for name, margin in self.margins:
            found += [(name, d) for p in margin.iter(P) for d in _drawn(p)]
        return found

    @cached_property
    def instructions(self) -> list[tuple[str, str]]:
        """What its fields ask for, with the part: ("footer", "PAGE")."""
        found = []
        for name, part in (("text", self.root), *self.margins):
            found += [
                (name, attribute(f, "instr").strip()) for f in part.iter(w("fldSimple"))
            ]
            found += [(name, text) for p in part.iter(P) for text in _asked(p)]
        return found

    def runs(self, paragraph: Paragraph) -> tuple[Run, ...]:
        """The stretches of a paragraph that say something."""
        if paragraph.runs is None:
            paragraph.runs = tuple(self._runs(paragraph))
        return paragraph.runs

    def _runs(self, paragraph: Paragraph) -> Iterator[Run]:
        cell = paragraph.cell
        table, conditions = (
            (cell.table.style, cell.conditions) if cell is not None else ("", "")
        )
        properties = paragraph.element.find(w("pPr"))
        shading = None if properties is None else properties.find(w("shd"))
        behind = shade(shading)
        for element in paragraph.element.iter(R):
            if next(element.iterancestors(P)) is not paragraph.element or _gone(
                element
            ):
                continue
            text = "".join(t.text or "" for t in element.iterchildren(T))
            if not text.strip():
                continue
            held = element.find(w("rPr"))
            style = None if held is None else held.find(w("rStyle"))
            look = self.styles.look_of(
                paragraph.style, attribute(style, "val"), table, conditions
            )
            if behind:
                look = self.styles.apply(look, properties)
            look = self.styles.apply(look, held)
            linked = next(element.iterancestors(w("hyperlink")), None) is not None
            if not look.hidden:
                yield Run(text, look, linked)

    def paper(self, cell: Cell) -> str:
        """The colour of a cell, or nothing."""
        own = shade(cell.element.find(f"{w('tcPr')}/{w('shd')}"))
        if own:
            return own
        whole = shade(cell.table.property("shd"))
        return whole or self.styles.table(cell.table.style, cell.conditions)

    @cached_property
    def links(self) -> list[tuple[Paragraph, str, str]]:
        """Each link: where it stands, what it says, where it leads."""
        found = []
        for paragraph in self.paragraphs:
            for link in paragraph.element.iter(w("hyperlink")):
                if next(link.iterancestors(P)) is paragraph.element:
                    relation = self.relations.get(attribute(link, "id"))
                    target = relation.target if relation else attribute(link, "anchor")
                    said = "".join(t.text or "" for t in link.iter(T))
                    found.append((paragraph, " ".join(said.split()), target))
        return found

    def _read(self) -> None:
        """Find paragraphs and tables in the order of the text, with their places."""
        under, count = "", 0
        cells: dict[Element, Cell] = {}
        for element in self.body.iter(TABLE, P):
            if element.tag == TABLE:
                table = self._table(element, len(self.tables) + 1, under)
                self.tables.append(table)
                cells |= {c.element: c for row in table.rows for c in row}
                continue
            cell = cells.get(next(element.iterancestors(CELL), element))
            if cell is None:
                count += 1
            place = cell.place if cell else _under(f"paragraph {count}", under)
            paragraph = self._paragraph(element, place, cell)
            self.paragraphs.append(paragraph)
            if cell is None and paragraph.text.strip() and self.level(paragraph):
                under = paragraph.text

    def _paragraph(self, element: Element, place: str, cell: Cell | None) -> Paragraph:
        properties = element.find(w("pPr"))
        held = None if properties is None else properties.find(w("pStyle"))
        style = attribute(held, "val")
        table = cell.table.style if cell else ""
        setting = setting_of(self.styles.setting_of(style, table), properties)
        return Paragraph(element, place, said(element), style, setting, cell)

    def _table(self, element: Element, number: int, under: str) -> Table:
        properties = element.find(w("tblPr"))
        held = None if properties is None else properties.find(w("tblStyle"))
        place = _under(f"table {number}", under)
        table = Table(element, place, attribute(held, "val"), properties=properties)
        rows, asked = rows_of(element), _asked_of_style(element)
        for at, row in enumerate(rows, start=1):
            own = cells_of(row)
            header = is_on(row.find(f"{w('trPr')}/{w('tblHeader')}"))
            table.rows.append(
                [
                    Cell(
                        cell,
                        _under(f"table {number}, row {at}, cell {column}", under),
                        _conditions(asked, (at, len(rows)), (column, len(own))),
                        table,
                        header or at == 1,
                        column,
                    )
                    for column, cell in enumerate(own, start=1)
                ]
            )
        return table


def said(paragraph: Element) -> str:
    """What a paragraph says, without what was deleted or stands in a text box."""
    words: list[str] = []
    for one in paragraph.iter(T, w("br"), w("cr"), w("tab")):
        if next(one.iterancestors(P)) is paragraph and not _gone(one):
            name = local(one)
            words.append("\n" if name in _BREAKS else "\t" if name == "tab" else "")
            words.append(one.text or "")
    return "".join(words)


def _gone(element: Element) -> bool:
    return next(element.iterancestors(*_GONE), None) is not None


def _under(place: str, heading: str) -> str:
    return f"{place}, under {quoted(heading)}" if heading else place


def _asked_of_style(table: Element) -> dict[str, bool]:
    """Which parts of its style a table asks for."""
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    try:
        bits = int(attribute(look, "val", "0"), 16)
    except ValueError:
        bits = 0
    return {
        name: attribute(look, name) in ("1", "true", "on")
        if attribute(look, name)
        else bool(bits & bit)
        for name, bit in _LOOKS.items()
    }


def _conditions(
    asked: Mapping[str, bool], row: tuple[int, int], column: tuple[int, int]
) -> str:
    """The parts of a table's style that a cell belongs to: which row of how many."""
    first = asked["firstRow"] and row[0] == 1
    even = (row[0] - asked["firstRow"]) % 2 == 0
    held = {
        "band2Horz" if even else "band1Horz": not asked["noHBand"] and not first,
        "firstCol": asked["firstColumn"] and column[0] == 1,
        "lastCol": asked["lastColumn"] and column[0] == column[1],
        "firstRow": first,
        "lastRow": asked["lastRow"] and row[0] == row[1],
    }
    return " ".join(name for name, is_so in held.items() if is_so)


_LOOKS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
}


def _drawn(paragraph: Element) -> Iterator[Element]:
    """The drawings that hang on a paragraph, without those inside text boxes."""
    for one in paragraph.iter("{*}inline", "{*}anchor", w("pict"), w("object")):
        if next(one.iterancestors(P)) is paragraph:
            yield one


def _asked(paragraph: Element) -> Iterator[str]:
    """The instructions of fields that begin in a paragraph."""
    words: list[str] = []
    for one in paragraph.iter(w("instrText"), w("fldChar")):
        if local(one) == "instrText":
            words.append(one.text or "")
        elif words:
            yield "".join(words).strip()
            words = []
    if words:
        yield "".join(words).strip()
