"""What the sheets of a form share while they are written."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from functools import cached_property
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from curriculum.form import look
from curriculum.form.fields import Field, Sort
from curriculum.form.names import list_name
from curriculum.form.records import Value
from curriculum.form.values import shown
from curriculum.writers import _house
from curriculum.writers._plain_sheet import PlainSheet
from curriculum.writers._sheets import fitting, letters
from curriculum.writers._workbook import lines

HEADING_ROW = 2
FIRST_ROW = 3
"""Both counted from 0: title, explanation, headings, rows."""
_HIGHEST = 409.0
"""Points; Excel has no higher rows."""
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # Columns are measured in digits of the usual font, which not every machine has.
    "default_format_properties": {**_house.FONT, "font_scheme": False},
}
_ALLOWED = {
    "sort": True,
    "autofilter": True,
    "format_columns": True,
    "format_rows": True,
    "format_cells": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}

YES_NO = ("yes", "no")


class Dress:
    """A workbook under way, with one format for each look."""

    def __init__(self, book: Workbook, title: str) -> None:
        self.book, self.title = book, title
        self.lists: dict[str, Sequence[str]] = {}
        self._formats: dict[int, Format] = {}

    def format(self, dress: dict[str, Any]) -> Format:
        """The format of a look; a look is one object of the file ``look``."""
        known = self._formats.get(id(dress))
        if known is None:
            known = self._formats[id(dress)] = self.book.add_format(dress)
        return known

    def page(self, name: str, title: str, explanation: str) -> Worksheet:
        """A sheet with its title in A1 and its explanation in A2."""
        page: Worksheet = self.book.add_worksheet(name, PlainSheet)
        page.write_string(0, 0, fitting(title), self._title)
        page.write_string(1, 0, fitting(explanation), self._explanation)
        page.hide_gridlines(1)
        page.set_footer(f"&L{self._footer}&C{name.replace('&', '&&')}&RPage &P of &N")
        return page

    def headings(
        self, page: Worksheet, headings: Sequence[str], widths: Iterable[float]
    ) -> None:
        """The row of headings, high enough for the longest."""
        held = list(enumerate(widths))
        page.set_row(HEADING_ROW, height(list(headings), held) + 4)
        page.repeat_rows(HEADING_ROW)
        for at, heading in enumerate(headings):
            page.write_string(HEADING_ROW, at, heading, self.format(look.HEADING))

    def value(
        self, page: Worksheet, place: tuple[int, int], held: Field, value: Value
    ) -> None:
        """What a field holds; a cell is open even where nothing stands."""
        self.content(page, place, held, shown(held, value))

    def content(
        self,
        page: Worksheet,
        place: tuple[int, int],
        held: Field,
        content: str | float | date | time | None,
    ) -> None:
        """What is shown of a field."""
        dress = self.format(look.CELLS[held.sort])
        match content:
            case None | "":
                page.write_blank(*place, None, dress)
            case str():
                page.write_string(*place, content, dress)
            case date() | time():
                page.write_datetime(*place, content, dress)
            case bool() | int() | float():
                page.write_number(*place, content, dress)

    def offer(
        self, page: Worksheet, held: Field, area: tuple[int, int, int, int]
    ) -> None:
        """Choices, or a check of what is typed, for the cells of a field."""
        check = _CHECKS.get(held.sort)
        rule = check(held) if check else None
        source = self.list_of(held)
        if source:
            rule = {"validate": "list", "source": f"={source}", **_REFUSED}
            if held.live:
                rule |= {"error_type": "warning", **_UNKNOWN}
        if rule:
            page.data_validation(*area, rule)

    def rule(self, page: Worksheet, *area: int) -> None:
        """Draw lines between open cells, on the screen and on paper."""
        lines = {
            "type": "formula",
            "criteria": "=TRUE",
            "format": self.format(look.RULED),
        }
        page.conditional_format(*area, lines)

    def list_of(self, held: Field) -> str:
        """The name of the list that a field is chosen from, if there is one."""
        if held.live:
            return list_name(held.live)
        words = YES_NO if held.sort is Sort.YES else tuple(map(str, held.words))
        if held.sort is Sort.CODES:
            return ""
        if held.sort is Sort.MARK:
            words = tuple(word[0].upper() for word in words)
        if held.sort is Sort.TICK:
            words = (held.letter,)
        if not words:
            return ""
        name = list_name("-".join(words))
        self.lists[name] = words
        return name

    def define(self, name: str, sheet: str, at: int, rows: tuple[int, int]) -> None:
        """Name some rows of a column; rows count from 0."""
        letter = letters(at)
        place = f"${letter}${rows[0] + 1}:${letter}${rows[1] + 1}"
        self.book.define_name(name, f"={quote_sheetname(sheet)}!{place}")

    def protect(self, page: Worksheet) -> None:
        """Lock what is official, without a password; filtering and fitting stay."""
        page.protect("", _ALLOWED)

    @cached_property
    def _title(self) -> Format:
        return self.book.add_format(_house.TITLE)

    @cached_property
    def _explanation(self) -> Format:
        return self.book.add_format(_house.EXPLANATION)

    @property
    def _footer(self) -> str:
        return fitting(self.title).replace("\n", " ")[:80].replace("&", "&&")


_REFUSED = {
    "error_title": "Not in the list",
    "error_message": "Choose from the list, or leave the cell blank.",
}
_UNKNOWN = {
    "error_title": "No such code yet",
    "error_message": "This code stands nowhere else. Keep it only if it is new.",
}


def height(cells: Sequence[object], wrapped: Iterable[tuple[int, float]]) -> float:
    """Points that a row needs for its longest wrapped cell, estimated amply.

    ``wrapped`` are the columns whose text wraps, with their widths.  Not every
    program fits rows to their text when it opens a workbook.
    """
    points = _house.LINE_POINTS * lines(cells, wrapped) + _house.LEAD_POINTS
    return min(points, _HIGHEST)


def _dates(_: Field) -> dict[str, Any]:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": date(1990, 1, 1),
        "maximum": date(2100, 12, 31),
        "error_title": "Not a date",
        "error_message": "Type a date such as 8 Sep 2026, day first.",
    }


def _numbers(held: Field) -> dict[str, Any]:
    return {
        "validate": "integer" if held.sort is Sort.WHOLE else "decimal",
        "criteria": ">=",
        "value": 0,
        "error_title": "Not a number",
        "error_message": "Type a number such as 3 or 2.5.",
    }


_CHECKS: dict[Sort, Callable[[Field], dict[str, Any] | None]] = {
    Sort.DATE: _dates,
    Sort.NUMBER: _numbers,
    Sort.WHOLE: _numbers,
}
