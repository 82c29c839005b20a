"""The first sheet: what to do, where things are, and how much is still missing."""

from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from curriculum.form import look
from curriculum.form.dress import FIRST_ROW, Dress, height
from curriculum.form.fields import (
    ASSESSMENTS,
    MODULES,
    OUTCOMES,
    SESSIONS,
    TABLES,
    WAIVERS,
    Table,
)
from curriculum.form.kept import KEPT
from curriculum.form.layout import Grid
from curriculum.form.printing import on_paper
from curriculum.form.records import Records
from curriculum.model import FrameworkKind
from curriculum.writers import _house
from curriculum.writers._sheets import letters

START_SHEET = "Start here"
_TEXT = """\
Write in the white cells. Grey cells are official wording, or are counted for you; \
they stay as they are. An empty white cell means that nothing is said yet.
Choose marks from the list in the cell: I introduced, D developed, M mastered, \
T taught, not graded. To take a mark away, clear the cell.
A new session, assessment or module is a new row with a code of its own. Its marks \
go into one of the free columns at the right of the grid: write the code in the \
blue heading.
Sort and filter as you like, add columns and sheets of your own: that changes \
nothing. What you add yourself is listed, not taken over.
Dates are real dates: type 8 Sep 2026. Lists have one entry a line (Alt+Enter).
Save as an Excel workbook (.xlsx) and send it back. Several people may work on \
copies: what each of you changed is put together."""
_STEPS = _TEXT.split("\n")
_GUIDE = (
    (MODULES.sheet, "title, reasons, lead and hours of each module"),
    (OUTCOMES.sheet, "what learners can do at the end of each module"),
    (SESSIONS.sheet, "what happens in each session"),
    (ASSESSMENTS.sheet, "methods, briefs and dates"),
    ("Programme", "what stands at the head of every document, first and last day"),
    (WAIVERS.sheet, "reasoned exceptions"),
)
_WIDTHS = (40, 100)
_SECTION_POINTS = 34


def write_start(
    dress: Dress, page: Worksheet, grids: list[Grid], records: Records
) -> None:
    """Steps, the live figures, and links to the sheets."""
    for at, width in enumerate(_WIDTHS):
        page.set_column(at, at, width)
    row = _section(dress, page, FIRST_ROW - 1, "How to fill it in")
    for number, step in enumerate(_STEPS, start=1):
        page.set_row(row, height([step], [(0, _WIDTHS[1])]) + 2)
        page.write_string(row, 0, f"Step {number}", dress.format(look.STEP))
        page.write_string(row, 1, step, dress.format(look.STEP))
        row += 1
    row = _section(dress, page, row, "Still missing, counted as you type")
    row = _figures(dress, page, row, (grids, records))
    row = _section(dress, page, row, "Where things are")
    for sheet, what in (*_grid_guide(grids), *_GUIDE):
        target = f"internal:{quote_sheetname(sheet)}!A1"
        page.write_url(row, 0, target, dress.format(_house.JUMP), sheet)
        page.write_string(row, 1, what, dress.format(look.STEP))
        row += 1
    _kept(dress, page, row, records)
    on_paper(page, _WIDTHS, 1)
    page.hide_gridlines(2)
    dress.protect(page)


def _kept(dress: Dress, page: Worksheet, row: int, records: Records) -> None:
    """What is not in the form, so that nobody looks for it."""
    step = dress.format(look.STEP)
    row = _section(dress, page, row, "Not in this form, and untouched by it")
    held = {record.kind for record in records.values()}
    absent = [t.sheet.lower() for t in TABLES if not t.is_shown(held)]
    words = [kept.words for kept in KEPT]
    if absent:
        words.append(f"{', '.join(absent)}: the programme has none yet")
    for text in words:
        page.set_row(row, height([text], [(0, _WIDTHS[1])]))
        page.write_string(row, 1, text, step)
        row += 1


def _section(dress: Dress, page: Worksheet, row: int, title: str) -> int:
    """A heading, set off by its height: a blank row reads as the end of the sheet."""
    page.set_row(row, _SECTION_POINTS)
    page.write_string(row, 0, title, dress.format(look.STEP_HEAD))
    return row + 1


def _figures(
    dress: Dress, page: Worksheet, row: int, held: tuple[list[Grid], Records]
) -> int:
    grids, records = held
    figures = [_missing(grid) for grid in grids if grid.verb in _MISSING]
    figures += [
        (f"Hours that {word} plan", *_sum(table, kind, records))
        for word, table, kind in (
            ("modules", MODULES, "module"),
            ("sessions", SESSIONS, "session"),
        )
    ]
    for text, formula, value in figures:
        page.write_string(row, 0, text, dress.format(look.LABEL))
        page.write_formula(row, 1, formula, dress.format(look.FIGURE), value)
        row += 1
    return row


_MISSING = {"teaches": "taught", "assesses": "assessed"}


def _missing(grid: Grid) -> tuple[str, str, float]:
    """How many items are not marked: words, formula, and what it comes to."""
    items = grid.framework.items
    plural = "KSBs" if grid.framework.kind is FrameworkKind.STANDARD else "skills"
    area = f"{quote_sheetname(grid.sheet)}!C{FIRST_ROW + 1}:C{grid.last_row}"
    text = f"{grid.framework.label}: {plural} not yet {_MISSING[grid.verb]}"
    missing = sum(1 for item in items if not grid.marked.get(item.key))
    return text, f"=COUNTIF({area},0)", missing


def _sum(table: Table, kind: str, records: Records) -> tuple[str, float]:
    letter = letters([field.name for field in table.fields].index("hours"))
    hours = [r.values.get(("hours",)) for r in records.values() if r.kind == kind]
    total = sum(h for h in hours if isinstance(h, int | float))
    return f"=SUM({quote_sheetname(table.sheet)}!{letter}:{letter})", total


def _grid_guide(grids: list[Grid]) -> list[tuple[str, str]]:
    return [(g.sheet, f"{g.title[0].lower()}{g.title[1:]}") for g in grids]
