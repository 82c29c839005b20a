"""Reads the grids of a returned form: items by key, columns by name."""

from dataclasses import dataclass
from functools import cached_property

from curriculum.form.fields import BY_KIND, Field
from curriculum.form.layout import SPARES, Grid, code_of
from curriculum.form.locate import Column, covered
from curriculum.form.names import KEY, SPARE, WORDING, grid_name, mark_name
from curriculum.form.read_tables import TableReader
from curriculum.form.records import Id, Value
from curriculum.form.values import cleaned, plain_code
from curriculum.model import Item
from curriculum.office.workbook import Cell, Sheet, letters
from curriculum.writers._sheets import fitting


@dataclass(frozen=True)
class GridReader:
    """Reads one grid into the copy of a table reader."""

    tables: TableReader
    grid: Grid
    same_frameworks: bool
    """Whether the form was written against the wording that holds now."""

    def read(self) -> None:
        """Every mark that differs from the baseline."""
        key = self._lead(KEY)
        if key is None:
            message = f"the codes of {self.grid.sheet} are gone; nothing of it is read"
            at = self.tables.copy.at(self.grid.sheet)
            self.tables.copy.found("FRM203", self.grid.sheet, message, at)
            return
        sheet = self.tables.locator.sheet(key.sheet)
        rows = self._rows(sheet, key)
        for part in ("count", "gap"):
            self._lead(part)
        columns = self._columns(key)
        for id_, column in columns:
            self._marks(sheet, rows, (id_, column))
        held = [key, *(column for _, column in columns)]
        self.tables.copy.merged(key.sheet, sheet, held)
        self._spares(sheet, rows, {id_ for id_, _ in columns})

    def _lead(self, part: str) -> Column | None:
        one = {KEY: "KSB", WORDING: "Official wording"}.get(part, "")
        name = grid_name(self.grid.verb, self.grid.framework.id, part)
        locator = self.tables.locator
        found = locator.column(name, self.grid.sheet, one)
        if found is None and part == KEY:
            found = locator.column(name, self.grid.sheet, "Skill")
        return found

    def _rows(self, sheet: Sheet, key: Column) -> dict[str, int]:
        """The row of each item."""
        copy, framework = self.tables.copy, self.grid.framework
        items = {item.key.casefold(): item for item in framework.items}
        wording = self._lead(WORDING)
        rows: dict[str, int] = {}
        for (row, column), cell in sheet.cells.items():
            if column != key.number or row <= key.top:
                continue
            item = items.get(plain_code(str(cell.value)).casefold())
            if item is None:
                said = f"{key.sheet} row {row} is headed {cell.value}"
                copy.aside.append(f"{said}, which {framework.id} does not have")
            elif item.key in rows:
                message = f"{item.key} stands in rows {rows[item.key]} and {row}"
                copy.found(
                    "FRM102", item.key, message, copy.at(key.sheet, cell.address)
                )
            else:
                rows[item.key] = row
                self._wording(sheet, wording, row, item)
        for item in framework.items:
            if item.key not in rows and self.same_frameworks:
                message = f"the row {item.key} of {key.sheet} is gone; its marks stay"
                copy.found("FRM202", item.key, message, copy.at(key.sheet))
        return rows

    def _wording(
        self, sheet: Sheet, column: Column | None, row: int, item: Item
    ) -> None:
        cell = sheet.cells.get((row, column.number)) if column else None
        said = "" if cell is None else cleaned(str(cell.value))
        if column and self.same_frameworks and said != cleaned(fitting(item.wording)):
            at = self.tables.copy.at(column.sheet, f"{letters(column.number)}{row}")
            message = f"the wording of {item.key} was edited; it stays as published"
            self.tables.copy.found("FRM204", item.key, message, at)

    def _columns(self, key: Column) -> list[tuple[Id, Column]]:
        found: list[tuple[Id, Column]] = []
        for record in self.grid.columns:
            name = mark_name(self.grid.verb, self.grid.framework.id, record.id)
            heading = code_of(record.id)
            column = self.tables.locator.column(name, self.grid.sheet, heading)
            if column is None or column.sheet != key.sheet:
                message = f"the column {heading} of {key.sheet} is gone; its marks stay"
                at = self.tables.copy.at(key.sheet)
                self.tables.copy.found("FRM203", heading, message, at)
            else:
                found.append((record.id, column))
        return found

    def _marks(
        self, sheet: Sheet, rows: dict[str, int], column: tuple[Id, Column]
    ) -> None:
        """What differs in one column: only what is marked, here or there, can."""
        id_, at = column
        verb, framework = self.grid.verb, self.grid.framework.id
        cells, hidden = sheet.column(at.number), covered(sheet)
        based = self._based.get(id_, {})
        for item, row in rows.items():
            if not (row in cells or item in based or self.tables.everything):
                continue
            if hidden(row, at.number):
                continue
            path = (verb, framework, item)
            field = Field(
                path, item, self.grid.field.sort, letter=self.grid.field.letter
            )
            place = (at.sheet, row, at.number)
            self.tables.value(cells.get(row), place, (id_, path, field))

    @cached_property
    def _based(self) -> dict[Id, dict[str, Value]]:
        """What each column marked when the form was written."""
        ids = (record.id for record in self.grid.columns)
        return dict(zip(ids, self.grid.marks, strict=True))

    def _spares(self, sheet: Sheet, rows: dict[str, int], taken: set[Id]) -> None:
        """The free columns at the right, in which new records are marked."""
        known = {
            code_of(id_).casefold(): id_
            for id_ in (*self.tables.copy.base, *self.tables.copy.new)
            if id_[0] == self.grid.kind
        }
        for number in range(SPARES):
            part = f"{SPARE}{number + 1}"
            name = grid_name(self.grid.verb, self.grid.framework.id, part)
            column = self.tables.locator.column(name, self.grid.sheet, "")
            if column is None:
                continue
            heading = sheet.cells.get((column.top, column.number))
            marked = [r for r in rows.values() if r in sheet.column(column.number)]
            id_ = known.get(_said(heading).casefold())
            if id_ is not None and id_ not in taken:
                self._marks(
                    sheet, {i: r for i, r in rows.items() if r in marked}, (id_, column)
                )
            elif marked:
                self._nameless(column, heading, marked[0])

    def _nameless(self, column: Column, heading: Cell | None, row: int) -> None:
        one = BY_KIND[self.grid.kind].one
        said = f"is headed {_said(heading)}, which is no new {one}"
        why = said if heading else f"has no heading that says of which {one}"
        at = self.tables.copy.at(column.sheet, f"{letters(column.number)}{row}")
        message = f"the column of marks {letters(column.number)} {why}"
        self.tables.copy.found("FRM103", column.sheet, message, at)


def _said(cell: Cell | None) -> str:
    return plain_code(str(cell.value)) if cell and cell.value is not None else ""
