"""How a form looks: the only file of the form that knows fonts and colours."""

from typing import Any

from curriculum.form.fields import Sort
from curriculum.writers import _house

_LINE = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
_OPEN = {**_house.FONT, "valign": "top", "locked": False}
_TEXT = {**_OPEN, "text_wrap": True, "num_format": "@"}
_CENTRED = {"align": "center"}

HEADING = {**_house.HEADING, "locked": True}
_UPRIGHT = {"rotation": 90, "text_wrap": False, "valign": "top", "align": "center"}
SPARE_HEADING = {**HEADING, **_UPRIGHT, "locked": False, "bg_color": "#4A6FA5"}
BANDS = ({**HEADING, **_UPRIGHT}, {**HEADING, **_UPRIGHT, "bg_color": "#2F5597"})
"""Headings of one module are darker than those of the next."""
KEY = {**_TEXT, "bold": True}
OFFICIAL_KEY = {**KEY, "locked": True, "bg_color": "#F2F2F2"}
OFFICIAL = {**_house.FONT, **_LINE, "text_wrap": True, "bg_color": "#F2F2F2"}
COUNT = {**OFFICIAL, "align": "center", "num_format": "0"}
GAP = {**OFFICIAL, "font_size": 9}
LABEL = {**OFFICIAL, "bold": True}
HIDDEN_CODE = {**_house.FONT, "font_color": "#595959", "num_format": "@"}
STEP = {**_house.FONT, "text_wrap": True, "valign": "top"}
STEP_HEAD = {**_house.FONT, "font_size": 12, "bold": True, "font_color": "#1F3864"}
FIGURE = {**COUNT, "font_size": 11, "bold": True, "align": "left"}
RULED = {"border": 1, "border_color": "#BFBFBF"}
"""Lines between open cells, where the table ends and not down a million rows."""
MARKS = {letter: {**look, **RULED} for letter, look in _house.MARKS.items()}
GAP_SEEN = {"font_color": "#8B0000", "bg_color": "#FBE3E3", **RULED}

CELLS: dict[Sort, dict[str, Any]] = {
    Sort.CODE: _TEXT,
    Sort.CODES: _TEXT,
    Sort.WORD: _TEXT,
    Sort.TEXT: _TEXT,
    Sort.LINES: _TEXT,
    Sort.NUMBER: {**_OPEN, **_CENTRED, "num_format": "0.##"},
    Sort.WHOLE: {**_OPEN, **_CENTRED, "num_format": "0"},
    Sort.DATE: {**_OPEN, "align": "left", "num_format": "ddd d mmm yyyy"},
    Sort.TIME: {**_OPEN, "align": "left", "num_format": "hh:mm"},
    Sort.YES: {**_TEXT, **_CENTRED},
    Sort.MARK: {**_OPEN, **_CENTRED, "num_format": "@"},
    Sort.TICK: {**_OPEN, **_CENTRED, "num_format": "@"},
}
