"""The sheets of records: one row a record, one column a field, all open."""

from collections.abc import Iterator, Sequence

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
from curriculum.form.printing import on_paper
from curriculum.form.records import Id, Record, Records, Value
from curriculum.form.values import shown
from curriculum.writers._sheets import letters

_LISTED = ("module", "people", "method", "group")
"""Kinds whose codes other sheets choose from."""
_SPARE_CODES = 10
SPARE_ROWS = 200
"""Rows after the last for which choices are offered too."""
_WRAPPED = {Sort.TEXT, Sort.LINES, Sort.CODES, Sort.CODE}
SESSION_HOURS = "Hours of its sessions"
_LIVE_WIDTH = 10
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
    widths = [*(c.width for c in columns), *([_LIVE_WIDTH] * live)]
    dress.headings(page, headings, widths)
    _frame(dress, page, table, headings, last)
    for at, column in enumerate(columns):
        page.set_column(at, at, column.width, _column_look(dress, table, column))
        dress.offer(page, column, (FIRST_ROW, at, last + SPARE_ROWS, at))
        dress.define(column_name(table, column), table.sheet, at, (HEADING_ROW, last))
    if table.kind in _LISTED:
        rows = (FIRST_ROW, last + _SPARE_CODES)
        dress.define(list_name(table.kind), table.sheet, int(table.numbered), rows)
    _rows(dress, page, table, records)
    dress.rule(page, FIRST_ROW, 0, last, len(columns) - 1)
    kept = len(table.keys) + 1 if table is SESSIONS else 1
    page.freeze_panes(FIRST_ROW, kept)
    on_paper(page, widths, max(kept, len(table.keys)))


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


def _rows(
    dress: Dress, page: Worksheet, table: Table, records: Sequence[Record]
) -> None:
    columns = columns_of(table)
    looks = [dress.format(look.CELLS[column.sort]) for column in columns]
    wrapped = [(at, c.width) for at, c in enumerate(columns) if c.sort in _WRAPPED]
    for row, record in enumerate(records, start=FIRST_ROW):
        held = [
            shown(c, v) for c, v in zip(columns, _values(table, record), strict=True)
        ]
        page.set_row(row, height(held, wrapped))
        for at, content in enumerate(held):
            if isinstance(content, str):
                if content:
                    page.write_string(row, at, content, looks[at])
            elif content is not None:
                dress.content(page, (row, at), columns[at], content)


def _values(table: Table, record: Record) -> Iterator[Value]:
    """What stands in each column: the key, then the fields."""
    values, keys = record.values, record.id[1:]
    if table.numbered:
        yield row_id(record.id)
        keys = ()
    yield from keys
    for field in table.fields[len(keys) :]:
        yield values.get(field.path)


def write_session_hours(dress: Dress, page: Worksheet, records: Records) -> None:
    """The hours of each module's sessions, counted while people type."""
    modules = [r for r in records.values() if r.kind == "module"]
    sheet = quote_sheetname(SESSIONS.sheet)
    names = [field.name for field in SESSIONS.fields]
    module, hours = (letters(names.index(n)) for n in ("module", "hours"))
    at = len(MODULES.fields)
    page.set_column(at, at, _LIVE_WIDTH)
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
    dress.rule(page, FIRST_ROW, 1, row - 1, 2)
    page.freeze_panes(FIRST_ROW, 1)
    on_paper(page, widths, 1)
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
    if field.sort in (Sort.DATE, Sort.WHOLE, Sort.NUMBER):
        dress.offer(page, field, (row, 1, row, 1))
