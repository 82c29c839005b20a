"""The one place that counts what is taught and assessed; rules and writers ask it.

Computed once a review.  Adding a mark never makes coverage smaller.
"""

from dataclasses import dataclass

from curriculum.model import Assessment, Depth, Link, Module, Programme, Session
from curriculum.timetable import Placement, Timetable


@dataclass(frozen=True, slots=True)
class Teaching:
    """One session that teaches an item; ``placement`` is None if it has no date."""

    module: Module
    session: Session
    link: Link
    placement: Placement | None


@dataclass(frozen=True, slots=True)
class Assessing:
    """One assessment that assesses an item."""

    assessment: Assessment
    link: Link


@dataclass(frozen=True, slots=True)
class DutyCoverage:
    """How much of a duty is both taught and assessed."""

    framework: str
    duty: str
    items: int
    """Items that the duty names and the framework has."""
    taught: int
    assessed: int
    both: int

    @property
    def percent(self) -> int:
        """Share of the duty's items both taught and assessed, rounded down."""
        return 100 * self.both // self.items if self.items else 100


@dataclass(frozen=True)
class Coverage:
    """What is taught and assessed, by (framework id, item key)."""

    taught: dict[tuple[str, str], tuple[Teaching, ...]]
    """In order of teaching; items that nothing teaches are not in it."""
    assessed: dict[tuple[str, str], tuple[Assessing, ...]]
    """In order of hand-in (undated last); items that nothing assesses are not in it."""
    duties: tuple[DutyCoverage, ...]

    @classmethod
    def of(cls, programme: Programme, timetable: Timetable) -> "Coverage":
        """Count a programme's marks; marks for unknown items count nowhere."""
        raise NotImplementedError

    def teaching(self, framework: str, item: str) -> tuple[Teaching, ...]:
        """The sessions that teach an item, in order of teaching."""
        return self.taught.get((framework, item), ())

    def assessing(self, framework: str, item: str) -> tuple[Assessing, ...]:
        """The assessments that assess an item."""
        return self.assessed.get((framework, item), ())

    def modules(self, framework: str, item: str) -> tuple[str, ...]:
        """Keys of the modules whose sessions teach an item, in order."""
        return tuple(dict.fromkeys(t.module.key for t in self.teaching(framework, item)))

    def depth_in(self, framework: str, item: str, module: str) -> Depth | None:
        """The greatest depth to which a module's sessions take an item."""
        depths = [
            t.link.depth
            for t in self.teaching(framework, item)
            if t.module.key == module and t.link.depth
        ]
        return max(depths, key=lambda depth: depth.rank, default=None)
