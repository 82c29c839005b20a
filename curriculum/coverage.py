"""The one place that counts what is taught and assessed; rules and writers ask it.

Computed once a review.  Adding a mark never makes coverage smaller.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from curriculum.model import (
    Assessment,
    Depth,
    Duty,
    Framework,
    Link,
    Module,
    Programme,
    Session,
)
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
        known = {
            (framework.id, item)
            for framework in programme.frameworks
            for item in framework.by_key
        }
        taught: defaultdict[tuple[str, str], list[Teaching]] = defaultdict(list)
        for module, session, placement in _in_order(programme, timetable):
            for item, link in _deepest(session.teaches).items():
                if item in known:
                    taught[item].append(Teaching(module, session, link, placement))
        assessed: defaultdict[tuple[str, str], list[Assessing]] = defaultdict(list)
        for assessment in sorted(programme.assessments, key=_hand_in):
            for item, link in _deepest(assessment.assesses).items():
                if item in known:
                    assessed[item].append(Assessing(assessment, link))
        duties = tuple(
            _duty(framework, duty, taught.keys(), assessed.keys())
            for framework in programme.frameworks
            for duty in framework.duties
        )
        return cls(
            {item: tuple(teaching) for item, teaching in taught.items()},
            {item: tuple(assessing) for item, assessing in assessed.items()},
            duties,
        )

    def teaching(self, framework: str, item: str) -> tuple[Teaching, ...]:
        """The sessions that teach an item, in order of teaching."""
        return self.taught.get((framework, item), ())

    def assessing(self, framework: str, item: str) -> tuple[Assessing, ...]:
        """The assessments that assess an item."""
        return self.assessed.get((framework, item), ())

    def modules(self, framework: str, item: str) -> tuple[str, ...]:
        """Keys of the modules whose sessions teach an item, in order."""
        return tuple(
            dict.fromkeys(t.module.key for t in self.teaching(framework, item))
        )

    def depth_in(self, framework: str, item: str, module: str) -> Depth | None:
        """The greatest depth to which a module's sessions take an item."""
        depths = [
            t.link.depth
            for t in self.teaching(framework, item)
            if t.module.key == module and t.link.depth
        ]
        return max(depths, key=lambda depth: depth.rank, default=None)


def _in_order(
    programme: Programme, timetable: Timetable
) -> Iterator[tuple[Module, Session, Placement | None]]:
    """Every session in the order of teaching, which the timetable keeps."""
    placements = iter(timetable.placements)
    upcoming = next(placements, None)
    for module, session in programme.sessions():
        if upcoming is not None and upcoming.session is session:
            yield module, session, upcoming
            upcoming = next(placements, None)
        else:
            yield module, session, None


def _deepest(links: Iterable[Link]) -> dict[tuple[str, str], Link]:
    """One mark an item: where an item is marked twice, the deeper mark."""
    kept: dict[tuple[str, str], Link] = {}
    for link in links:
        item = (link.framework, link.item)
        if item not in kept or _rank(link) > _rank(kept[item]):
            kept[item] = link
    return kept


def _rank(link: Link) -> int:
    return link.depth.rank if link.depth else 0


def _hand_in(assessment: Assessment) -> date:
    return assessment.hand_in or date.max


def _duty(
    framework: Framework,
    duty: Duty,
    taught: Iterable[tuple[str, str]],
    assessed: Iterable[tuple[str, str]],
) -> DutyCoverage:
    items = {(framework.id, key) for key in duty.ksbs if framework.item(key)}
    return DutyCoverage(
        framework=framework.id,
        duty=duty.key,
        items=len(items),
        taught=len(items.intersection(taught)),
        assessed=len(items.intersection(assessed)),
        both=len(items.intersection(taught).intersection(assessed)),
    )
