"""Writes the form of a programme."""

from datetime import date, datetime
from pathlib import Path

from xlsxwriter import Workbook

from curriculum.form.baseline import PROPERTY, SHEET, Baseline, baseline_of, cut
from curriculum.form.dress import OPTIONS, Dress
from curriculum.form.fields import (
    ASSESSMENTS,
    MODULES,
    OUTCOMES,
    SESSIONS,
    TABLES,
    Table,
)
from curriculum.form.layout import Grid, grids
from curriculum.form.plain_book import PlainBook
from curriculum.form.proposals import offers, write_proposals
from curriculum.form.records import Records, records_of
from curriculum.form.source import Source
from curriculum.form.write_grids import write_grid
from curriculum.form.write_start import START_SHEET, write_start
from curriculum.form.write_tables import write_card, write_session_hours, write_table
from curriculum.writers._sheets import fitting

LISTS_SHEET = "Lists"
_UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 (workbooks hold dates without zones)
_TAUGHT = (MODULES, OUTCOMES, SESSIONS)
_REST = tuple(t for t in TABLES if t not in (*_TAUGHT, ASSESSMENTS))


def write_form(source: Source, path: Path) -> Baseline:
    """Write a programme as a workbook that people fill in."""
    baseline = baseline_of(source.files, source.sources, source.library)
    records = records_of(source.files)
    book = PlainBook(str(path), OPTIONS)
    try:
        header = records.get(("programme",))
        title = str(header.values.get(("title",), "") if header else "")
        _describe(book, title, baseline, source)
        dress = Dress(book, title)
        _sheets(dress, source, records)
        _lists(dress)
        _baseline(book, baseline)
    finally:
        book.close()
    return baseline


def _describe(book: Workbook, title: str, baseline: Baseline, source: Source) -> None:
    issued = source.files["programme.toml"].get("issued")
    created = (
        datetime(issued.year, issued.month, issued.day)  # noqa: DTZ001
        if isinstance(issued, date)
        else _UNDATED
    )
    author = source.files["programme.toml"].get("author") or ""
    properties = {
        "title": fitting(f"{title}: form"),
        "author": fitting(str(author)),
        "created": created,
    }
    book.set_properties(properties)
    book.set_custom_property("Language", "en-GB")
    book.set_custom_property(PROPERTY, baseline.stamp, "text")


def _sheets(dress: Dress, source: Source, records: Records) -> None:
    held = list(grids(source.frameworks, records))
    by_verb = {(g.framework.id, g.verb): g for g in held}
    start = dress.page(START_SHEET, f"{dress.title}: form", "Fill in, save, send back.")
    for table in _TAUGHT:
        _table(dress, table, records)
    _grids(dress, held, by_verb, ("teaches",))
    _table(dress, ASSESSMENTS, records)
    _grids(dress, held, by_verb, ("assesses", "intends"))
    write_card(dress, records)
    for table in _REST:
        _table(dress, table, records)
    write_proposals(dress, offers(source, records))
    modules = dress.book.get_worksheet_by_name(MODULES.sheet)
    write_session_hours(dress, modules, records)
    write_start(dress, start, held, records)


def _grids(
    dress: Dress,
    held: list[Grid],
    by_verb: dict[tuple[str, str], Grid],
    verbs: tuple[str, ...],
) -> None:
    for grid in held:
        if grid.verb in verbs:
            write_grid(dress, grid, by_verb)


def _table(dress: Dress, table: Table, records: Records) -> None:
    if table.is_shown({record.kind for record in records.values()}):
        held = [r for r in records.values() if r.kind == table.kind]
        write_table(dress, table, held)


def _lists(dress: Dress) -> None:
    """What cells are chosen from, on a hidden sheet; ranges have no length limit."""
    page = dress.book.add_worksheet(LISTS_SHEET)
    page.hide()
    for at, (name, words) in enumerate(dress.lists.items()):
        for row, word in enumerate(words):
            page.write_string(row, at, word)
        dress.define(name, LISTS_SHEET, at, (0, len(words) - 1))


def _baseline(book: Workbook, baseline: Baseline) -> None:
    page = book.add_worksheet(SHEET)
    page.very_hidden()
    page.write_string(0, 0, "What the programme said when this form was written.")
    page.write_string(1, 0, baseline.stamp)
    for row, line in enumerate(baseline.lines, start=2):
        for at, part in enumerate(cut(line)):
            page.write_string(row, at, part)
