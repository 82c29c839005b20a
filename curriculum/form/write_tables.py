"""The sheets of records: one row a record, one column a field, all open."""

from collections.abc import Sequence

from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from curriculum.form import look
from curriculum.form.dress import FIRST_ROW, HEADING_ROW, Dress, height
from curriculum.form.fields import (
    CARD,
    CARD_SHEET,
    MODULES,
    ROW,
    SESSIONS,
    Field,
    Sort,
    Table,
    columns_of,
)
from curriculum.form.names import card_name, column_name, list_name
from curriculum.form.records import Id, Record, Records, Value
from curriculum.form.values import shown
from curriculum.writers._sheets import letters

_LISTED = ("module", "people", "method")
"""Kinds whose codes other sheets choose from."""
_SPARE_CODES = 10
_WRAPPED = {Sort.TEXT, Sort.LINES, Sort.CODES, Sort.CODE}
SESSION_HOURS = "Hours of its sessions"
LIVE = "session hours"
"""Part of the name of that column."""


def row_id(id_: Id) -> str:
    """What the column Row says of a record without a key of its own."""
    return " ".join(id_[1:])


def write_table(dress: Dress, table: Table, records: Sequence[Record]) -> None:
    """One sheet of records."""
    page = dress.page(table.sheet, table.sheet, table.explanation)
    columns = columns_of(table)
    last = FIRST_ROW + max(1, len(records)) - 1
    live = table is MODULES
    headings = [c.heading for c in columns] + ([SESSION_HOURS] if live else [])
    dress.headings(page, headings, [*(c.width for c in columns), *([10] * live)])
    _frame(dress, page, table, headings, last)
    for at, column in enumerate(columns):
        page.set_column(at, at, column.width, _column_look(dress, table, column))
        dress.offer(page, column, (FIRST_ROW, at, last, at))
        dress.define(column_name(table, column), table.sheet, at, (HEADING_ROW, last))
    if table.kind in _LISTED:
        rows = (FIRST_ROW, last + _SPARE_CODES)
        dress.define(list_name(table.kind), table.sheet, 0, rows)
    for row, record in enumerate(records, start=FIRST_ROW):
        _row(dress, page, row, _cells(table, columns, record))
    page.freeze_panes(FIRST_ROW, len(table.keys) + 1 if table is SESSIONS else 1)
    page.fit_to_pages(1, 0)


def _frame(
    dress: Dress, page: Worksheet, table: Table, headings: list[str], last: int
) -> None:
    page.add_table(
        HEADING_ROW,
        0,
        last,
        len(headings) - 1,
        {
            "name": f"table_{table.kind}",
            "columns": [
                {"header": h, "header_format": dress.format(look.HEADING)}
                for h in headings
            ],
            "style": "Table Style Light 15",
            "banded_rows": False,
            "title": table.sheet,
            "description": table.explanation,
        },
    )


def _column_look(dress: Dress, table: Table, column: Field) -> object:
    if column is ROW:
        return dress.format(look.OFFICIAL_KEY)
    if column.name in table.keys and table.keyed:
        return dress.format(look.KEY)
    return dress.format(look.CELLS[column.sort])


def _cells(
    table: Table, columns: Sequence[Field], record: Record
) -> list[tuple[Field, Value]]:
    keys = dict(zip(table.keys, record.id[1:], strict=False)) if table.keyed else {}
    cells: list[tuple[Field, Value]] = []
    for column in columns:
        if column is ROW:
            cells.append((column, row_id(record.id)))
        else:
            cells.append(
                (column, keys.get(column.name, record.values.get(column.path)))
            )
    return cells


def _row(
    dress: Dress, page: Worksheet, row: int, cells: list[tuple[Field, Value]]
) -> None:
    texts = [shown(field, value) for field, value in cells]
    wrapped = [(at, f.width) for at, (f, _) in enumerate(cells) if f.sort in _WRAPPED]
    page.set_row(row, height(texts, wrapped))
    for at, (field, _) in enumerate(cells):
        if texts[at] not in (None, ""):
            dress.content(page, (row, at), field, texts[at])


def write_session_hours(dress: Dress, page: Worksheet, records: Records) -> None:
    """The hours of each module's sessions, counted while people type."""
    modules = [r for r in records.values() if r.kind == "module"]
    sheet = quote_sheetname(SESSIONS.sheet)
    names = [field.name for field in SESSIONS.fields]
    module, hours = (letters(names.index(n)) for n in ("module", "hours"))
    at = len(MODULES.fields)
    page.set_column(at, at, 10, dress.format(look.COUNT))
    for row, record in enumerate(modules, start=FIRST_ROW):
        formula = (
            f"=SUMIF({sheet}!{module}:{module},A{row + 1},{sheet}!{hours}:{hours})"
        )
        held = sum(
            _hours(r) for r in records.values() if r.id[:2] == ("session", record.id[1])
        )
        page.write_formula(row, at, formula, dress.format(look.COUNT), held)
    last = FIRST_ROW + max(1, len(modules)) - 1
    dress.define(card_name(LIVE), MODULES.sheet, at, (HEADING_ROW, last))


def _hours(record: Record) -> float:
    hours = record.values.get(("hours",))
    return hours if isinstance(hours, int | float) else 0


def write_card(dress: Dress, records: Records) -> None:
    """The programme's own sheet: one line a field; only the values are open."""
    page = dress.page(
        CARD_SHEET,
        "Programme",
        "What stands at the head of every document. Write in the column Value.",
    )
    widths = (34, 90, 34)
    dress.headings(page, ("Field", "Value", "Name in the files"), widths)
    for at, width in enumerate(widths):
        page.set_column(at, at, width)
    row = FIRST_ROW
    for kind, fields in CARD.items():
        held = records.get((kind,))
        for field in fields:
            value = held.values.get(field.path) if held else None
            _line(dress, page, row, (kind, field, value))
            row += 1
    for at, part in enumerate(("heading", "value", "name")):
        dress.define(card_name(part), CARD_SHEET, at, (HEADING_ROW, row - 1))
    page.freeze_panes(FIRST_ROW, 1)
    page.fit_to_pages(1, 0)
    dress.protect(page)


def _line(
    dress: Dress, page: Worksheet, row: int, line: tuple[str, Field, Value]
) -> None:
    kind, field, value = line
    text = shown(field, value)
    page.set_row(row, height([text if isinstance(text, str) else ""], [(0, 90)]))
    page.write_string(row, 0, field.heading, dress.format(look.LABEL))
    dress.value(page, (row, 1), field, value)
    page.write_string(row, 2, f"{kind}.{field.name}", dress.format(look.HIDDEN_CODE))
    rule_area = (row, 1, row - 200, 1)
    if field.sort in (Sort.DATE, Sort.WHOLE):
        dress.offer(page, field, rule_area)
