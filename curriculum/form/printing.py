"""How a sheet falls on paper: readable, and cut where its columns belong together."""

from collections.abc import Collection, Sequence

from xlsxwriter.worksheet import Worksheet

A4 = 9
"""The number that Excel has for the size of paper."""
SCALE = 65
"""Percent: ten points print as six and a half, which is as small as people read."""
_MARGIN, _FOOT = 0.4, 0.6
_PIXELS = (297 / 25.4 - 2 * _MARGIN) * 96
"""Pixels of a sheet that fit beside each other on A4 paper that lies."""
_DIGIT, _PADDING = 7.5, 5
"""Pixels of a digit, amply, and of what a column adds to its text."""


def on_paper(
    page: Worksheet,
    widths: Sequence[float],
    repeated: int,
    ends: Collection[int] = (),
) -> None:
    """Fit a sheet to one page's width, or cut it and repeat its first columns.

    ``ends`` are the columns, counted from 0, before which a cut does least harm.
    """
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=_MARGIN, right=_MARGIN, top=_FOOT, bottom=_FOOT)
    room = _PIXELS * 100 / SCALE
    if _pixels(widths) <= room:
        page.fit_to_pages(1, 0)
        return
    page.set_print_scale(SCALE)
    page.repeat_columns(0, repeated - 1)
    page.set_v_pagebreaks(cuts(widths, repeated, ends, room))


def cuts(
    widths: Sequence[float], repeated: int, ends: Collection[int], room: float
) -> list[int]:
    """The columns before which a page ends; each page begins with those repeated."""
    found: list[int] = []
    lead = _pixels(widths[:repeated])
    first = repeated
    while first < len(widths):
        at, used = first, lead
        while at < len(widths) and (at == first or used + _wide(widths[at]) <= room):
            used += _wide(widths[at])
            at += 1
        if at < len(widths):
            at = max((end for end in ends if first < end <= at), default=at)
            found.append(at)
        first = at
    return found


def _pixels(widths: Sequence[float]) -> float:
    return sum(_wide(width) for width in widths)


def _wide(width: float) -> float:
    return width * _DIGIT + _PADDING
