"""Native charts of a sheet's table, which follow its cells in Excel."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from curriculum.writers import _house
from curriculum.writers._sheets import FIRST_ROW, HEADING_ROW, Chart, Sheet, fitting

_WIDTH, _BAR, _FRAME = 620, 26, 130
"""Pixels: of a chart, of what each bar takes, and of what stands around them."""
_ACROSS, _HIGHEST = 380, 1600
_BETWEEN = 20
_NARROW = 60
"""Characters up to which a table leaves room beside it on a page."""
_LONGEST_ALT = 2_000
_FONT = {"name": "Arial", "size": 9}
_TITLE = {"name": "Arial", "size": 12, "bold": True}
_INK = "#1B1B1B"
_NO_ZEROS = "0.##;-0.##;;"
"""A bar of no length has no number."""


def draw_charts(book: Workbook, page: Worksheet, sheet: Sheet) -> None:
    """Draw a sheet's charts, beside a narrow table or else below it."""
    if not sheet.rows:
        return
    row, column = sheet.last_row + 1, 0
    if sum(column.width for column in sheet.columns) <= _NARROW:
        row, column = HEADING_ROW - 1, len(sheet.columns) + 1
    for at, chart in enumerate(sheet.charts):
        page.insert_chart(
            row,
            column,
            _chart(book, sheet, chart),
            {
                "description": fitting(chart.finding)[:_LONGEST_ALT],
                "x_offset": at * (_WIDTH + _BETWEEN),
                "object_position": 2,
            },
        )


def _chart(book: Workbook, sheet: Sheet, chart: Chart) -> Any:  # noqa: ANN401 (XlsxWriter is untyped)
    kind = "column" if chart.upright else "bar"
    stacked = {"subtype": "stacked"} if len(chart.bars) > 1 else {}
    made = book.add_chart({"type": kind, **stacked})
    for at, column in enumerate(chart.bars):
        made.add_series(_series(sheet, chart, at, column))
    made.set_title({"name": chart.title, "name_font": _TITLE, "overlay": False})
    if len(chart.bars) > 1:
        made.set_legend({"position": "bottom", "font": _FONT})
    else:
        made.set_legend({"none": True})
    names = {"num_font": _FONT, "reverse": not chart.upright}
    counts = {"min": 0, "visible": False, "major_gridlines": {"visible": False}}
    made.set_x_axis(names if chart.upright else counts)
    made.set_y_axis(counts if chart.upright else names)
    made.set_size({"width": _WIDTH, "height": _height(sheet, chart)})
    return made


def _series(sheet: Sheet, chart: Chart, at: int, column: int) -> dict[str, Any]:
    rows = FIRST_ROW - 1, FIRST_ROW - 2 + (chart.rows or len(sheet.rows))
    fill = _house.BARS[at % len(_house.BARS)]
    return {
        "name": [sheet.name, HEADING_ROW - 1, column],
        "categories": [sheet.name, rows[0], chart.names[0], rows[1], chart.names[1]],
        "values": [sheet.name, rows[0], column, rows[1], column],
        "fill": {"color": fill},
        "border": {"color": _house.BAR_LINE, "width": 0.75},
        "gap": 50,
        "data_labels": {
            "value": True,
            "num_format": _NO_ZEROS,
            "position": "center" if len(chart.bars) > 1 else "outside_end",
            "font": {**_FONT, "color": _ink(fill) if len(chart.bars) > 1 else _INK},
        },
    }


def _ink(fill: str) -> str:
    """The colour of a number on a bar: light on dark, dark on light."""
    dark = int(fill[3:5], 16) < 128  # noqa: PLR2004 (half of the greatest green)
    return "#FFFFFF" if dark else _INK


def _height(sheet: Sheet, chart: Chart) -> int:
    if chart.upright:
        return _ACROSS
    return min(_HIGHEST, _FRAME + _BAR * (chart.rows or len(sheet.rows)))
