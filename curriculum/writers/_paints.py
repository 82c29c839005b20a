"""Colours that say again what a letter or word says, and lists to choose from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from curriculum.writers import _house
from curriculum.writers._sheets import FIRST_ROW, Cell, Column, Kind, Sheet, letters


@dataclass(frozen=True, slots=True)
class _Area:
    """Neighbouring columns that hold the same."""

    column: Column
    first: int
    last: int
    last_row: int

    @property
    def place(self) -> tuple[int, int, int, int]:
        """First row and column, last row and column, counted from 0."""
        return FIRST_ROW - 1, self.first, self.last_row - 1, self.last

    @property
    def range(self) -> str:
        """Its address."""
        first, last = letters(self.first), letters(self.last)
        return f"{first}{FIRST_ROW}:{last}{self.last_row}"


class Paints:
    """The conditional formats and drop-down lists of a workbook's sheets."""

    def __init__(self, book: Workbook) -> None:
        looks = _house.MARKS | _house.WORDS
        self._looks = {word: book.add_format(look) for word, look in looks.items()}
        self._flagged = book.add_format(_house.FLAGGED)

    def apply(self, page: Worksheet, sheet: Sheet) -> None:
        """Give a sheet its colours and lists."""
        for area in _areas(sheet):
            for word in _words(sheet, area):
                self._paint(page, area, word)
            if area.column.choices:
                _offer(page, area)
            if area.column.kind is Kind.FLAG and any(_held(sheet, area)):
                self._flag(page, sheet, area)

    def _paint(self, page: Worksheet, area: _Area, word: str) -> None:
        page.conditional_format(
            *area.place,
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{word}"',
                "format": self._looks[word],
            },
        )

    def _flag(self, page: Worksheet, sheet: Sheet, area: _Area) -> None:
        """Shade the key and the codes of a row against which a finding stands."""
        page.conditional_format(
            *area.place,
            {
                "type": "formula",
                "criteria": f'=${letters(area.first)}{FIRST_ROW}<>""',
                "format": self._flagged,
                "multi_range": f"A{FIRST_ROW}:A{sheet.last_row} {area.range}",
            },
        )


def _offer(page: Worksheet, area: _Area) -> None:
    page.data_validation(
        *area.place,
        {
            "validate": "list",
            "source": f"={area.column.choices}",
            "error_title": "No such mark",
            "error_message": "Choose a mark from the list or leave it blank.",
        },
    )


def _words(sheet: Sheet, area: _Area) -> Iterable[str]:
    """The words to colour: those that may be chosen, or else those that stand there."""
    painted = area.column.painted
    if not painted or area.column.choices:
        return painted
    return [word for word in painted if word in _held(sheet, area)]


def _held(sheet: Sheet, area: _Area) -> set[Cell]:
    return {row[area.first] for row in sheet.rows}


def _areas(sheet: Sheet) -> Iterator[_Area]:
    numbered = enumerate(sheet.columns)
    for _, held in groupby(numbered, key=lambda c: (c[1].kind, c[1].choices)):
        (first, column), *others = held
        last = others[-1][0] if others else first
        yield _Area(column, first, last, sheet.last_row)
