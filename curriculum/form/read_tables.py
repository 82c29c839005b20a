"""Reads the sheets of records of a returned form: rows by key, columns by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from curriculum.form.copies import Copy, Said
from curriculum.form.fields import (
    CARD,
    CARD_SHEET,
    ROW,
    Field,
    Path,
    Table,
    columns_of,
)
from curriculum.form.locate import Column, Locator, covered
from curriculum.form.names import card_name, column_name
from curriculum.form.records import NUMBERED, Id, Value
from curriculum.form.spelling import Spelling
from curriculum.form.values import cleaned, code_text, normal, plain_code, shown, taken
from curriculum.form.values import said as in_words
from curriculum.form.write_tables import row_id
from curriculum.model import SourceRef
from curriculum.office.workbook import Cell, Sheet, letters


@dataclass(frozen=True)
class TableReader:
    """Reads into one copy."""

    copy: Copy
    locator: Locator
    spelling: Spelling
    everything: bool = False
    """Whether to note where each field stands, not only what differs."""

    def table(self, table: Table) -> None:
        """One sheet of records."""
        fields = columns_of(table)
        columns = {
            f.name: self.locator.column(column_name(table, f), table.sheet, f.heading)
            for f in fields
        }
        keys = (
            [columns[ROW.name]] if table.numbered else [columns[k] for k in table.keys]
        )
        first = keys[0]
        if not any(columns.values()) and self._never_written(table):
            return
        if first is None or None in keys:
            message = f"the codes of {table.sheet} are gone; nothing of it is read"
            self.copy.found("FRM203", table.sheet, message, self.copy.at(table.sheet))
            return
        self._gone(table, fields, columns, first)
        here = {n: c for n, c in columns.items() if c and c.sheet == first.sheet}
        _Rows(self, table, here, self.locator.sheet(first.sheet)).read()

    def _never_written(self, table: Table) -> bool:
        """Whether the form has no such sheet, since there was nothing to show."""
        return not table.is_shown({id_[0] for id_ in self.copy.base})

    def _gone(
        self,
        table: Table,
        fields: tuple[Field, ...],
        columns: dict[str, Column | None],
        first: Column,
    ) -> None:
        for field in fields:
            column = columns[field.name]
            if column is None or column.sheet != first.sheet:
                message = (
                    f"the column {field.heading} of {first.sheet} is gone; "
                    f"what each {table.one} says there stays as it is"
                )
                at = self.copy.at(first.sheet)
                self.copy.found("FRM203", field.heading, message, at)

    def card(self) -> None:
        """The programme's own sheet: one line a field."""
        parts = (
            ("name", "Name in the files"),
            ("value", "Value"),
            ("heading", "Field"),
        )
        found = [
            self.locator.column(card_name(part), CARD_SHEET, heading)
            for part, heading in parts
        ]
        name, value, label = found
        if name is None or value is None or name.sheet != value.sheet:
            message = f"the columns of {CARD_SHEET} are gone; nothing of it is read"
            self.copy.found("FRM203", CARD_SHEET, message, self.copy.at(CARD_SHEET))
            return
        sheet = self.locator.sheet(name.sheet)
        rows = {
            plain_code(str(cell.value)): row
            for (row, column), cell in sheet.cells.items()
            if column == name.number and row > name.top
        }
        hidden = covered(sheet)
        for kind, fields in CARD.items():
            self.copy.seen[kind,] = self.copy.at(name.sheet)
            for field in fields:
                row = rows.get(f"{kind}.{field.name}")
                if row is None:
                    message = f"the line {field.heading} is gone; it stays as it is"
                    self.copy.found("FRM202", kind, message, self.copy.at(name.sheet))
                elif not hidden(row, value.number):
                    place = (name.sheet, row, value.number)
                    self.cell(sheet, place, ((kind,), field))
                    self._label(sheet, label, row, field)

    def _label(
        self, sheet: Sheet, label: Column | None, row: int, field: Field
    ) -> None:
        cell = sheet.cells.get((row, label.number)) if label else None
        if cell is not None and cleaned(str(cell.value)) != field.heading:
            at = self.copy.at(CARD_SHEET, cell.address)
            message = f"the name {field.heading} was edited to {cell.value}; it stays"
            self.copy.found("FRM204", field.heading, message, at)

    def cell(
        self, sheet: Sheet, place: tuple[str, int, int], held: tuple[Id, Field]
    ) -> None:
        """Take one cell, if it says something else than the baseline."""
        name, row, column = place
        id_, field = held
        self.value(
            sheet.cells.get((row, column)),
            (name, row, column),
            (id_, field.path, field),
        )

    def value(
        self,
        cell: Cell | None,
        place: tuple[str, int, int],
        held: tuple[Id, Path, Field],
    ) -> None:
        """Compare what a cell says with the baseline, and note what differs."""
        id_, path, field = held
        record = self.copy.base.get(id_)
        base = record.values.get(path) if record else None
        if _shows(cell, field, base) and not self.everything:
            return
        at = self.copy.at(place[0], f"{letters(place[2])}{place[1]}")
        if self.everything:
            self.copy.places[id_, path] = at
        said = self._said(cell, at, (id_, field, base))
        if said is not None and said.value != normal(field, base):
            self.copy.changes[id_, path] = said

    def _said(
        self, cell: Cell | None, at: SourceRef, held: tuple[Id, Field, Value]
    ) -> Said | None:
        """What a cell says; None if it shows the baseline or cannot be taken."""
        id_, field, base = held
        if cell is None:
            return Said(None, at)
        got = taken(field, cell, self.spelling, from_1904=self.locator.book.from_1904)
        if got.problem:
            self._remark(at, (id_, field), "FRM101", got.problem)
            return None
        if got.remark and got.value != normal(field, base):
            self._remark(at, (id_, field), "FRM201", got.remark)
        return Said(got.value, at)

    def _remark(
        self, at: SourceRef, held: tuple[Id, Field], code: str, text: str
    ) -> None:
        id_, field = held
        whose = f"of {id_[-1]}" if id_[1:] else f"of the {id_[0]}"
        self.copy.found(code, id_[-1], f"{field.heading} {whose} {text}", at)


