"""Which entries of two sequences are the same; in bounded time, whatever they hold."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)
_MOST_PAIRS = 250_000
"""Pairs up to which a stretch without anchors is compared closely."""
_DEEPEST = 60


class Gap(NamedTuple):
    """A stretch that is not the same: from and up to, in the old and in the new."""

    old: range
    new: range


def same_and_gaps(
    old: Sequence[T], new: Sequence[T]
) -> tuple[list[tuple[int, int]], list[Gap]]:
    """The pairs of places that hold the same, and the stretches between them."""
    pairs = list(_pairs(old, new, Gap(range(len(old)), range(len(new)))))
    gaps: list[Gap] = []
    before = (0, 0)
    for at, other in [*pairs, (len(old), len(new))]:
        gap = Gap(range(before[0], at), range(before[1], other))
        if gap.old or gap.new:
            gaps.append(gap)
        before = (at + 1, other + 1)
    return pairs, gaps


def _pairs(
    old: Sequence[T], new: Sequence[T], gap: Gap, depth: int = 0
) -> Iterator[tuple[int, int]]:
    """Equal entries, none of which cross: ends first, then what stands once in each."""
    first, last = gap.old.start, gap.old.stop
    start, stop = gap.new.start, gap.new.stop
    while first < last and start < stop and old[first] == new[start]:
        yield first, start
        first, start = first + 1, start + 1
    tail = 0
    while (
        first < last - tail
        and start < stop - tail
        and (old[last - tail - 1] == new[stop - tail - 1])
    ):
        tail += 1
    last, stop = last - tail, stop - tail
    if first < last and start < stop:
        rest = Gap(range(first, last), range(start, stop))
        yield from _inside(old, new, rest, depth)
    for step in range(tail):
        yield last + step, stop + step


def _inside(
    old: Sequence[T], new: Sequence[T], gap: Gap, depth: int
) -> Iterator[tuple[int, int]]:
    anchors = _anchors(old, new, gap) if depth < _DEEPEST else []
    if anchors:
        before = (gap.old.start, gap.new.start)
        for at, other in anchors:
            between = Gap(range(before[0], at), range(before[1], other))
            yield from _pairs(old, new, between, depth + 1)
            yield at, other
            before = (at + 1, other + 1)
        rest = Gap(range(before[0], gap.old.stop), range(before[1], gap.new.stop))
        yield from _pairs(old, new, rest, depth + 1)
    elif len(gap.old) * len(gap.new) <= _MOST_PAIRS:
        matcher = SequenceMatcher(
            None, [old[n] for n in gap.old], [new[n] for n in gap.new], autojunk=False
        )
        for a, b, size in matcher.get_matching_blocks():
            for step in range(size):
                yield gap.old.start + a + step, gap.new.start + b + step


def _anchors(old: Sequence[T], new: Sequence[T], gap: Gap) -> list[tuple[int, int]]:
    """What stands once in each, as far as it stands in the same order."""
    held, found = (
        Counter(texts[n] for n in places)
        for texts, places in ((old, gap.old), (new, gap.new))
    )
    where = {new[n]: n for n in gap.new if found[new[n]] == 1}
    once = [
        (n, where[old[n]]) for n in gap.old if held[old[n]] == 1 and old[n] in where
    ]
    return rising(once)


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second places rise."""
    tops: list[int] = []
    piles: list[int] = []
    back: list[int] = []
    for number, (_, place) in enumerate(pairs):
        low, high = 0, len(tops)
        while low < high:
            middle = (low + high) // 2
            if tops[middle] < place:
                low = middle + 1
            else:
                high = middle
        back.append(piles[low - 1] if low else -1)
        tops[low : low + 1] = [place]
        piles[low : low + 1] = [number]
    run: list[tuple[int, int]] = []
    number = piles[-1] if piles else -1
    while number >= 0:
        run.append(pairs[number])
        number = back[number]
    return run[::-1]
