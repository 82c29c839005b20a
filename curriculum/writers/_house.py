"""House style of workbooks: the only place that knows fonts and colours.

Every pair of ink and paper has a contrast of at least 4.5 to 1.
"""

from typing import Any

from curriculum.writers._sheets import Kind

FONT = {"font_name": "Arial", "font_size": 10}
TITLE = {"font_name": "Arial", "font_size": 16, "bold": True, "font_color": "#1F3864"}
EXPLANATION = {"font_name": "Arial", "font_size": 10, "font_color": "#404040"}

_LINE = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
_WRAPPED = {"text_wrap": True}
_CENTRED = {"align": "center"}

LINE_POINTS = 12.75
LEAD_POINTS = 3
LETTERS_TO_WIDTH = 1.15
"""Letters of running text that a column holds for each character of its width."""

HEADING = {
    **FONT,
    "font_size": 9,
    **_LINE,
    **_WRAPPED,
    "bold": True,
    "font_color": "#FFFFFF",
    "bg_color": "#1F3864",
    "valign": "vcenter",
}
JUMP = {**FONT, **_LINE, "font_color": "#0B5394", "underline": 1}

CELLS: dict[Kind, dict[str, Any]] = {
    Kind.KEY: {**FONT, **_LINE, **_WRAPPED, "bold": True, "num_format": "@"},
    Kind.SHORT: {**FONT, **_LINE, **_WRAPPED},
    Kind.TEXT: {**FONT, **_LINE, **_WRAPPED},
    Kind.MARK: {**FONT, **_LINE, **_CENTRED, "num_format": "@"},
    Kind.COUNT: {**FONT, **_LINE, **_CENTRED, "num_format": "0"},
    Kind.HOURS: {**FONT, **_LINE, **_CENTRED, "num_format": "0.##"},
    Kind.DATE: {**FONT, **_LINE, "align": "left", "num_format": "ddd d mmm yyyy"},
    Kind.FLAG: {**FONT, **_LINE, **_WRAPPED},
}

MARKS = {
    "I": {"font_color": "#1F3864", "bg_color": "#DEEAF6"},
    "D": {"font_color": "#1F3864", "bg_color": "#9DC3E6"},
    "M": {"font_color": "#FFFFFF", "bg_color": "#1F4E79"},
    "T": {"font_color": "#262626", "bg_color": "#E2E2E2"},
    "F": {"font_color": "#3B3000", "bg_color": "#FFE699"},
    "S": {"font_color": "#FFFFFF", "bg_color": "#7F6000"},
}
"""Colours of letters, which say the same without them."""

WORDS = {
    "error": {"font_color": "#8B0000", "bg_color": "#FBE3E3", "bold": True},
    "warning": {"font_color": "#5C4400", "bg_color": "#FFF2CC"},
}
PIECES = {
    "same": FONT,
    "out": {**FONT, "font_color": "#8B0000", "font_strikeout": True},
    "in": {**FONT, "font_color": "#0B4D1C", "underline": 1},
}
"""Words that were taken out or put in; signs say the same without colour."""

BARS = ("#1F4E79", "#F4B183", "#9DC3E6")
"""Fills of a chart's bars, in order; their numbers and the legend say the same."""
BAR_LINE = "#404040"

FLAGGED = {"font_color": "#8B0000", "bg_color": "#FBE3E3"}
"""A row against which a finding stands; the finding's code is in the row."""
