"""An order of modules that fits: greedy placement, then tries with some chance.

An order is judged by what is wrong with it (hours that find no place, modules
before what they build on, items assessed before they are taught or left too long),
then by the weeks for which items rest, then by how far it is from the present one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, combinations, pairwise
from random import Random
from typing import NamedTuple

from curriculum.checks._notions import taught_items
from curriculum.checks.long_gap import long_gap
from curriculum.facts import Facts
from curriculum.model import Module, Programme
from curriculum.timetable import Slot

TRIES = 8
"""Orders that are tried beside the greedy one; the same every time."""

_NEVER = date.max.toordinal()
_SLACK_DAYS = 60

Mark = tuple[str, str]


class Faults(NamedTuple):
    """What is wrong with an order; the first counts most."""

    minutes_left: int
    broken: int
    """Modules before one that they build on."""
    too_early: int
    """Items assessed before they are taught, or on the same day."""
    rested: int
    """Items that rest longer between two sessions than the rule of gaps allows."""

    @property
    def hours_left(self) -> float:
        """Hours that find no place."""
        return self.minutes_left / 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """The best order that was found, beside the present one."""

    present: tuple[str, ...]
    order: tuple[str, ...]
    before: Faults
    after: Faults
    waits: bool
    """Whether modules still wait for their start weeks."""
    tried: int

    @property
    def helps(self) -> bool:
        """Whether it is better than the present order."""
        return self.after < self.before


def propose(facts: Facts, tries: int = TRIES) -> Proposal:
    """The best order of modules; the present one, if nothing is wrong with it."""
    board = _Board.of(facts)
    present = tuple(range(len(board.modules)))
    before, _ = board.judge(present, waits=True)
    best, order, waits, tried = (before, 0, 0), list(present), True, 1
    for candidate in _candidates(board, tries):
        if not any(best[0]):
            break
        for waiting in board.ways_of_waiting:
            faults, gaps = board.judge(candidate, waits=waiting)
            cost = (faults, gaps, _inversions(candidate))
            tried += 1
            if faults < before and cost < best:
                best, order, waits = cost, candidate, waiting
    return Proposal(
        present=board.keys(present),
        order=board.keys(order),
        before=before,
        after=best[0],
        waits=waits,
        tried=tried,
    )


def _candidates(board: "_Board", tries: int) -> Iterator[list[int]]:
    """The present order without its waits, the greedy one, then ones by chance."""
    yield list(range(len(board.modules)))
    chance = Random(0)  # noqa: S311 (no secret: the same tries every time)
    for number in range(tries):
        yield board.greedy(chance, _SLACK_DAYS * number / tries)


class _Laid(NamedTuple):
    """A module as the placing sees it."""

    key: str
    minutes: tuple[int, ...]
    """Of each session."""
    meets: tuple[tuple[int, Mark], ...]
    """Number of the session, and an item that it teaches."""
    needs: frozenset[int]
    start_week: int


@dataclass(frozen=True, slots=True)
class _Board:
    """Modules, slots and deadlines as plain numbers."""

    modules: tuple[_Laid, ...]
    days: tuple[int, ...]
    weeks: tuple[int, ...]
    ends: tuple[int, ...]
    """Minutes offered up to the end of each slot."""
    due: dict[Mark, int]
    """By when an item must have been taught."""
    spaced: frozenset[Mark]
    """Items that are to be met again in time."""
    most_weeks: float
    """For how many delivery weeks an item may rest."""

    @classmethod
    def of(cls, facts: Facts) -> "_Board":
        slots: Sequence[Slot] = facts.timetable.slots
        return cls(
            modules=tuple(_laid(facts.programme)),
            days=tuple(slot.day.toordinal() for slot in slots),
            weeks=tuple(slot.week for slot in slots),
            ends=tuple(accumulate(slot.minutes for slot in slots)),
            due=_due(facts),
            spaced=frozenset((t.framework.id, t.item.key) for t in taught_items(facts)),
            most_weeks=_most_weeks(facts),
        )

    @property
    def ways_of_waiting(self) -> tuple[bool, ...]:
        """With the start weeks that modules wait for, and without them."""
        return (True, False) if any(m.start_week for m in self.modules) else (True,)

    def keys(self, order: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.modules[number].key for number in order)

    def greedy(self, chance: Random, slack: float) -> list[int]:
        """Of the modules that may come next, always the one that is due first."""
        left, taught = list(range(len(self.modules))), set[Mark]()
        order: list[int] = []
        while left:
            ready = [n for n in left if not self.modules[n].needs.intersection(left)]
            chosen = min(
                ready or left,
                key=lambda n: (self._due_first(n, taught) + slack * chance.random(), n),
            )
            left.remove(chosen)
            order.append(chosen)
            taught.update(mark for _, mark in self.modules[chosen].meets)
        return order

    def _due_first(self, number: int, taught: set[Mark]) -> int:
        days = (
            self.due[mark]
            for _, mark in self.modules[number].meets
            if mark in self.due and mark not in taught
        )
        return min(days, default=_NEVER)

    def judge(self, order: Sequence[int], *, waits: bool) -> tuple[Faults, int]:
        """What is wrong with an order, and the weeks of its items' longest gaps."""
        met: dict[Mark, list[int]] = {}
        at = left = broken = 0
        done: set[int] = set()
        for number in order:
            module = self.modules[number]
            broken += len(module.needs - done)
            done.add(number)
            at, missing = self._lay(module, at, met, waits=waits)
            left += missing
        too_early = sum(
            mark in met and self.days[met[mark][0]] >= day
            for mark, day in self.due.items()
        )
        weeks = self.weeks
        gaps = [
            _longest_gap([weeks[at] for at in met[mark]])
            for mark in self.spaced.intersection(met)
        ]
        rested = sum(gap > self.most_weeks for gap in gaps)
        return Faults(left, broken, too_early, rested), sum(gaps)

    def _lay(
        self, module: _Laid, at: int, met: dict[Mark, list[int]], *, waits: bool
    ) -> tuple[int, int]:
        """Lay a module from a minute on; the next minute, and what did not fit."""
        total = self.ends[-1] if self.ends else 0
        if waits and module.start_week:
            slot = bisect_left(self.weeks, module.start_week)
            if slot == len(self.weeks):
                return at, sum(module.minutes)
            at = max(at, self.ends[slot - 1] if slot else 0)
        begins, missing = [], 0
        for minutes in module.minutes:
            fits = not missing and at + minutes <= total and at < total
            begins.append(at if fits else -1)
            missing += 0 if fits else minutes
            at = at + minutes if fits else at
        for session, mark in module.meets:
            if begins[session] >= 0:
                slot = bisect_right(self.ends, begins[session])
                met.setdefault(mark, []).append(slot)
        return (total if missing else at), missing


