"""Routes: every valid choice of optional modules, decided without trying each.

Modules are bits of an integer.  Something goes wrong on some route exactly if a
valid choice avoids every module that would put it right, and whether there is such
a choice is counted group by group, whether there are ten routes or a billion.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from math import comb, prod
from typing import Generic, TypeVar

from curriculum.model import Choice, Programme

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Group:
    """Optional modules of which a learner takes exactly so many."""

    mask: int
    choose: int

    @property
    def routes(self) -> int:
        """In how many ways it can be chosen from."""
        return comb(self.mask.bit_count(), self.choose)


@dataclass(frozen=True, slots=True)
class Gap(Generic[T]):
    """A choice, and everything that goes wrong for whoever makes it."""

    takes: tuple[str, ...]
    """The modules that it takes; none where it is shorter to say what it lacks."""
    lacks: tuple[str, ...]
    """The modules that it leaves out."""
    missing: tuple[T, ...]

    @property
    def key(self) -> str:
        """What a finding about the choice names: "O2+O5", or "without O1"."""
        without = f"without {'+'.join(self.lacks)}" if self.lacks else ""
        return " ".join(filter(None, ("+".join(self.takes), without)))

    @property
    def learner(self) -> str:
        """Who makes the choice, in as few modules as say it."""
        parts = [("takes", self.takes), ("leaves out", self.lacks)]
        said = [f"{verb} {_listed(keys)}" for verb, keys in parts if keys]
        return f"a learner who {' and '.join(said)}"


@dataclass(frozen=True)
class Routes:
    """The valid choices of optional modules in a programme."""

    modules: tuple[str, ...]
    """Keys of the optional modules; the first is bit 0."""
    groups: tuple[Group, ...]
    free: int
    """Modules that each learner may take or leave."""

    @classmethod
    def of(cls, programme: Programme) -> "Routes":
        """The routes of a programme.

        A module that two choices name belongs to the first; of a choice that asks
        for more modules than it has, all are taken.  Both are findings elsewhere.
        """
        chosen = {key for choice in programme.choices for key in choice.modules}
        keys = dict.fromkeys(
            module.key
            for module in programme.modules
            if module.optional or module.key in chosen
        )
        bits = {key: 1 << place for place, key in enumerate(keys)}
        groups: list[Group] = []
        free = (1 << len(bits)) - 1
        for choice in programme.choices:
            mask = sum(
                bits[key] for key in dict.fromkeys(choice.modules) if key in bits
            )
            mask &= free
            groups.append(Group(mask, min(choice.choose, mask.bit_count())))
            free &= ~mask
        return cls(tuple(bits), tuple(groups), free)

    @cached_property
    def bits(self) -> Mapping[str, int]:
        """The bit of each optional module; a module that all take has none."""
        return {key: 1 << place for place, key in enumerate(self.modules)}

    @cached_property
    def count(self) -> int:
        """How many valid choices there are."""
        return prod(group.routes for group in self.groups) << self.free.bit_count()

    def keys(self, mask: int) -> tuple[str, ...]:
        """The modules of a set of bits."""
        return tuple(key for key, bit in self.bits.items() if bit & mask)

    def mask(self, modules: Iterable[str]) -> int | None:
        """The bits of modules; None if every learner takes one of them."""
        mask = 0
        for key in modules:
            if key not in self.bits:
                return None
            mask |= self.bits[key]
        return mask

    def avoiding(self, avoid: int, taking: int = 0) -> int | None:
        """A valid choice without some modules and with others; None if there is none.

        Modules that may be left are left.
        """
        if avoid & taking:
            return None
        route = taking & self.free
        for group in self.groups:
            taken = group.mask & taking
            wanted = group.choose - taken.bit_count()
            left = group.mask & ~avoid & ~taken
            if not 0 <= wanted <= left.bit_count():
                return None
            route |= taken | _lowest(left, wanted)
        return route

    def all(self) -> Iterator[int]:
        """Every valid choice, one after another."""
        ways = [
            [sum(held) for held in combinations(_bits(group.mask), group.choose)]
            for group in self.groups
        ]
        ways += [[0, bit] for bit in _bits(self.free)]
        return (sum(way) for way in product(*ways))

    def gaps(self, needs: Mapping[T, int]) -> Iterator[Gap[T]]:
        """What some route misses, gathered by choices that miss it.

        ``needs`` gives for each thing the modules of which a learner must take at
        least one.  Every thing that some route misses stands in at least one gap,
        with the smallest choice that misses it; the small choices come first.
        """
        failing = {x: mask for x, mask in needs.items() if self._fails(mask)}
        told: set[T] = set()
        for first in sorted(failing, key=lambda x: self._size(failing[x])):
            if first not in told:
                gap = self._gap(failing[first], failing)
                told.update(gap.missing)
                yield gap

    def least(self, weights: Mapping[str, float]) -> tuple[float, int]:
        """The smallest sum of weights of a route, and the modules that it takes.

        No weight is below 0.  Modules about which there is no choice are not told.
        """
        route = 0
        for group in self.groups:
            lightest = sorted(self.keys(group.mask), key=lambda key: weights[key])
            route |= sum(self.bits[key] for key in lightest[: group.choose])
        open_to_choice = sum(group.mask for group in self.groups if group.routes > 1)
        total = sum(weights[key] for key in self.keys(route))
        return total, route & open_to_choice

    def _fails(self, mask: int) -> bool:
        return self.avoiding(mask) is not None

    def _reached(self, avoid: int) -> tuple[Group, ...]:
        """The groups that a set of modules reaches into."""
        return tuple(group for group in self.groups if group.mask & avoid)

    def _by_absence(self, avoid: int) -> bool:
        """Whether fewer modules are named by saying what is left out."""
        taken = sum(group.choose for group in self._reached(avoid))
        return not 0 < taken <= (avoid & ~self.free).bit_count()

    def _size(self, avoid: int) -> int:
        """How many modules are named to say who avoids some."""
        if self._by_absence(avoid):
            return avoid.bit_count()
        taken = sum(group.choose for group in self._reached(avoid))
        return taken + (avoid & self.free).bit_count()

    def _gap(self, avoid: int, failing: Mapping[T, int]) -> Gap[T]:
        """The choice that avoids some modules, and all that it misses."""
        if self._by_absence(avoid):
            missing = tuple(x for x, mask in failing.items() if not mask & ~avoid)
            return Gap((), self.keys(avoid), missing)
        reached = sum(group.mask for group in self._reached(avoid))
        free = avoid & self.free
        near = {x: m for x, m in failing.items() if not m & ~(reached | free)}
        for more in near.values():
            if self._fails(avoid | more):
                avoid |= more
        takes = (self.avoiding(avoid) or 0) & reached
        missing = tuple(x for x, mask in near.items() if not mask & takes)
        return Gap(self.keys(takes), self.keys(free), missing)


def impossible(choice: Choice, programme: Programme) -> str:
    """Why nobody can choose so, or nothing."""
    known = [key for key in choice.modules if programme.module(key)]
    unknown = [key for key in choice.modules if not programme.module(key)]
    if unknown:
        there = "is no module" if len(unknown) == 1 else "are no modules"
        return f"{choice.title} names {_listed(unknown)}, which {there}"
    if len(set(known)) < len(known):
        twice = sorted({key for key in known if known.count(key) > 1})
        return f"{choice.title} names {_listed(twice)} more than once"
    if choice.choose > len(known):
        return f"{choice.title} asks for {choice.choose} of {len(known)} modules"
    for earlier in programme.choices:
        if earlier is choice:
            break
        both = [key for key in known if key in earlier.modules]
        if both:
            stand = "stands" if len(both) == 1 else "stand"
            other = earlier.title
            return f"{_listed(both)} of {choice.title} {stand} in {other} as well"
    return ""


def _listed(keys: Iterable[str]) -> str:
    *most, last = keys
    return f"{', '.join(most)} and {last}" if most else last


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield mask & -mask
        mask &= mask - 1


def _lowest(mask: int, number: int) -> int:
    """So many of the lowest bits of a set."""
    kept = 0
    for _ in range(number):
        kept |= mask & -mask
        mask &= mask - 1
    return kept
