"""The sub-clusters of a profile: title, definition, example programmes of study."""

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from curriculum.model import SubCluster
from curriculum.readers._profile_lines import (
    Notes,
    Row,
    Section,
    broken,
    ended,
    is_prose,
    normal,
)
from curriculum.readers._profile_lists import note_misreadings, note_run_together

_HERE = Section.SUB_CLUSTERS
_LIST_HEADINGS = {"example programs of study", "example program of study"}
_SEPARATOR = re.compile(r"\s*[;|•·●▪]\s*")


@dataclass(slots=True)
class _Draft:
    title: Row
    definition: str = ""
    programmes: list[str] = field(default_factory=list)
    listing: bool = False
    """Its heading "Example Programs of Study" has been read."""

    @property
    def unfinished(self) -> bool:
        return bool(self.definition) and not self.listing and not ended(self.definition)


def sub_clusters(rows: list[Row], notes: Notes) -> tuple[SubCluster, ...]:
    """The sub-clusters in their order; a title is what a definition stands under."""
    drafts: list[_Draft] = []
    for row, following in zip_longest(rows, rows[1:]):
        draft = drafts[-1] if drafts else None
        if _is_title(row, following) and not (draft and draft.unfinished):
            drafts.append(_Draft(row))
        elif draft is None:
            notes.unplaced(row, _HERE)
        else:
            _take(row, draft, notes)
    return tuple(_finished(draft, notes) for draft in drafts)


def _is_title(row: Row, following: Row | None) -> bool:
    if following is None or row.bulleted or _opens_list(row) or is_prose(row.meant):
        return False
    return _opens_list(following) or _is_definition(following)


def _is_definition(row: Row) -> bool:
    return not row.bulleted and is_prose(row.meant)


def _opens_list(row: Row) -> bool:
    return normal(row.meant) in _LIST_HEADINGS


def _take(row: Row, draft: _Draft, notes: Notes) -> None:
    if _opens_list(row):
        draft.listing = True
    elif draft.listing:
        _take_programmes(row, draft, notes)
    elif draft.unfinished or _is_definition(row) or not draft.definition:
        _take_definition(row, draft, notes)
    else:
        notes.unplaced(row, _HERE)


def _take_definition(row: Row, draft: _Draft, notes: Notes) -> None:
    if draft.unfinished and row.apart:
        broken(row, row.meant, _HERE, notes)
    draft.definition = f"{draft.definition} {row.meant}".strip()
    note_misreadings(row, row.meant, draft.title.meant, notes)


def _take_programmes(row: Row, draft: _Draft, notes: Notes) -> None:
    if _is_definition(row):
        notes.unplaced(row, _HERE)
        return
    for title in filter(None, _SEPARATOR.split(row.meant)):
        note_run_together(row, title, draft.title.meant, notes)
        note_misreadings(row, title, draft.title.meant, notes)
        draft.programmes.append(title)


def _finished(draft: _Draft, notes: Notes) -> SubCluster:
    title = draft.title.meant
    if not draft.definition:
        notes.say("SRC306", draft.title, title, f"{title} has no definition")
    if not draft.programmes:
        message = f"{title} has no example programmes of study"
        notes.say("SRC306", draft.title, title, message)
    return SubCluster(
        title=title,
        definition=draft.definition,
        programmes=tuple(draft.programmes),
        source=notes.text.at(draft.title.line),
    )
