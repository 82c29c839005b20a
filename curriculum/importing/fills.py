"""The colours of a workbook's cells, which grids are often marked with."""

from io import BytesIO

from lxml import etree

from curriculum.office.package import Package
from curriculum.office.workbook import Book, bounds

MOST_FILLED = 200_000
_NO_COLOUR = {"", "FFFFFF"}
_INDEXED = {
    2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 6: "FF00FF", 7: "00FFFF",
    10: "FF0000", 11: "00FF00", 12: "0000FF", 13: "FFFF00", 14: "FF00FF", 15: "00FFFF",
    22: "C0C0C0", 40: "00CCFF", 42: "CCFFCC", 43: "FFFF99", 51: "FFCC00",
}  # fmt: skip
"""The colours of the old palette that people mark cells with."""
Filled = dict[tuple[int, int], str]


def fills_of(package: Package, book: Book) -> dict[str, Filled]:
    """For each sheet, the filled cells by row and column, counted from 1."""
    looks = _looks(package)
    if not any(looks):
        return {}
    return {
        name: _filled(package.read(part), looks)
        for name, part in book.sheets.items()
        if part in package.parts
    }


def _looks(package: Package) -> list[str]:
    """For each cell format its colour, or nothing."""
    if "xl/styles.xml" not in package.parts:
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.fromstring(package.read("xl/styles.xml"), parser)
    fills = [_colour(fill) for fill in tree.iterfind("{*}fills/{*}fill")]
    return [
        fills[at] if (at := int(look.get("fillId") or 0)) < len(fills) else ""
        for look in tree.iterfind("{*}cellXfs/{*}xf")
    ]


def _colour(fill: "etree._Element") -> str:
    pattern = fill.find("{*}patternFill")
    if pattern is None or pattern.get("patternType") in (None, "none", "gray125"):
        return ""
    shade = pattern.find("{*}fgColor")
    if shade is None:
        return ""
    colour = (shade.get("rgb") or "")[-6:].upper()
    if not colour and shade.get("theme"):
        colour = f"theme {shade.get('theme')}{shade.get('tint') or ''}"
    if not colour and shade.get("indexed"):
        colour = _INDEXED.get(int(shade.get("indexed") or 0), "")
    return "" if colour in _NO_COLOUR else colour


def _filled(sheet: bytes, looks: list[str]) -> Filled:
    found: Filled = {}
    for _, cell in etree.iterparse(BytesIO(sheet), tag="{*}c", resolve_entities=False):
        style = int(cell.get("s") or 0)
        if style < len(looks) and looks[style]:
            area = bounds(cell.get("r") or "")
            if area:
                found[area[0], area[1]] = looks[style]
                if len(found) >= MOST_FILLED:
                    break
        cell.clear()
    return found
