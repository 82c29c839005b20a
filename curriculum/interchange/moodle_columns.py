"""The columns of Moodle's competency frameworks as CSV, and what they hold."""

import json
from collections.abc import Iterable

HEADINGS = (
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
    "Cross-referenced competency ID numbers",
    "Exported ID (optional)",
    "Is framework",
    "Taxonomy",
)
"""Moodle takes columns by place, so that their order is fixed."""
PARENT, ID, SHORT_NAME, DESCRIPTION, FORMAT = HEADINGS[:5]
RELATED, IS_FRAMEWORK = HEADINGS[10], HEADINGS[12]

OTHER_NAMES = {
    PARENT: ("parentidnumber", "parent id", "parent", "outcome_parent"),
    ID: ("idnumber", "outcome_shortname", "id"),
    SHORT_NAME: ("shortname", "outcome_name", "name", "title"),
    DESCRIPTION: ("outcome_description", "text"),
    FORMAT: ("descriptionformat",),
    RELATED: (
        "relatedidnumbers",
        "related competency id numbers",
        "cross-referenced competency idnumbers",
    ),
    IS_FRAMEWORK: ("isframework", "framework"),
}
"""Headings of other releases, and of Moodle's outcomes."""

LONGEST = 100
"""Moodle cuts ID numbers and short names here; two cut alike become one."""
HTML = "1"
SCALE = "Not yet competent,Competent"
SCALE_CONFIGURATION = json.dumps(
    [
        {"scaleid": "2"},
        {"id": 1, "scaledefault": 1, "proficient": 0},
        {"id": 2, "scaledefault": 0, "proficient": 1},
    ],
    separators=(",", ":"),
)
"""Moodle puts the id of its own scale into the first element."""
TAXONOMY = "competency,competency,competency,competency"


def joined(ids: Iterable[str]) -> str:
    """ID numbers as one cell."""
    return ",".join(one.replace(",", "%2C") for one in ids)


def split(cell: str) -> list[str]:
    """The ID numbers of a cell."""
    parts = (part.strip().replace("%2C", ",") for part in cell.split(","))
    return [part for part in parts if part]
