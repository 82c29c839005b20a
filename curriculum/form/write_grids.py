"""The grids: items as rows, what marks them as columns, gaps counted live."""

from collections.abc import Callable, Mapping

from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from curriculum.form import look
from curriculum.form.dress import FIRST_ROW, HEADING_ROW, Dress, height
from curriculum.form.fields import BY_KIND, Sort
from curriculum.form.layout import FIRST_MARK, SPARES, Grid, code_of
from curriculum.form.names import KEY, SPARE, WORDING, grid_name, mark_name
from curriculum.form.printing import on_paper
from curriculum.form.records import Record
from curriculum.model import FrameworkKind, Item
from curriculum.writers._sheets import fitting, letters

_LONGEST_TITLE, _LONGEST_PROMPT = 32, 255
_LEAD_WIDTHS, _SKILL_WIDTHS = (7.0, 46.0, 12.0, 14.0), (26.0, 34.0, 12.0, 14.0)
_MARK_WIDTH = 4.6
_LOWEST, _LETTER, _BUTTON = 48, 5.4, 22
"""Points: of headings that stand upright, of a letter, of the button below them."""
_GAPS = {
    "teaches": (
        '=IF(C{row}=0,IF({other}=0,"not taught, not assessed","not taught"),'
        'IF({other}=0,"not assessed","none"))'
    ),
    "assesses": (
        '=IF(C{row}=0,"not assessed",IF({other}=0,"assessed, not taught","none"))'
    ),
    "intends": '=IF(AND(C{row}>0,{other}=0),"intended, not taught","none")',
}
_ALONE = '=IF(C{row}=0,"not taught","none")'
_NO_GAP = "none"
_OTHER = {"teaches": "assesses", "assesses": "teaches", "intends": "teaches"}
_COUNTED = {"teaches": "Sessions", "assesses": "Assessments", "intends": "Modules"}


def write_grid(dress: Dress, grid: Grid, grids: Mapping[tuple[str, str], Grid]) -> None:
    """One grid; ``grids`` are all of the form, by framework and verb."""
    page = dress.page(grid.sheet, grid.title, grid.explanation)
    _headings(dress, page, grid)
    _columns(dress, page, grid)
    gap = _gap(grid, grids)
    for row, item in enumerate(grid.framework.items, start=FIRST_ROW):
        _row(dress, page, (row, item, grid), gap)
    _marks(dress, page, grid)
    _paint(dress, page, grid)
    page.autofilter(HEADING_ROW, 0, grid.last_row - 1, _last(grid))
    page.freeze_panes(FIRST_ROW, FIRST_MARK)
    on_paper(page, _widths(grid), 2, _module_starts(grid))
    page.ignore_errors(
        {"number_stored_as_text": f"A1:{letters(_last(grid))}{grid.last_row}"}
    )
    dress.protect(page)


def _last(grid: Grid) -> int:
    """The last column, counted from 0."""
    return FIRST_MARK + len(grid.columns) + SPARES - 1


def _widths(grid: Grid) -> list[float]:
    """The widths of all columns."""
    is_standard = grid.framework.kind is FrameworkKind.STANDARD
    lead = _LEAD_WIDTHS if is_standard else _SKILL_WIDTHS
    return [*lead, *([_MARK_WIDTH] * (len(grid.columns) + SPARES))]


def _module_starts(grid: Grid) -> list[int]:
    """The columns, counted from 0, with which the sessions of a module begin."""
    held = [record.id[1:-1] for record in grid.columns]
    starts = range(1, len(held))
    return [FIRST_MARK + n for n in starts if held[n] != held[n - 1]]


def _headings(dress: Dress, page: Worksheet, grid: Grid) -> None:
    one = "KSB" if grid.framework.kind is FrameworkKind.STANDARD else "Skill"
    lead = (one, "Official wording", _COUNTED[grid.verb], "Gap")
    dress.headings(page, lead, _widths(grid)[:FIRST_MARK])
    codes = [fitting(code_of(record.id)) for record in grid.columns]
    longest = min(max((len(code) for code in codes), default=0), _LONGEST_TITLE)
    page.set_row(HEADING_ROW, max(_LOWEST, longest * _LETTER + _BUTTON))
    band, starts = 0, _module_starts(grid)
    for at, code in enumerate(codes, start=FIRST_MARK):
        band = 1 - band if at in starts else band
        page.write_string(HEADING_ROW, at, code, dress.format(look.BANDS[band]))
    for at in range(FIRST_MARK + len(grid.columns), _last(grid) + 1):
        page.write_blank(HEADING_ROW, at, None, dress.format(look.SPARE_HEADING))


