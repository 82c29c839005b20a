"""Where the columns of a form are: by defined names, wherever people moved them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from curriculum.office.workbook import Book, Sheet, bounds

_REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)")
_LOOKED_AT = 12
"""Rows in which headings are looked for when the names are lost."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form: its sheet, its number, the row of its heading."""

    sheet: str
    number: int
    top: int


class Locator:
    """Finds columns, and opens the sheets they stand on, each once."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.opened: dict[str, Sheet] = {}
        self.ours: dict[str, set[int]] = {}
        self._folded = {sheet.casefold(): sheet for sheet in book.sheets}
        self._names = {name.casefold(): text for name, text in book.names.items()}
        self._nameless = not any(name.startswith("form__") for name in self._names)

    def sheet(self, name: str) -> Sheet:
        """The cells of a sheet."""
        if name not in self.opened:
            self.opened[name] = self.book.sheet(name)
        return self.opened[name]

    def column(self, name: str, sheet: str, heading: str) -> Column | None:
        """The column of a name; by sheet and heading where all names are lost."""
        found = self._named(name)
        if found is None and self._nameless:
            found = self._headed(sheet, heading)
        if found is not None:
            self.ours.setdefault(found.sheet, set()).add(found.number)
        return found

    @cached_property
    def named_sheets(self) -> set[str]:
        """The sheets that the form was written with, whatever they are called now."""
        ours = [name for name in self._names if name.startswith("form__")]
        return {column.sheet for column in map(self._named, ours) if column}

    def _named(self, name: str) -> Column | None:
        parts = _REFERENCE.fullmatch(self._names.get(name.casefold(), ""))
        if not parts:
            return None
        sheet = (parts[1] or parts[2]).replace("''", "'")
        area = bounds(parts[3])
        sheet = self._folded.get(sheet.casefold(), "")
        return Column(sheet, area[1], area[0]) if sheet and area else None

    def _headed(self, sheet: str, heading: str) -> Column | None:
        sheet = self._folded.get(sheet.casefold(), "")
        if not sheet or not heading:
            return None
        wanted = heading.casefold()
        for (row, column), cell in self.sheet(sheet).cells.items():
            said = cell.value.strip().casefold() if isinstance(cell.value, str) else ""
            if row <= _LOOKED_AT and said == wanted:
                return Column(sheet, column, row)
        return None


def covered(sheet: Sheet) -> Callable[[int, int], bool]:
    """Whether a cell is swallowed by a merged area, and so says nothing."""
    areas = sheet.merged
    if not areas:
        return lambda _row, _column: False

    def is_covered(row: int, column: int) -> bool:
        return any(
            first_row <= row <= last_row
            and first <= column <= last
            and (row, column) != (first_row, first)
            for first_row, first, last_row, last in areas
        )

    return is_covered
