"""Narrows tables that are wider than their page, when a college changed its paper."""

from curriculum.office.word_room import Room, page_of
from curriculum.office.word_tree import CELL, TABLE, Element, w

_BOX = w("txbxContent")
_TWIPS = 20
_SPARE = 1.02
"""A table may reach into the margins by as much as its cells' own margins."""


def narrow_tables(root: Element, usual: Room) -> None:
    """Give every table that runs off its page the width of the page."""
    for table in root.iter(TABLE):
        if next(table.iterancestors(CELL, _BOX), None) is None:
            page = page_of(table, usual).width * _TWIPS
            wide = _width(table)
            if wide > page * _SPARE:
                _scale(table, page / wide)


def _width(table: Element) -> float:
    grid = table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
    return sum(_twips(column) or 0.0 for column in grid)


def _scale(table: Element, share: float) -> None:
    """All widths in a table, and in tables within it, that are stated in twips."""
    for element in table.iter(w("gridCol"), w("tcW"), w("tblW")):
        stated = _twips(element)
        if stated and element.get(w("type"), "dxa") == "dxa":
            element.set(w("w"), str(int(stated * share)))


def _twips(element: Element) -> float | None:
    """A width; None where there is none, or one that is no number."""
    try:
        return float(element.get(w("w"), ""))
    except ValueError:
        return None
