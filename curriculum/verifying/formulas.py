"""Edits that formulas make: what follows from other edits, and values that are gone."""

from collections.abc import Sequence
from dataclasses import replace

from curriculum.carried.shown import Shown
from curriculum.verifying.edits import Edit, Kind, by_formula, worked_out

_WITHOUT_CAUSE = "though the formula and all that it works with are the same"


def told_once(edits: Sequence[Edit], now: Shown, title: str) -> list[Edit]:
    """The same edits; values that a whole workbook lacks are told in one sentence.

    A program that does not calculate saves formulas without what they work out.
    """
    held, lost = without_lost(edits, now, title)
    return [*held, lost] if lost else held


def without_lost(
    edits: Sequence[Edit], now: Shown, title: str
) -> tuple[list[Edit], Edit | None]:
    """The other edits, and the one sentence on values that a whole workbook lacks."""
    lost = [edit for edit in edits if _is_lost(edit)]
    if len(lost) < 2 or _has_values(now):  # noqa: PLR2004 (one is told as it is)
        return list(edits), None
    example = f"for example {lost[0].was} in {lost[0].address}"
    why = "it was saved by a program that does not calculate; Excel fills them again"
    what = f"values of {len(lost)} formulas"
    told = Edit(Kind.GONE, title, f"{example}; {why}", "", what, follows=True)
    return [edit for edit in edits if not _is_lost(edit)], told


def _is_lost(edit: Edit) -> bool:
    return edit.follows and bool(edit.was) and not edit.now


def _has_values(now: Shown) -> bool:
    return any(
        by_formula(cell) and worked_out(cell)
        for part in now
        for block in part.blocks
        if not isinstance(block, str)
        for row in block
        for cell in row
    )


def with_causes(edits: Sequence[Edit]) -> list[Edit]:
    """The same edits; what a formula works out anew needs another edit as its cause."""
    if any(not edit.follows for edit in edits):
        return list(edits)
    return [replace(e, follows=False, remark=_WITHOUT_CAUSE) for e in edits]
