"""Pages of running text in two columns: the right one is read below the left."""

import re
from itertools import groupby

from curriculum.readers._forms.pdf.lines import lines_of
from curriculum.readers._forms.pdf.words import Page, Word

_GUTTER = 4.0
"""Points on either side of the middle that stay white."""
_CROSSING, _FEW = 0.02, 3
"""Of the words, and how many words: a heading may run over both columns."""
_OFF = 0.15
"""Of the width of the text: how far from its half the columns may part."""
_LOOKED_AT = 3_000
_LABEL = re.compile(r"(?:ESB|TK|TS|K|S|B)\d{1,3}[:.)]|Duty$")
_LABELS = 2


def below_each_other(pages: list[Page]) -> None:
    """Move right columns below left ones, if the document is set in two.

    Nothing crosses the middle of its pages, and in both halves lines begin with the
    labels of statements; in a table only its first column has these.
    """
    words = [word for page in pages for word in page.words]
    if not words or any(len(page.upright) > 1 for page in pages):
        return
    middle = _middle(words)
    crossing = sum(_crosses(word, middle) for word in words)
    labels = [_labels(pages, middle, right=side) for side in (False, True)]
    few = crossing <= max(_FEW, _CROSSING * len(words))
    if few and min(labels) >= _LABELS:
        for page in pages:
            _move(page, middle)
        lefts = [word for page in pages for word in page.words if word.left <= middle]
        column = max(w.right for w in lefts if not _crosses(w, middle))
        for page in pages:
            page.width = column + min(map(_left, lefts))


def _middle(words: list[Word]) -> float:
    """The place near half the width of the text that the fewest words cross."""
    left, right = min(w.left for w in words), max(w.right for w in words)
    reach = int(_OFF * (right - left) / _GUTTER)
    places = [(left + right) / 2 + _GUTTER * step for step in range(-reach, reach + 1)]
    some = words[:_LOOKED_AT]
    places.sort(key=lambda at: abs(at - (left + right) / 2))
    return min(places, key=lambda at: sum(_crosses(w, at) for w in some))


def _crosses(word: Word, middle: float) -> bool:
    return word.left < middle + _GUTTER and word.right > middle - _GUTTER


def _labels(pages: list[Page], middle: float, *, right: bool) -> int:
    """How many lines of one half begin with a label."""
    halves = ([w for w in p.words if (w.left > middle) is right] for p in pages)
    firsts = (min(line, key=_left) for half in halves for line in lines_of(half))
    return sum(1 for word in firsts if _LABEL.match(word.text))


def _left(word: Word) -> float:
    return word.left


def _move(page: Page, middle: float) -> None:
    right = [w for w in page.words if w.left > middle]
    if not right:
        return
    start = min((w.left for w in page.words if w.left <= middle), default=0.0)
    across = min(map(_left, right)) - start
    down = 0.0
    for over_both, lines in groupby(
        lines_of(page.words), lambda line: any(_crosses(w, middle) for w in line)
    ):
        words = [word for line in lines for word in line]
        if over_both:
            _shift(words, 0.0, down)
        else:
            down += _stack(words, middle, across, down)
    page.middles = [line[0].middle for line in lines_of(page.words)]


def _stack(words: list[Word], middle: float, across: float, down: float) -> float:
    """Move the right part of a stretch below its left; how much longer it grows."""
    left = [word for word in words if word.left <= middle]
    right = [word for word in words if word.left > middle]
    lowest = min(word.bottom for word in words) - down
    _shift(left, 0.0, down)
    if not left or not right:
        _shift(right, across, down)
        return 0.0
    below = max(w.top for w in right) - min(w.bottom for w in left) + _GUTTER
    _shift(right, across, below)
    return max(0.0, lowest - min(word.bottom for word in right))


def _shift(words: list[Word], across: float, down: float) -> None:
    for word in words:
        word.left, word.right = word.left - across, word.right - across
        word.bottom, word.top = word.bottom - down, word.top - down
