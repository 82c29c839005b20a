"""Checks of workbooks for what validators of the format let pass.

Each takes an opened package and yields a sentence for each fault.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NS = {"x": _MAIN}
LONGEST_LIST = 255
LONGEST_SHEET_NAME = 31


class Package:
    """The parts of a workbook as XML."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as packed:
            self.parts = {name: packed.read(name) for name in packed.namelist()}

    def tree(self, name: str) -> "etree._Element":
        return etree.fromstring(self.parts[name])

    def named(self, pattern: str) -> Iterator[tuple[str, "etree._Element"]]:
        for name in sorted(self.parts):
            if re.fullmatch(pattern, name):
                yield name, self.tree(name)

    def sheets(self) -> Iterator[tuple[str, "etree._Element"]]:
        return self.named(r"xl/worksheets/sheet\d+\.xml")

    def shared_strings(self) -> int:
        if "xl/sharedStrings.xml" not in self.parts:
            return 0
        return len(self.tree("xl/sharedStrings.xml").findall("x:si", _NS))


def faults(path: Path) -> list[str]:
    """Everything that the checks of this file find in a workbook."""
    package = Package(path)
    return [fault for check in CHECKS for fault in check(package)]


def row_numbers_twice(package: Package) -> Iterator[str]:
    for name, sheet in package.sheets():
        numbers = [row.get("r") for row in sheet.iter(f"{{{_MAIN}}}row")]
        yield from (f"{name}: row {n} stands twice" for n in _repeated(numbers))


def addresses_twice(package: Package) -> Iterator[str]:
    for name, sheet in package.sheets():
        addresses = [cell.get("r") for cell in sheet.iter(f"{{{_MAIN}}}c")]
        yield from (f"{name}: cell {a} stands twice" for a in _repeated(addresses))


def lists_too_long(package: Package) -> Iterator[str]:
    for name, sheet in package.sheets():
        for formula in sheet.iterfind(".//x:dataValidation/x:formula1", _NS):
            text = formula.text or ""
            if text.startswith('"') and len(text) - 2 > LONGEST_LIST:
                yield f"{name}: a drop-down list of {len(text) - 2} characters"


def strings_out_of_range(package: Package) -> Iterator[str]:
    held = package.shared_strings()
    for name, sheet in package.sheets():
        for cell in sheet.iterfind(".//x:c[@t='s']", _NS):
            index = int(cell.findtext("x:v", "-1", _NS))
            if not 0 <= index < held:
                yield f"{name}: {cell.get('r')} names string {index} of {held}"


def styles_out_of_range(package: Package) -> Iterator[str]:
    held = len(package.tree("xl/styles.xml").findall("x:cellXfs/x:xf", _NS))
    for name, sheet in package.sheets():
        for cell in sheet.iterfind(".//x:c[@s]", _NS):
            if int(cell.get("s", "0")) >= held:
                yield f"{name}: {cell.get('r')} has style {cell.get('s')} of {held}"


def merged_cells(package: Package) -> Iterator[str]:
    for name, sheet in package.sheets():
        for merged in sheet.iterfind(".//x:mergeCell", _NS):
            yield f"{name}: {merged.get('ref')} is merged"


def formulas_without_value(package: Package) -> Iterator[str]:
    for name, sheet in package.sheets():
        for formula in sheet.iterfind(".//x:c/x:f", _NS):
            cell = formula.getparent()
            if cell is not None and not cell.findtext("x:v", "", _NS):
                yield f"{name}: {cell.get('r')} has a formula without a value"


def headings_twice(package: Package) -> Iterator[str]:
    for name, table in package.named(r"xl/tables/table\d+\.xml"):
        headings = [
            column.get("name", "").casefold()
            for column in table.iter(f"{{{_MAIN}}}tableColumn")
        ]
        yield from (f"{name}: heading {h} stands twice" for h in _repeated(headings))


def names_twice(package: Package) -> Iterator[str]:
    tables = package.named(r"xl/tables/table\d+\.xml")
    names = [table.get("displayName", "").casefold() for _, table in tables]
    book = package.tree("xl/workbook.xml")
    names += [
        (defined.get("name") or "").casefold()
        for defined in book.iterfind(".//x:definedName", _NS)
        if not defined.get("localSheetId")
    ]
    yield from (f"name {name} stands twice" for name in _repeated(names))


def sheet_names_unfit(package: Package) -> Iterator[str]:
    book = package.tree("xl/workbook.xml")
    names = [s.get("name", "") for s in book.iterfind(".//x:sheet", _NS)]
    for name in names:
        if len(name) > LONGEST_SHEET_NAME or re.search(r"[\[\]:*?/\\]", name):
            yield f"sheet name {name} is unfit"
    folded = [name.casefold() for name in names]
    yield from (f"sheet name {name} stands twice" for name in _repeated(folded))


CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (
    row_numbers_twice,
    addresses_twice,
    lists_too_long,
    strings_out_of_range,
    styles_out_of_range,
    merged_cells,
    formulas_without_value,
    headings_twice,
    names_twice,
    sheet_names_unfit,
)


def _repeated(names: "list[str] | list[str | None]") -> list[str]:
    return [str(name) for name, times in Counter(names).items() if times > 1]
