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
        "the published documents themselves; those of the programme's own folder and "
        "of your library go along, so that this form is a programme by itself",
    ),
    Kept(
        ("Programme.position",),
        "which occupational map and which skills profile the programme is placed on",
    ),
    Kept(("Link.stamp",), "the wording that each mark was made against"),
    Kept(
        ("Programme.signoffs", "Programme.changes"),
        "who signed the programme off, and what changed since",
    ),
    Kept(("Programme.crosswalks",), "what was decided between two frameworks"),
    Kept(("Programme.settings",), "settings of the rules"),
    Kept(("Programme.documents",), "how the documents are cut"),
)
