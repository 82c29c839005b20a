"""Steps in LibreOffice: run by a Python that has uno, told what to do on stdin."""

# ruff: noqa: FBT003 (LibreOffice takes its arguments by place)

import json
import sys
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]

Sheet = Any
"""A sheet of LibreOffice, which has no types that Python knows."""


def struct(name: str, **fields: object) -> Any:  # noqa: ANN401 (LibreOffice has no types)
    """One of LibreOffice's own records."""
    made = uno.createUnoStruct(f"com.sun.star.{name}")
    for field, held in fields.items():
        setattr(made, field, held)
    return made


def value(name: str, held: object) -> Any:  # noqa: ANN401 (LibreOffice has no types)
    return struct("beans.PropertyValue", Name=name, Value=held)


def text(sheet: Sheet, address: str, said: str) -> None:
    sheet.getCellRangeByName(address).setString(said)


def number(sheet: Sheet, address: str, held: float) -> None:
    sheet.getCellRangeByName(address).setValue(held)


def formula(sheet: Sheet, address: str, said: str) -> None:
    sheet.getCellRangeByName(address).setFormula(said)


def typed(sheet: Sheet, address: str, said: str, country: str = "GB") -> None:
    """As a person types it: the program makes of it what it likes."""
    cell = sheet.getCellRangeByName(address)
    cell.NumberFormat = 0
    cell.CharLocale = struct("lang.Locale", Language="en", Country=country)
    cell.FormulaLocal = said


def clear(sheet: Sheet, area: str) -> None:
    sheet.getCellRangeByName(area).clearContents(1 | 2 | 4 | 16)


def sort(sheet: Sheet, area: str, column: int, ascending: bool) -> None:  # noqa: FBT001 (given as JSON)
    field = struct("table.TableSortField", Field=column, IsAscending=ascending)
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    wanted = (value("SortFields", fields), value("ContainsHeader", True))
    sheet.getCellRangeByName(area).sort(wanted)


def filtered(sheet: Sheet, area: str, column: int, said: str) -> None:
    held = sheet.getCellRangeByName(area)
    wanted = held.createFilterDescriptor(True)
    field = struct(
        "sheet.TableFilterField",
        Field=column,
        Operator=uno.Enum("com.sun.star.sheet.FilterOperator", "EQUAL"),
        IsNumeric=False,
        StringValue=said,
    )
    wanted.ContainsHeader = True
    wanted.setFilterFields((field,))
    held.filter(wanted)


def insert_rows(sheet: Sheet, at: int, count: int) -> None:
    sheet.Rows.insertByIndex(at, count)


def insert_columns(sheet: Sheet, at: int, count: int) -> None:
    sheet.Columns.insertByIndex(at, count)


def remove_rows(sheet: Sheet, at: int, count: int) -> None:
    sheet.Rows.removeByIndex(at, count)


def remove_columns(sheet: Sheet, at: int, count: int) -> None:
    sheet.Columns.removeByIndex(at, count)


def merge(sheet: Sheet, area: str) -> None:
    sheet.getCellRangeByName(area).merge(True)


def note(sheet: Sheet, address: str, said: str) -> None:
    place = sheet.getCellRangeByName(address).getCellAddress()
    sheet.getAnnotations().insertNew(place, said)


def rename(sheet: Sheet, name: str) -> None:
    sheet.setName(name)


STEPS = {
    step.__name__: step
    for step in (
        text,
        number,
        formula,
        typed,
        clear,
        sort,
        filtered,
        insert_rows,
        insert_columns,
        remove_rows,
        remove_columns,
        merge,
        note,
        rename,
    )
}


FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".ods": "calc8",
    ".xls": "MS Excel 97",
    ".csv": "Text - txt - csv (StarCalc)",
    ".docx": "MS Word 2007 XML",
    ".odt": "writer8",
}
SEMICOLONS_IN_WINDOWS_LETTERS = "59,34,1,1"


def saving(target: str, password: str) -> tuple[Any, ...]:
    """How LibreOffice is told to save: the format, and a password if there is one."""
    kind = Path(target).suffix
    wanted = [value("FilterName", FILTERS[kind])]
    if kind == ".csv":
        wanted.append(value("FilterOptions", SEMICOLONS_IN_WINDOWS_LETTERS))
    if password:
        named = {"OOXPassword": password, "CryptoType": "Standard"}
        held = tuple(
            struct("beans.NamedValue", Name=name, Value=said)
            for name, said in named.items()
        )
        data = uno.Any("[]com.sun.star.beans.NamedValue", held)
        wanted.append(value("EncryptionData", data))
    return tuple(wanted)


def whole(book: Any, kind: str, given: list[Any]) -> bool:  # noqa: ANN401 (LibreOffice has no types)
    """Take a step that is about the whole document; False if it is about a sheet."""
    if kind == "copy_sheet":
        book.Sheets.copyByName(*given)
    elif kind == "table_text":
        number, cell, said = given
        table = book.getTextTables().getByIndex(number)
        table.getCellByName(cell).setString(said)
    elif kind == "forget_properties":
        held = book.DocumentProperties.UserDefinedProperties
        for name in [p.Name for p in held.PropertySetInfo.Properties]:
            held.removeProperty(name)
    else:
        return False
    return True


def main() -> None:
    pipe, source, target, steps, password = json.load(sys.stdin)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    if not source:
        return
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    book = desktop.loadComponentFromURL(
        Path(source).as_uri(), "_blank", 0, (value("Hidden", True),)
    )
    try:
        for kind, *given in steps:
            if not whole(book, kind, given):
                sheet = book.Sheets.getByName(given[0])
                sheet.unprotect("")
                STEPS[kind](sheet, *given[1:])
        if book.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
            book.calculateAll()
        book.storeToURL(Path(target).as_uri(), saving(target, password))
    finally:
        book.close(True)


main()
