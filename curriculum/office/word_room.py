"""How much room a picture has where it stands: the width and height of its page."""

from typing import NamedTuple

from lxml import etree

from curriculum.office.word_tree import CELL, ROW, TABLE, Element, P, cells_of, w

_TWIPS, _EMU = 20, 12_700
"""To a point."""
_CELL_MARGINS, _BOX_MARGINS = 10.8, 14.4
_KEPT = 48.0
"""Points of a page's height that are left for a heading above."""
_LEAST = 36.0
_BODY, _BOX, _SECTION = w("body"), w("txbxContent"), w("sectPr")


class Room(NamedTuple):
    """What a picture may fill, in points."""

    width: float
    height: float


A4 = Room(451.0, 650.0)
"""An upright page with usual margins, where a document says nothing."""


def page_room(root: Element) -> Room:
    """The room on every page of a document: that of the narrowest."""
    found = [_of_section(section) for section in root.iter(_SECTION)]
    return min(found, default=A4)


def room_at(place: Element, usual: Room) -> Room:
    """The room at a place; ``usual`` is that on a page, for headers and footnotes."""
    paragraph = place if place.tag == P else next(place.iterancestors(P), place)
    holder = next(paragraph.iterancestors(CELL, _BOX, _BODY), None)
    page = page_of(paragraph, usual)
    wide = page.width
    if holder is not None and holder.tag == CELL:
        wide = _of_cell(holder, usual)
    elif holder is not None and holder.tag == _BOX:
        wide = _of_box(holder) or wide
    return Room(max(_LEAST, wide - _indents(paragraph)), page.height)


def page_of(place: Element, usual: Room) -> Room:
    """The room on a page of the section that a place lies in."""
    top = place
    for ancestor in place.iterancestors():
        if ancestor.tag == _BODY:
            break
        top = ancestor
    else:
        return usual
    for held in (top, *top.itersiblings(etree.Element)):
        found = held if held.tag == _SECTION else held.find(f"{w('pPr')}/{_SECTION}")
        if found is not None:
            return _of_section(found)
    return usual


def _of_section(section: Element) -> Room:
    size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margin is None or not _points(size, "w") * _points(size, "h"):
        return A4
    sides = sum(_points(margin, n) for n in ("left", "right", "gutter"))
    ends = sum(abs(_points(margin, n)) for n in ("top", "bottom"))
    columns = section.find(w("cols"))
    count = max(1, int(_number(columns, "num"))) if columns is not None else 1
    between = (_points(columns, "space") or 36.0) if columns is not None else 0.0
    wide = (_points(size, "w") - sides - (count - 1) * between) / count
    high = _points(size, "h") - ends - _KEPT
    return Room(max(_LEAST, wide), max(_LEAST, high))


def _of_cell(cell: Element, usual: Room) -> float:
    stated = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if stated is not None and stated.get(w("type"), "dxa") == "dxa":
        wide = _points(stated, "w")
        if wide:
            return wide - _CELL_MARGINS
    table = next(cell.iterancestors(TABLE), None)
    grid = [] if table is None else table.findall(f"{w('tblGrid')}/{w('gridCol')}")
    row = next(cell.iterancestors(ROW), None)
    cells = [] if row is None else cells_of(row)
    if cell in cells and len(cells) == len(grid):
        wide = _points(grid[cells.index(cell)], "w")
        if wide:
            return wide - _CELL_MARGINS
    return usual.width / max(1, len(cells)) - _CELL_MARGINS


def _of_box(content: Element) -> float:
    """The width of the text box around a content; 0 if it does not say."""
    for ancestor in content.iterancestors():
        extent = next(ancestor.iterchildren("{*}extent"), None)
        if extent is not None:
            return float(extent.get("cx", "0")) / _EMU - _BOX_MARGINS
    return 0.0


def _indents(paragraph: Element) -> float:
    held = paragraph.find(f"{w('pPr')}/{w('ind')}")
    if held is None:
        return 0.0
    names = ("left", "start", "right", "end")
    return sum(max(0.0, _points(held, name)) for name in names)


def _points(element: Element | None, name: str) -> float:
    return _number(element, name) / _TWIPS


def _number(element: Element | None, name: str) -> float:
    """A measure; 0 where there is none, or one that is no number."""
    stated = "" if element is None else element.get(w(name), "")
    try:
        return float(stated)
    except ValueError:
        return 0.0