def _shows(cell: Cell | None, field: Field, base: Value) -> bool:
    """Whether a cell shows just what the baseline says."""
    if cell is None:
        return base is None and field.default is None
    return not cell.formula and cell.value == shown(field, base)


class _Rows:
    """The rows of one sheet of records."""

    def __init__(
        self,
        reader: TableReader,
        table: Table,
        columns: dict[str, Column],
        sheet: Sheet,
    ) -> None:
        self.reader, self.copy, self.table = reader, reader.copy, table
        self.columns, self.sheet = columns, sheet
        self.name = next(iter(columns.values())).sheet
        self.hidden = covered(sheet)
        self.known = {
            tuple(part.casefold() for part in self._keys_of(id_)): id_
            for id_ in self.copy.base
            if id_[0] == table.kind
        }
        self.rows: dict[Id, int] = {}

    def read(self) -> None:
        self.copy.merged(self.name, self.sheet, self.columns.values())
        for row in self._filled():
            id_ = self._id(row)
            if id_ is not None:
                self._take(row, id_)
        for id_ in self.known.values():
            if id_ not in self.rows:
                self.copy.missing[id_] = self.copy.at(self.name)

    def _keys_of(self, id_: Id) -> tuple[str, ...]:
        return (row_id(id_),) if self.table.numbered else id_[1:]

    def _filled(self) -> list[int]:
        """The rows in which a column of the form holds something."""
        numbers = {c.number for c in self.columns.values()}
        top = min(c.top for c in self.columns.values())
        filled = {row for row, column in self.sheet.cells if column in numbers}
        heading = next(iter(self.columns.values()))
        return sorted(
            row for row in filled if row > top or self._known_at(row, heading.number)
        )

    def _known_at(self, row: int, column: int) -> bool:
        """Whether a row at or over the headings is a record that was sorted there."""
        cell = self.sheet.cells.get((row, column))
        if cell is None or row < min(c.top for c in self.columns.values()):
            return False
        key = plain_code(str(cell.value)).casefold()
        return any(known[0] == key for known in self.known)

    def _id(self, row: int) -> Id | None:
        """The record of a row, known or new; None where nothing can be taken."""
        names = (ROW.name,) if self.table.numbered else self.table.keys
        parts = [self._key(row, self.columns[name].number) for name in names]
        if None in parts:
            return None
        keys = tuple(part or "" for part in parts)
        known = self.known.get(tuple(key.casefold() for key in keys))
        if known:
            return known
        if self.table.numbered and not any(keys):
            return self._numbered(row)
        if all(keys) and not self.table.numbered:
            *before, last = keys
            new = (self.table.kind, *map(self.reader.spelling, before), last)
            self.known[tuple(key.casefold() for key in keys)] = new
            return new
        said = " ".join(filter(None, keys))
        why = (
            f"is headed {said}, which is no {self.table.one}" if said else "has no code"
        )
        self.copy.aside.append(f"{self.name} row {row} {why}; nothing of it is read")
        return None

    def _key(self, row: int, column: int) -> str | None:
        cell = self.sheet.cells.get((row, column))
        if cell is None or self.hidden(row, column):
            return ""
        if cell.value is None or cell.error:
            got = None
        else:
            got = code_text(cell, self.reader.spelling)
        if got is None:
            message = (
                f"the code {cell.value:g} is a number, which has lost its zeros or was "
                "made of something else; type it again with an apostrophe in front"
                if isinstance(cell.value, float)
                else "the code is a formula without a stored value"
            )
            at = self.copy.at(self.name, cell.address)
            self.copy.found("FRM101", self.name, message, at)
        return got

    def _numbered(self, row: int) -> Id | None:
        """A new record where the files give no key: named by what it says."""
        names = NUMBERED[self.table.kind]
        words = " ".join(filter(None, (self._in_words(row, name) for name in names)))
        said = words or f"row {row}"
        id_, number = (self.table.kind, said), 1
        while id_ in self.copy.base or id_ in self.copy.new:
            number += 1
            id_ = (self.table.kind, f"{said} ({number})")
        return id_

    def _in_words(self, row: int, name: str) -> str:
        """What a cell says, as messages name it."""
        column = self.columns.get(name)
        cell = self.sheet.cells.get((row, column.number)) if column else None
        if cell is None:
            return ""
        field, old = self.table.field(name), self.reader.locator.book.from_1904
        got = taken(field, cell, self.reader.spelling, from_1904=old)
        return cleaned(str(cell.value)) if got.problem else in_words(field, got.value)

    def _take(self, row: int, id_: Id) -> None:
        if id_ in self.rows:
            self._twice(row, id_)
            return
        self.rows[id_] = row
        at = self._row(row)
        self.copy.seen[id_] = at
        if id_ not in self.copy.base:
            self.copy.new[id_] = at
            self.reader.spelling.add(id_[1:])
        record = self.copy.base.get(id_)
        base = record.values if record else {}
        for field, number in self._columns:
            cell = self.sheet.cells.get((row, number))
            same = _shows(cell, field, base.get(field.path))
            if (not same or self.reader.everything) and not self.hidden(row, number):
                place = (self.name, row, number)
                self.reader.value(cell, place, (id_, field.path, field))

    @cached_property
    def _columns(self) -> list[tuple[Field, int]]:
        return [(field, column.number) for field, column in self._fields()]

    def _fields(self) -> Iterator[tuple[Field, Column]]:
        keys = self.table.keys if self.table.keyed else ()
        for field in self.table.fields:
            if field.name not in keys and field.name in self.columns:
                yield field, self.columns[field.name]

    def _twice(self, row: int, id_: Id) -> None:
        """A row that repeats another is no harm as long as both say the same."""
        first = self.rows[id_]
        same = all(
            self._said(row, column.number) == self._said(first, column.number)
            for _, column in self._fields()
        )
        if same:
            text = f"{self.name} row {row} repeats {id_[-1]} of row {first}"
            self.copy.aside.append(f"{text} word for word")
            return
        message = (
            f"{id_[-1]} stands in rows {first} and {row}, which say different things"
        )
        self.copy.found("FRM102", id_[-1], message, self._row(row))

    def _row(self, row: int) -> SourceRef:
        """The first cell of a row that the form reads."""
        first = next(iter(self.columns.values()))
        return self.copy.at(self.name, f"{letters(first.number)}{row}")

    def _said(self, row: int, column: int) -> object:
        cell = self.sheet.cells.get((row, column))
        return cleaned(str(cell.value)) if cell else ""
