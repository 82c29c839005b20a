"""The colours of pictures.  Every ink has a contrast of at least 4.5 to its paper."""

from typing import NamedTuple


class Paint(NamedTuple):
    """A colour to write with, and the colour it is written on."""

    ink: str
    paper: str


WHITE = "#FFFFFF"
INK = "#1B1B1B"
QUIET = "#474747"
"""For what explains."""
LINE = "#6B7785"
"""A line that must be seen: at least 3 to 1 against white."""
FAINT = "#C9D1DA"
"""A line that only guides the eye."""

PLAIN = Paint(INK, WHITE)
HEAD = Paint("#FFFFFF", "#1F3864")
BAND = Paint("#1B1B1B", "#EEF2F8")
GAP = Paint("#8B0000", "#FBE3E3")
OFF = Paint("#3A3A3A", "#E4E4E4")
OWN = Paint("#FFFFFF", "#1F4E79")

DEPTHS = {
    "I": Paint("#1F3864", "#DEEAF6"),
    "D": Paint("#1F3864", "#9DC3E6"),
    "M": Paint("#FFFFFF", "#1F4E79"),
    "T": Paint("#262626", "#E2E2E2"),
}
"""How far a statement is taken: introduced, developed, mastered, or ungraded."""

PURPOSES = {
    "F": Paint("#3B3000", "#FFE699"),
    "S": Paint("#FFFFFF", "#7F6000"),
    "G": Paint("#FFFFFF", "#1F3864"),
}
"""What a date on the year plan is: formative, summative, gateway."""
