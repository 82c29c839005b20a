"""A workbook without a fault."""

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet


def sound() -> Workbook:
    """A workbook in which every rule finds nothing."""
    book = Workbook()
    notes = book.worksheets[0]
    notes.title = "Notes"
    _headed(notes, "Notes on the grid", "What codes and blank cells mean")
    notes["A3"], notes["B3"] = "Code", "Meaning"
    notes["A4"], notes["B4"] = "T", "Taught"
    notes["A5"], notes["B5"] = "Blank", "A blank cell means: not planned"
    notes.add_table(Table(displayName="codes", ref="A3:B5"))
    grid = book.create_sheet("Mapping")
    _headed(grid, "Mapping of Llŷn & Łódź", "One statement in each row")
    for row in (("Key", "Statement"), ("K1", "Bakes = well"), ("K2", "Proves < fast")):
        grid.append(row)
    for number in range(3, 50):
        grid.append((f"K{number}", f"Statement {number}"))
    grid.add_table(Table(displayName="grid", ref=f"A3:B{grid.max_row}"))
    grid.freeze_panes = "A4"
    grid.print_title_rows = "3:3"
    for sheet in (notes, grid):
        sheet.column_dimensions["B"].width = 40
    book.properties.title, book.properties.creator = "Mapping grid", "Ann Beck"
    return book


def _headed(sheet: Worksheet, title: str, explanation: str) -> None:
    sheet["A1"], sheet["A2"] = title, explanation
    sheet["A1"].font = Font(name="Arial", size=16, bold=True)


def saved(book: Workbook, folder: Path, name: str = "mapping-grid.xlsx") -> Path:
    held = BytesIO()
    book.save(held)
    (folder / name).write_bytes(held.getvalue())
    return folder / name
