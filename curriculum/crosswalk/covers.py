"""The cheapest choice of sets that covers everything, proved to be the cheapest.

Branch and bound: the element that fewest sets still hold is decided first, each branch
taking one of those sets and leaving out the ones before it.  A branch ends where its
cost, with the least that elements cost which no one set holds together, reaches that
of the best cover so far.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

S = TypeVar("S", bound=Hashable)
Cost = tuple[float, ...]
"""Compared from the left: what comes first counts most."""
STEPS = 100_000
"""A search of more steps is broken off, and its answer said to be unproved."""
_FINE, _APART = 1000, 10**12
"""Costs are compared to the thousandth, and as one whole number."""


@dataclass(frozen=True, slots=True)
class Cover(Generic[S]):
    """Chosen sets, in the order in which they were given."""

    chosen: tuple[S, ...]
    cost: Cost
    proved: bool
    """Whether no cheaper choice exists; False if the search was broken off."""


def cheapest(
    sets: Mapping[S, frozenset[Hashable]], cost: Mapping[S, Cost], steps: int = STEPS
) -> Cover[S]:
    """Sets that together hold every element of all, at the least cost."""
    whole = {name: _whole(cost[name]) for name in sets}
    order = list(sets)
    names = sorted(order, key=whole.__getitem__)
    kept = list(_undominated([(name, sets[name]) for name in names]))
    search = _Search([sets[n] for n in kept], [whole[n] for n in kept], steps)
    chosen = sorted((kept[nth] for nth in search.answer()), key=order.index)
    parts = zip(*(cost[name] for name in chosen), strict=True)
    width = len(next(iter(cost.values()), ()))
    total = tuple(round(sum(part), 6) for part in parts) or (0.0,) * width
    return Cover(tuple(chosen), total, search.left >= 0)


def _whole(cost: Cost) -> int:
    """A cost as one number that is compared in the same way."""
    number = 0
    for part in cost:
        number = number * _APART + round(part * _FINE)
    return number


def _undominated(sets: list[tuple[S, frozenset[Hashable]]]) -> Iterator[S]:
    """Without the sets that one before them, which is no dearer, holds whole."""
    before: list[frozenset[Hashable]] = []
    for name, held in sets:
        if held and not any(held <= other for other in before):
            before.append(held)
            yield name


class _Search:
    """Sets are numbered from the cheapest; masks of them and of elements are bits."""

    def __init__(
        self, sets: list[frozenset[Hashable]], cost: list[int], steps: int
    ) -> None:
        self.cost, self.left = cost, steps
        holders: dict[Hashable, int] = {}
        for nth, held in enumerate(sets):
            for element in held:
                holders[element] = holders.get(element, 0) | 1 << nth
        self.holders = _hardest(set(holders.values()))
        self.covers = [
            sum(1 << n for n, mask in enumerate(self.holders) if mask >> nth & 1)
            for nth in range(len(sets))
        ]
        self.best: tuple[int, ...] = ()
        self.best_cost = 0

    def answer(self) -> tuple[int, ...]:
        """The numbers of the chosen sets."""
        todo = (1 << len(self.holders)) - 1
        self._greedy(todo)
        self._go(todo, 0, (), 0)
        return self.best

    def _greedy(self, todo: int) -> None:
        """A first cover, so that the search has something to beat."""
        while todo:
            gains = [(mask & todo).bit_count() for mask in self.covers]
            nth = max(range(len(gains)), key=lambda n: gains[n] / max(1, self.cost[n]))
            nth = nth if gains[nth] else next(n for n, gain in enumerate(gains) if gain)
            self.best, todo = (*self.best, nth), todo & ~self.covers[nth]
            self.best_cost += self.cost[nth]

    def _go(self, todo: int, out: int, chosen: tuple[int, ...], cost: int) -> None:
        """Cover what is to do without the sets left out."""
        self.left -= 1
        if self.left < 0:
            return
        if not todo:
            if cost < self.best_cost:
                self.best, self.best_cost = chosen, cost
            return
        open_ = [m & ~out for n, m in enumerate(self.holders) if todo >> n & 1]
        if cost + self._bound(open_) >= self.best_cost:
            return
        fewest = min(open_, key=int.bit_count)
        if not fewest:
            return
        for nth in sorted(
            _bits(fewest), key=lambda n: -(self.covers[n] & todo).bit_count()
        ):
            rest = todo & ~self.covers[nth]
            self._go(rest, out, (*chosen, nth), cost + self.cost[nth])
            out |= 1 << nth

    def _bound(self, open_: list[int]) -> int:
        """What elements cost at least that no one set holds together."""
        used = least = 0
        for mask in sorted(open_, key=int.bit_count):
            if not mask & used:
                used |= mask
                least += self.cost[(mask & -mask).bit_length() - 1] if mask else 0
        return least


def _hardest(masks: set[int]) -> list[int]:
    """Without the elements that are covered whenever another one is."""
    found: list[int] = []
    for mask in sorted(masks, key=lambda m: (m.bit_count(), m)):
        if not any(other & mask == other for other in found):
            found.append(mask)
    return found


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
