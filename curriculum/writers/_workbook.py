"""Dresses sheets and writes them with XlsxWriter.

Text stays text whatever it begins with, formulas carry their values, and the
same sheets give the same bytes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from curriculum.model import Programme
from curriculum.writers import _house
from curriculum.writers._charts import draw_charts
from curriculum.writers._paints import Paints
from curriculum.writers._plain_sheet import PlainSheet
from curriculum.writers._sheets import (
    FIRST_ROW,
    HEADING_ROW,
    Cell,
    Column,
    Formula,
    Jump,
    Kind,
    Marked,
    Names,
    Sheet,
    fitting,
    headings,
    letters,
)

_A4, _A3 = 9, 8
_ON_A4 = 200
_ON_A3 = 320
"""Widths of columns that can still be read when they are fitted to one page."""
_HIGHEST_POINTS = 409
_WIDE = 20
"""Characters from which on a long word spoils no line."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 workbooks hold dates without zones


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself."""

    title: str
    subject: str
    author: str
    company: str
    issued: date | None


def properties_of(programme: Programme, title: str) -> Properties:
    """The properties of a workbook about a programme."""
    return Properties(
        title=f"{title}: {programme.title}",
        subject=", ".join(framework.label for framework in programme.frameworks),
        author=programme.author,
        company=programme.college,
        issued=programme.issued,
    )


def write_workbook(
    path: Path, sheets: tuple[Sheet, ...], properties: Properties
) -> None:
    """Write sheets as a workbook."""
    book = Workbook(str(path), _OPTIONS)
    try:
        _describe(book, properties)
        _Dresser(book, properties.title).dress(sheets)
    finally:
        book.close()


def _describe(book: Workbook, properties: Properties) -> None:
    issued = properties.issued
    book.set_properties(
        {
            "title": fitting(properties.title),
            "subject": fitting(properties.subject),
            "author": fitting(properties.author),
            "company": fitting(properties.company),
            "created": datetime(issued.year, issued.month, issued.day)  # noqa: DTZ001
            if issued
            else _UNDATED,
        }
    )
    book.set_custom_property("Language", "en-GB")


def lines(cells: Sequence[object], wrapped: Iterable[tuple[int, float]]) -> int:
    """Lines that a row needs for its longest wrapped cell, estimated amply.

    ``wrapped`` are the columns whose text wraps, with their widths.
    """
    most = 1
    for at, width in wrapped:
        cell = cells[at]
        if isinstance(cell, str) and (len(cell) >= width or "\n" in cell):
            most = max(most, _lines(cell, width))
    return most


def _lines(text: str, width: float) -> int:
    held = width * _house.LETTERS_TO_WIDTH if width >= _WIDE else width - 1
    if "\n" not in text:
        return int(len(text) / held) + 1
    return sum(int(len(part) / held) + 1 for part in text.split("\n"))


def _fit(page: Worksheet, row: int, count: int) -> None:
    """Make a row as high as its lines: not every program does so by itself."""
    if count > 1:
        points = _house.LINE_POINTS * count + _house.LEAD_POINTS
        page.set_row(row, min(points, _HIGHEST_POINTS))


_WRAPPED = {Kind.KEY, Kind.SHORT, Kind.TEXT, Kind.FLAG}


class _Dresser:
    """Writes sheets into one workbook, with one format for each look."""

    def __init__(self, book: Workbook, title: str) -> None:
        self.book, self.title = book, title
        self.names = Names()
        self.cells = {k: book.add_format(look) for k, look in _house.CELLS.items()}
        self.heading = book.add_format(_house.HEADING)
        self.top = book.add_format(_house.TITLE)
        self.explanation = book.add_format(_house.EXPLANATION)
        self.jump = book.add_format(_house.JUMP)
        self.pieces = {w: book.add_format(x) for w, x in _house.PIECES.items()}
        self.paints = Paints(book)

    def dress(self, sheets: tuple[Sheet, ...]) -> None:
        for sheet in sheets:
            page = self.book.add_worksheet(sheet.name, PlainSheet)
            self._head(page, sheet)
            self._table(page, sheet)
            self._cells(page, sheet)
            for at, column in enumerate(sheet.columns):
                self._column(page, sheet, at, column)
            self.paints.apply(page, sheet)
            for name, first, last in sheet.named_rows:
                self._define(name, sheet, 1, (first, last))
            self._print(page, sheet)
            draw_charts(self.book, page, sheet)

    def _head(self, page: Worksheet, sheet: Sheet) -> None:
        page.write_string(0, 0, fitting(sheet.title), self.top)
        page.write_string(1, 0, fitting(sheet.explanation), self.explanation)
        page.freeze_panes(HEADING_ROW, sheet.frozen_columns)
        page.ignore_errors({"number_stored_as_text": f"A{FIRST_ROW}:A{sheet.last_row}"})

    def _table(self, page: Worksheet, sheet: Sheet) -> None:
        columns = [
            {"header": heading, "header_format": self.heading}
            for heading in headings(sheet.columns)
        ]
        page.add_table(
            HEADING_ROW - 1,
            0,
            sheet.last_row - 1,
            len(columns) - 1,
            {
                "name": self.names.range("table", sheet.name),
                "columns": columns,
                "style": "Table Style Light 1",
                "banded_rows": False,
                "autofilter": sheet.filters,
                "title": fitting(sheet.title)[:255],
                "description": fitting(sheet.explanation)[:255],
            },
        )

    def _cells(self, page: Worksheet, sheet: Sheet) -> None:
        looks = [self.cells[column.kind] for column in sheet.columns]
        widths = [(at, column.width) for at, column in enumerate(sheet.columns)]
        _fit(page, HEADING_ROW - 1, lines(list(headings(sheet.columns)), widths))
        wrapped = [(at, w) for at, w in widths if sheet.columns[at].kind in _WRAPPED]
        for row, cells in enumerate(sheet.laid_out, start=FIRST_ROW - 1):
            _fit(page, row, lines(cells, wrapped))
            for at, cell in enumerate(cells):
                if cell == "":
                    page.write_blank(row, at, None, looks[at])
                elif isinstance(cell, Marked):
                    self._marked(page, (row, at), cell, looks[at])
                elif isinstance(cell, str):
                    self._text(page, (row, at), fitting(cell), looks[at])
                else:
                    self._other(page, (row, at), cell, looks[at])

    @staticmethod
    def _text(page: Worksheet, at: tuple[int, int], text: str, look: Format) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter would take it for XML of its own: two runs say the same.
            page.write_rich_string(*at, look, text[:1], text[1:], look)
        else:
            page.write_string(*at, text, look)

    def _marked(
        self, page: Worksheet, at: tuple[int, int], cell: Marked, look: Format
    ) -> None:
        """Write a text whose pieces have colours; what is too long has none."""
        text, pieces = fitting(cell), list(cell.pieces)
        if len(pieces) == 1 and len(text) > 1:
            # Excel has no text of one run: two that look alike are as good.
            pieces = [(pieces[0][0], text[:1]), (pieces[0][0], text[1:])]
        if len(pieces) < 2 or text != str(cell):  # noqa: PLR2004 (a text of runs)
            page.write_string(*at, text, look)
            return
        runs: list[Format | str] = []
        for what, piece in pieces:
            runs += [self.pieces[what], piece]
        page.write_rich_string(*at, *runs, look)

    def _other(
        self, page: Worksheet, at: tuple[int, int], cell: Cell, look: Format
    ) -> None:
        """Write a cell that holds something other than text."""
        match cell:
            case Formula(text, value):
                text = text.replace("{row}", str(at[0] + 1))
                page.write_formula(*at, text, look, value)
            case date():
                page.write_datetime(*at, cell, look)
            case Jump(sheet):
                target = f"internal:{quote_sheetname(sheet)}!A1"
                page.write_url(*at, target, self.jump, sheet)
            case _:
                page.write_number(*at, cell, look)

    def _column(self, page: Worksheet, sheet: Sheet, at: int, column: Column) -> None:
        page.set_column(at, at, column.width)
        if column.name:
            self._define(column.name, sheet, at, (FIRST_ROW, sheet.last_row))

    def _define(self, name: str, sheet: Sheet, at: int, rows: tuple[int, int]) -> None:
        letter = letters(at)
        place = f"${letter}${rows[0]}:${letter}${rows[1]}"
        self.book.define_name(name, f"={quote_sheetname(sheet.name)}!{place}")

    @staticmethod
    def _pages(page: Worksheet, sheet: Sheet, wide: float) -> int:
        """How many pages a sheet is printed beside each other, to be read still.

        Each page then repeats the columns that say what a row is about.
        """
        frozen = sheet.frozen_columns
        if wide <= _ON_A3 or not frozen:
            return 1
        page.repeat_columns(0, frozen - 1)
        told = sum(column.width for column in sheet.columns[:frozen])
        return max(2, ceil((wide - told) / (_ON_A3 - told)))

    def _print(self, page: Worksheet, sheet: Sheet) -> None:
        page.set_landscape()
        wide = sum(column.width for column in sheet.columns)
        page.set_paper(_A3 if wide > _ON_A4 else _A4)
        page.fit_to_pages(self._pages(page, sheet, wide), 0)
        page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        page.repeat_rows(HEADING_ROW - 1)
        page.hide_gridlines(2)
        title = fitting(self.title).replace("\n", " ")[:80]
        named = f"{title}: {sheet.name}".replace("&", "&&")
        page.set_footer(f"&L{named}&RPage &P of &N")