def _laid(programme: Programme) -> Iterable[_Laid]:
    numbers: dict[str, int] = {}
    for number, module in enumerate(programme.modules):
        numbers.setdefault(module.key, number)
    for number, module in enumerate(programme.modules):
        needs = {numbers[key] for key in module.prerequisites if key in numbers}
        yield _Laid(
            key=module.key,
            minutes=tuple(round(s.hours * 60) for s in module.sessions),
            meets=tuple(_meets(module)),
            needs=frozenset(needs - {number}),
            start_week=module.start_week or 0,
        )


def _meets(module: Module) -> Iterable[tuple[int, Mark]]:
    for number, session in enumerate(module.sessions):
        for mark in dict.fromkeys((m.framework, m.item) for m in session.teaches):
            yield number, mark


def _due(facts: Facts) -> dict[Mark, int]:
    """The first day on which each item is assessed."""
    due: dict[Mark, int] = {}
    for mark, assessing in facts.coverage.assessed.items():
        days = [a.assessment.hand_in for a in assessing]
        first = min((day.toordinal() for day in days if day), default=_NEVER)
        if mark in facts.coverage.taught and first < _NEVER:
            due[mark] = first
    return due


def _most_weeks(facts: Facts) -> float:
    """What the rule of gaps allows, with the programme's own settings."""
    own = dict(dict(facts.programme.settings).get(long_gap.code, ()))
    allowed = {**long_gap.settings, **own}
    share = allowed["most_gap_percent"] / 100 * facts.timetable.delivery_weeks
    most: float = max(allowed["most_weeks"], share)
    return most


def _longest_gap(weeks: list[int]) -> int:
    return max((b - a for a, b in pairwise(weeks)), default=0)


def _inversions(order: Sequence[int]) -> int:
    return sum(a > b for a, b in combinations(order, 2))
