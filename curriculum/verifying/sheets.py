"""Which sheet of a workbook is which, and whether they stand in their order."""

from collections.abc import Iterator, Mapping

from curriculum.carried.shown import SHEET, Part, Shown
from curriculum.verifying.aligning import rising
from curriculum.verifying.edits import Edit, Kind
from curriculum.verifying.tables import elsewhere, table_likeness

_SAME_SHEET = 0.5
"""Likeness of tables from which on a sheet of another name is the same one."""


def renamed_sheets(old: Shown, new: Shown) -> dict[str, str]:
    """Sheets that have another name now: those with the same table."""
    before = {p.place for p in old}
    now = {p.place for p in new}
    fresh = [p for p in new if p.place.startswith(SHEET) and p.place not in before]
    found: dict[str, str] = {}
    for part in old:
        if part.place.startswith(SHEET) and part.place not in now:
            for other in fresh:
                if other.place not in found.values() and _is_same_sheet(part, other):
                    found[part.place] = other.place
                    break
    return found


def _is_same_sheet(one: Part, other: Part) -> bool:
    """Whether two sheets have the same header, or much the same table."""
    first, second = (
        next((b for b in part.blocks if not isinstance(b, str)), None)
        for part in (one, other)
    )
    if first is None or second is None:
        return False
    return first[0] == second[0] or table_likeness(first, second) >= _SAME_SHEET


def order_of_sheets(
    old: Shown, new: Shown, renamed: Mapping[str, str], title: str
) -> Iterator[Edit]:
    """Whether the sheets that are still there stand in another order."""
    places = [part.place for part in new if part.place.startswith(SHEET)]
    kept = [renamed.get(part.place, part.place) for part in old]
    before = [place for place in kept if place in places]
    pairs = [(n, places.index(place)) for n, place in enumerate(before)]
    in_order = {n for n, _ in rising(pairs)}
    moved = [place for n, place in enumerate(before) if n not in in_order]
    if moved:
        now = elsewhere([place.removeprefix(SHEET) for place in moved])
        yield Edit(Kind.CHANGED, title, "as written", now, "order of sheets")