def _columns(dress: Dress, page: Worksheet, grid: Grid) -> None:
    rows = (HEADING_ROW, grid.last_row - 1)
    framework = grid.framework.id
    for at, part in enumerate((KEY, WORDING, "count", "gap")):
        dress.define(grid_name(grid.verb, framework, part), grid.sheet, at, rows)
    for at, width in enumerate(_widths(grid)[:FIRST_MARK]):
        page.set_column(at, at, width)
    marks = dress.format(look.CELLS[grid.field.sort])
    page.set_column(FIRST_MARK, _last(grid), _MARK_WIDTH, marks)
    choose = _choosing(dress, grid)
    for at, record in enumerate(grid.columns, start=FIRST_MARK):
        dress.define(mark_name(grid.verb, framework, record.id), grid.sheet, at, rows)
        choose(page, at, *_prompt(record))
    for number in range(SPARES):
        at = FIRST_MARK + len(grid.columns) + number
        name = grid_name(grid.verb, framework, f"{SPARE}{number + 1}")
        dress.define(name, grid.sheet, at, rows)
        one = BY_KIND[grid.kind].one
        new = f"For a new {one}: write its code in the heading, then choose marks."
        choose(page, at, f"New {one}", new)


def _prompt(record: Record) -> tuple[str, str]:
    """What is shown when a cell of the column is chosen."""
    title = record.values.get(("topic",)) or record.values.get(("title",)) or ""
    return code_of(record.id), str(title)


def _choosing(dress: Dress, grid: Grid) -> Callable[[Worksheet, int, str, str], None]:
    """What offers the marks in a column, with a title and a text beside the cell."""
    source, last = f"={dress.list_of(grid.field)}", grid.last_row - 1

    def choose(page: Worksheet, at: int, title: str, text: str) -> None:
        rule = {
            "validate": "list",
            "source": source,
            "input_title": fitting(title)[:_LONGEST_TITLE],
            "input_message": fitting(text)[:_LONGEST_PROMPT],
            "error_title": "No such mark",
            "error_message": "Choose a mark from the list or leave it blank.",
        }
        page.data_validation(FIRST_ROW, at, last, at, rule)

    return choose


def _row(
    dress: Dress,
    page: Worksheet,
    place: tuple[int, Item, Grid],
    gap: tuple[str, Mapping[str, int]],
) -> None:
    row, item, grid = place
    first, last = letters(FIRST_MARK), letters(_last(grid))
    count = grid.marked.get(item.key, 0)
    key, wide = _widths(grid)[:2]
    page.set_row(row, height([item.key, item.wording], [(0, key - 4), (1, wide)]))
    page.write_string(row, 0, fitting(item.key), dress.format(look.OFFICIAL_KEY))
    page.write_string(row, 1, fitting(item.wording), dress.format(look.OFFICIAL))
    counting = f"=COUNTA({first}{row + 1}:{last}{row + 1})"
    page.write_formula(row, 2, counting, dress.format(look.COUNT), count)
    formula, others = gap
    value = gap_of(
        grid, count, others.get(item.key, 0) if others is not _NONE else None
    )
    text = formula.replace("{row}", str(row + 1))
    page.write_formula(row, 3, text, dress.format(look.GAP), value)


_NONE: Mapping[str, int] = {}


def _gap(
    grid: Grid, grids: Mapping[tuple[str, str], Grid]
) -> tuple[str, Mapping[str, int]]:
    """The formula of the gap, and the counts of the other grid it looks at."""
    other = grids.get((grid.framework.id, _OTHER[grid.verb]))
    if other is None or (grid.verb == "teaches" and grid.framework.policy.advisory):
        return (_ALONE if grid.verb == "teaches" else '="none"'), _NONE
    sheet = quote_sheetname(other.sheet)
    keys, counts = (f"{sheet}!${c}${FIRST_ROW + 1}:${c}${other.last_row}" for c in "AC")
    found = f"SUMIF({keys},A{{row}},{counts})"
    return _GAPS[grid.verb].replace("{other}", found), other.marked


def gap_of(grid: Grid, count: int, other: int | None) -> str:
    """What the formula of the gap comes to."""
    if grid.verb == "intends":
        return "intended, not taught" if count and other == 0 else _NO_GAP
    if grid.verb == "assesses" and count:
        return "assessed, not taught" if other == 0 else _NO_GAP
    words = ("taught", "assessed") if grid.verb == "teaches" else ("assessed", "taught")
    gaps = [f"not {words[0]}"] if not count else []
    if grid.verb == "teaches" and other == 0:
        gaps.append(f"not {words[1]}")
    return ", ".join(gaps) or _NO_GAP


def _marks(dress: Dress, page: Worksheet, grid: Grid) -> None:
    rows = {item.key: n for n, item in enumerate(grid.framework.items, FIRST_ROW)}
    for at, held in enumerate(grid.marks, start=FIRST_MARK):
        for key, value in held.items():
            if key in rows:
                dress.value(page, (rows[key], at), grid.field, value)


def _paint(dress: Dress, page: Worksheet, grid: Grid) -> None:
    last = grid.last_row - 1
    if grid.field.sort is Sort.MARK:
        for letter in "IDMT":
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{letter}"',
                "format": dress.format(look.MARKS[letter]),
            }
            page.conditional_format(FIRST_ROW, FIRST_MARK, last, _last(grid), rule)
    seen = {"type": "formula", "criteria": f'=$D{FIRST_ROW + 1}<>"{_NO_GAP}"'}
    seen_format = {**seen, "format": dress.format(look.GAP_SEEN)}
    page.conditional_format(FIRST_ROW, 3, last, 3, seen_format)
    dress.rule(page, FIRST_ROW, 0, last, _last(grid))
