"""Rows of a plan's tables whose cells were pasted with a line end in them."""

import re
from collections.abc import Iterable, Iterator

from curriculum.readers._plan.said import Said, is_only_keys

_THEME = re.compile(r"(?:grade )?themes?", re.IGNORECASE)
_KSBS = re.compile(r"ksbs?", re.IGNORECASE)
_GRADE = re.compile(r"(?:fail|pass|merit|credit|distinction)\b", re.IGNORECASE)
_EXPLAINED = re.compile(r"apprentices? must demonstrate\b", re.IGNORECASE)
_LONGEST_TITLE = 12


def whole_rows(lines: Iterable[Said]) -> Iterator[Said]:
    """The lines, with rows made whole: a theme's title above its keys, a head."""
    held: Said | None = None
    for said in lines:
        if held and _goes_on(held, said):
            held = _together(held, said)
        else:
            if held:
                yield held
            held = said
    if held:
        yield held


def _goes_on(held: Said, said: Said) -> bool:
    """Whether the first cell of a row goes on with the line or the cell before."""
    first = said.cells[0]
    if _EXPLAINED.match(first):
        return held.is_row and bool(_GRADE.match(held.cells[-1]))
    if held.is_row or not said.is_row:
        return False
    if _THEME.fullmatch(held.text):
        return bool(_KSBS.fullmatch(first))
    title = len(held.text.split()) <= _LONGEST_TITLE and not held.text.endswith(".")
    return title and is_only_keys(first)


def _together(held: Said, said: Said) -> Said:
    last = f"{held.cells[-1]} {said.cells[0]}"
    cells = [*held.cells[:-1], last, *said.cells[1:]]
    return Said(held.number, cells, held.bold + said.bold)
