"""Coverage of many programmes, counted with integers whose bits are items.

``Coverage`` knows where and when each item is taught; here only whether.  That is
enough to compare thousands of programmes, and many times faster.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

from curriculum.model import Framework, Item, Programme


class Gaps(NamedTuple):
    """Items of one framework, as bits, that a programme does not cover."""

    untaught: int
    unassessed: int
    """Taught, and assessed nowhere."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What each module of a programme does for one framework, as bits of its items."""

    asked: int
    """What the policy asks to be taught."""
    examined: int
    """What policy and plan ask to be assessed."""
    taught: tuple[int, ...]
    """For each module."""
    assessed: tuple[int, ...]
    """For each assessment."""

    @classmethod
    def of(cls, programme: Programme, framework: Framework) -> "Marks":
        """The marks of a programme; marks for unknown items count nowhere."""
        bit = {key: 1 << place for place, key in enumerate(_keys(framework))}
        items = framework.by_key.values()

        def held(links: Iterable[tuple[str, str]]) -> int:
            of = (bit.get(key, 0) for id_, key in links if id_ == framework.id)
            return reduce(or_, of, 0)

        return cls(
            asked=_bits(bit, filter(framework.policy.asks_teaching, items)),
            examined=_bits(bit, filter(framework.asks_assessment, items)),
            taught=tuple(
                held((x.framework, x.item) for s in module.sessions for x in s.teaches)
                for module in programme.modules
            ),
            assessed=tuple(
                held((x.framework, x.item) for x in assessment.assesses)
                for assessment in programme.assessments
            ),
        )


def gaps(marks: Iterable[Marks]) -> list[Gaps]:
    """What each programme leaves out."""
    found: list[Gaps] = []
    for one in marks:
        taught = reduce(or_, one.taught, 0)
        assessed = reduce(or_, one.assessed, 0)
        found.append(Gaps(one.asked & ~taught, one.examined & taught & ~assessed))
    return found


def keys(framework: Framework, bits: int) -> tuple[str, ...]:
    """The keys of the items that bits stand for."""
    return tuple(key for place, key in enumerate(_keys(framework)) if bits >> place & 1)


def _keys(framework: Framework) -> dict[str, None]:
    """The keys of a framework in its order, each once."""
    return dict.fromkeys(item.key for item in framework.items)


def _bits(bit: dict[str, int], items: Iterable[Item]) -> int:
    return sum(bit[item.key] for item in items)
