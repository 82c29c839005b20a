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


def typed(sheet: Sheet, address: str, said: str) -> None:
    """As a person types it: the program makes of it what it likes."""
    cell = sheet.getCellRangeByName(address)
    cell.NumberFormat = 0
    cell.CharLocale = struct("lang.Locale", Language="en", Country="GB")
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


def main() -> None:
    pipe, source, target, steps = json.load(sys.stdin)
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
            if kind == "copy_sheet":
                book.Sheets.copyByName(*given)
                continue
            sheet = book.Sheets.getByName(given[0])
            sheet.unprotect("")
            STEPS[kind](sheet, *given[1:])
        book.calculateAll()
        saving = (value("FilterName", "Calc MS Excel 2007 XML"),)
        if target.endswith(".ods"):
            saving = (value("FilterName", "calc8"),)
        if target.endswith(".xls"):
            saving = (value("FilterName", "MS Excel 97"),)
        book.storeToURL(Path(target).as_uri(), saving)
    finally:
        book.close(True)


main()
