"""What a form does not show: it stays in the programme's files as it is.

A form carries all of it in its baseline, so that a form alone is still the whole
programme, and a merge never touches it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """Fields of the model that no sheet shows, and what they are in plain words."""

    fields: tuple[str, ...]
    words: str


KEPT = (
    Kept(
        ("Programme.frameworks",),
        "which standards and profiles the programme is taught for, by which policy it "
        "is judged, and the outcomes of their assessment plans",
    ),
    Kept(
        ("Programme.sources",),
        "the published documents themselves; a standard of your library is read there, "
        "also by whoever uses this form without the programme's folder",
    ),
    Kept(
        ("Programme.position",),
        "which occupational map and which skills profile the programme is placed on",
    ),
    Kept(("Link.stamp",), "the wording that each mark was made against"),
    Kept(
        ("Group.delivery", "Group.blocks"),
        "times of the week and blocks that a group has of its own",
    ),
    Kept(
        ("Programme.signoffs", "Programme.changes"),
        "who signed the programme off, and what changed since",
    ),
    Kept(("Programme.crosswalks",), "what was decided between two frameworks"),
    Kept(("Programme.settings",), "settings of the rules"),
    Kept(("Programme.documents",), "how the documents are cut"),
)
