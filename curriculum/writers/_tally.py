"""How many items of each kind are taught and assessed, as documents show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from curriculum.coverage import Coverage
from curriculum.model import Depth, Framework, FrameworkKind, Item, Programme

DEPTH_LETTER: dict[Depth | None, str] = {None: "T"}
DEPTH_LETTER |= {depth: depth.letter for depth in Depth}
"""The mark of a depth; a mark without one says only that the item is taught."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What is taught and assessed of one kind of item, or of all."""

    title: str
    items: tuple[Item, ...]
    not_taught: tuple[str, ...]
    not_assessed: tuple[str, ...]
    taught_once: tuple[str, ...]
    """Keys of items that a single session teaches."""

    @property
    def total(self) -> int:
        """How many items there are."""
        return len(self.items)

    @property
    def taught(self) -> int:
        """How many of them at least one session teaches."""
        return self.total - len(self.not_taught)

    @property
    def assessed(self) -> int:
        """How many of them at least one assessment assesses."""
        return self.total - len(self.not_assessed)


@dataclass(frozen=True, slots=True)
class Hours:
    """Planned hours: in all, off the job, and what of that is in optional modules."""

    planned: float
    off_the_job: float
    optional_off_the_job: float


def tallies(framework: Framework, coverage: Coverage) -> tuple[Tally, ...]:
    """One tally for each kind of item, in the framework's order."""
    return tuple(
        _tally(
            group,
            framework.id,
            (i for i in framework.items if i.group == group),
            coverage,
        )
        for group in framework.groups
    )


def whole(framework: Framework, coverage: Coverage) -> Tally:
    """The tally of all items of a framework."""
    return _tally("All", framework.id, framework.items, coverage)


def named(framework: Framework, keys: tuple[str, ...]) -> str:
    """Items as readers know them: KSBs by code, skills by their own words."""
    if framework.kind is FrameworkKind.STANDARD:
        return ", ".join(keys) or "None"
    return "; ".join(framework.by_key[key].wording for key in keys) or "None"


def hours(programme: Programme) -> Hours:
    """Planned hours, to the hundredth."""
    counted = [(m, s) for m, s in programme.sessions() if s.off_the_job]
    return Hours(
        planned=round(fsum(s.hours for _, s in programme.sessions()), 2),
        off_the_job=round(fsum(s.hours for _, s in counted), 2),
        optional_off_the_job=round(fsum(s.hours for m, s in counted if m.optional), 2),
    )


def _tally(
    title: str, framework: str, items: Iterable[Item], coverage: Coverage
) -> Tally:
    held = tuple(items)
    keys = tuple(item.key for item in held)
    return Tally(
        title=title,
        items=held,
        not_taught=tuple(k for k in keys if not coverage.teaching(framework, k)),
        not_assessed=tuple(k for k in keys if not coverage.assessing(framework, k)),
        taught_once=tuple(k for k in keys if len(coverage.teaching(framework, k)) == 1),
    )
