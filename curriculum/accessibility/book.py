"""A workbook as its readers meet it: sheets, tables, looks of cells, pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from curriculum.accessibility.book_looks import Looks
from curriculum.accessibility.parts import (
    LARGEST_PART_MB,
    Element,
    Relation,
    attribute,
    core_property,
    local,
    main_part,
    relations,
    tree,
)
from curriculum.errors import SourceError
from curriculum.office.package import Package
from curriculum.office.workbook import Bounds, bounds, letters

MOST_CELLS = 500_000
"""Cells that are looked at in a whole workbook, so that time and memory are bounded."""
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_USUAL_WIDTH = 8.43


@dataclass(frozen=True, slots=True)
class BookCell:
    """A cell: what it shows, and the number of its look."""

    row: int
    column: int
    text: str
    """What it says as far as it is text; of a number or a formula its value."""
    look: int
    is_text: bool

    @property
    def address(self) -> str:
        """Where it stands: "F12"."""
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class BookTable:
    """A table of Excel."""

    name: str
    area: Bounds
    header_rows: int
    filters: bool
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookDrawing:
    """A chart, a picture or a shape on a sheet."""

    what: str
    name: str
    alt: str
    decorative: bool


@dataclass
class BookSheet:
    """One sheet, with all that rules ask of it."""

    name: str
    number: int
    part: str
    cells: dict[tuple[int, int], BookCell] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    usual_width: float = _USUAL_WIDTH
    frozen_rows: int = 0
    active: str = "A1"
    top_left: str = "A1"
    selected: bool = False
    filters: bool = False
    landscape: bool = False
    fits: bool = False
    print_titles: bool = False
    tables: list[BookTable] = field(default_factory=list)
    drawings: list[BookDrawing] = field(default_factory=list)

    def at(self, address: str) -> str:
        """A place on the sheet: "Mapping!F12"."""
        return f"{self.name}!{address}"

    @cached_property
    def filled(self) -> list[BookCell]:
        """Cells that say something, row by row."""
        return [c for _, c in sorted(self.cells.items()) if c.text.strip()]

    @property
    def last_row(self) -> int:
        """Number of the last row that says something, or 0."""
        return max((c.row for c in self.filled), default=0)

    def width(self, column: int) -> float:
        """The width of a column in characters."""
        return self.widths.get(column, self.usual_width)

    def table_at(self, row: int, column: int) -> BookTable | None:
        """The table to which a cell belongs."""
        for table in self.tables:
            top, left, bottom, right = table.area
            if top <= row <= bottom and left <= column <= right:
                return table
        return None

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        held = self.cells.get((row, column))
        return held.text.strip() if held else ""


class Book:
    """A workbook that rules ask."""

    def __init__(self, path: Path, package: Package) -> None:
        self.path, self.package = path, package
        if "xl/workbook.bin" in package.parts:
            raise SourceError(f"{path.name}: is a binary workbook; save it as .xlsx")
        main = main_part(package, "xl/workbook.xml")
        root = tree(package, main)
        if root is None or local(root) != "workbook":
            raise SourceError(f"{path.name}: is an Office file, but not a workbook")
        self.root = root
        self.relations = relations(package, main)
        theme, styles = self._related("theme"), self._related("styles")
        self.looks = Looks(styles, theme)
        self._count = 0
        self.strings = self._strings()
        self.sheets = list(self._sheets())
        views = root.find("{*}bookViews/{*}workbookView")
        self.active_tab = _whole(attribute(views, "activeTab"), 0)

    def property(self, name: str) -> str:
        """A property of the workbook, such as its title."""
        return core_property(self.package, name)

    def _related(self, kind: str) -> Element | None:
        for one in self.relations.values():
            if one.kind == kind and not one.external:
                return tree(self.package, one.target)
        return None

    def _strings(self) -> list[str]:
        root = self._related("sharedStrings")
        held = () if root is None else root.findall("{*}si")
        return ["".join(_texts(item)) for item in held]

    def _sheets(self) -> Iterator[BookSheet]:
        """The sheets that people see, in their order."""
        titled = {
            attribute(name, "localSheetId")
            for name in self.root.iterfind("{*}definedNames/{*}definedName")
            if attribute(name, "name") == "_xlnm.Print_Titles"
        }
        for at, one in enumerate(self.root.iterfind("{*}sheets/{*}sheet")):
            relation = self.relations.get(attribute(one, "id"))
            shown = attribute(one, "state", "visible") == "visible"
            if relation is None or relation.kind != "worksheet" or not shown:
                continue
            sheet = BookSheet(attribute(one, "name"), at, relation.target)
            sheet.print_titles = str(at) in titled
            self._read(sheet)
            for related in relations(self.package, sheet.part).values():
                self._take(sheet, related)
            yield sheet

    def _take(self, sheet: BookSheet, related: Relation) -> None:
        """What is related to a sheet: its tables and drawings."""
        if related.kind not in ("table", "drawing") or related.external:
            return
        root = tree(self.package, related.target)
        if root is None:
            return
        if related.kind == "table":
            sheet.tables += _table(root)
        else:
            sheet.drawings += _drawings(root)

    def _read(self, sheet: BookSheet) -> None:
        """Read a sheet row by row; what was read is let go at once."""
        parser = etree.XMLPullParser(
            events=("end",), resolve_entities=False, no_network=True
        )
        size = 0
        try:
            for chunk in self.package.stream(sheet.part):
                size += len(chunk)
                if size > LARGEST_PART_MB * 4_000_000 or b"<!DOCTYPE" in chunk:
                    raise SourceError(
                        f"{self.path.name}: the sheet {sheet.name} is larger than is "
                        "looked at, or declares entities"
                    )
                parser.feed(chunk)
                for _, element in parser.read_events():
                    if isinstance(element, Element):
                        self._end(sheet, element)
            parser.close()
        except etree.XMLSyntaxError:
            raise SourceError(
                f"{self.path.name}: the sheet {sheet.name} is damaged"
            ) from None

    def _end(self, sheet: BookSheet, element: Element) -> None:
        name = local(element)
        if name == "row":
            self._row(sheet, element)
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
        elif name in _PARTS:
            _PARTS[name](sheet, element)

    def _row(self, sheet: BookSheet, row: Element) -> None:
        number = _whole(row.get("r"), 0)
        column = 0
        for cell in row:
            if local(cell) != "c":
                continue
            found = bounds(cell.get("r") or "")
            number, column = found[:2] if found else (number, column + 1)
            if not (0 < number <= _LAST_ROW and 0 < column <= _LAST_COLUMN):
                raise SourceError(
                    f"{self.path.name}: is damaged: the sheet {sheet.name} has a cell "
                    "where Excel has none"
                )
            look = _whole(cell.get("s"), 0)
            kind = cell.get("t", "n")
            text = self._text(cell, kind)
            if not text and not look:
                continue
            self._count += 1
            if self._count > MOST_CELLS:
                raise SourceError(
                    f"{self.path.name}: holds more than {MOST_CELLS:,} cells, most of "
                    "them empty; delete the empty rows and columns after the tables"
                )
            is_text = kind in ("s", "str", "inlineStr")
            held = BookCell(number, column, text, look, is_text)
            sheet.cells[number, column] = held

    def _text(self, cell: Element, kind: str) -> str:
        if kind == "inlineStr":
            return "".join(_texts(cell))
        value = cell.find("{*}v")
        text = "" if value is None else value.text or ""
        if kind != "s":
            return text
        at = _whole(text, -1)
        return self.strings[at] if 0 <= at < len(self.strings) else ""


def _texts(item: Element) -> Iterator[str]:
    """The texts of an item without readings aloud."""
    for text in item.iter("{*}t"):
        parent = text.getparent()
        if parent is None or local(parent) != "rPh":
            yield text.text or ""


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() else otherwise


def _float(text: str, otherwise: float) -> float:
    try:
        return float(text)
    except ValueError:
        return otherwise


def _merge(sheet: BookSheet, element: Element) -> None:
    sheet.merged.append(attribute(element, "ref"))


def _view(sheet: BookSheet, element: Element) -> None:
    sheet.selected = attribute(element, "tabSelected") in ("1", "true")
    sheet.top_left = attribute(element, "topLeftCell", "A1")
    pane = element.find("{*}pane")
    if attribute(pane, "state").startswith("frozen"):
        sheet.frozen_rows = _whole(attribute(pane, "ySplit").partition(".")[0], 0)
    where = attribute(pane, "activePane", "topLeft")
    for one in element.iterfind("{*}selection"):
        if attribute(one, "pane", "topLeft") == where:
            sheet.active = attribute(one, "activeCell", "A1")


def _column(sheet: BookSheet, element: Element) -> None:
    width = _float(attribute(element, "width"), _USUAL_WIDTH)
    first = _whole(attribute(element, "min"), 1)
    last = min(_whole(attribute(element, "max"), first), first + 500)
    hidden = attribute(element, "hidden") in ("1", "true")
    for column in range(first, last + 1):
        sheet.widths[column] = 0 if hidden else width


def _format(sheet: BookSheet, element: Element) -> None:
    sheet.usual_width = _float(attribute(element, "defaultColWidth"), _USUAL_WIDTH)


def _filter(sheet: BookSheet, _: Element) -> None:
    sheet.filters = True


def _page(sheet: BookSheet, element: Element) -> None:
    sheet.landscape = attribute(element, "orientation") == "landscape"


def _fit(sheet: BookSheet, element: Element) -> None:
    sheet.fits = attribute(element, "fitToPage") in ("1", "true")


_PARTS = {
    "mergeCell": _merge,
    "sheetView": _view,
    "col": _column,
    "sheetFormatPr": _format,
    "autoFilter": _filter,
    "pageSetup": _page,
    "pageSetUpPr": _fit,
}
"""What is taken of the parts of a sheet."""


def _table(root: Element) -> Iterator[BookTable]:
    area = bounds(attribute(root, "ref"))
    if area is None:
        return
    yield BookTable(
        attribute(root, "displayName") or attribute(root, "name"),
        area,
        _whole(attribute(root, "headerRowCount"), 1),
        root.find("{*}autoFilter") is not None,
        tuple(attribute(c, "name") for c in root.iterfind("{*}tableColumns/*")),
    )


def _drawings(root: Element) -> Iterator[BookDrawing]:
    for anchor in root:
        if not local(anchor).endswith("Anchor"):
            continue
        # The same again for older programs stands in a fallback.
        for one in anchor.iter("{*}cNvPr"):
            names = {local(e) for e in anchor.iter()}
            what = (
                "chart"
                if "chart" in names
                else "picture"
                if "pic" in names
                else "shape"
            )
            decorative = any(
                attribute(e, "val") in ("1", "true") for e in one.iter("{*}decorative")
            )
            alt = (attribute(one, "descr") or attribute(one, "title")).strip()
            yield BookDrawing(what, attribute(one, "name"), alt, decorative)
            break
