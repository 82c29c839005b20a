"""Small notions of the field that rules share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from curriculum.coverage import Teaching
from curriculum.facts import Facts
from curriculum.model import (
    Assessment,
    DatedFigure,
    Framework,
    Item,
    Link,
    Module,
    Programme,
    Purpose,
    SessionKind,
    SourceRef,
)
from curriculum.timetable import Placement

WITHOUT_NEW_CONTENT = frozenset(
    {SessionKind.REVIEW, SessionKind.CATCH_UP, SessionKind.ASSESSMENT}
)
"""Sessions that go back over what was taught."""


@dataclass(frozen=True, slots=True)
class About:
    """A subject whose key means little by itself: outcome LO1 becomes M2.LO1."""

    key: str
    source: SourceRef


def binding(programme: Programme) -> tuple[Framework, ...]:
    """The frameworks that a programme must satisfy: all but advisory ones."""
    return tuple(f for f in programme.frameworks if not f.policy.advisory)


def distinct(framework: Framework) -> Iterator[Item]:
    """A framework's items in order; of two that share a key, the first."""
    first = framework.by_key
    return (item for item in framework.items if first[item.key] is item)


def binding_items(programme: Programme) -> Iterator[tuple[Framework, Item, str]]:
    """Their items, each with its name; the framework is named if there are several."""
    frameworks = binding(programme)
    for framework in frameworks:
        of = f" of {framework.id}" if len(frameworks) > 1 else ""
        for item in distinct(framework):
            yield framework, item, f"{item.key}{of}"


@dataclass(frozen=True, slots=True)
class TaughtItem:
    """An item that must be taught and is, with the sessions that do."""

    framework: Framework
    item: Item
    name: str
    teaching: tuple[Teaching, ...]

    @property
    def placed(self) -> list[Placement]:
        """Those of its sessions that have a date, in order."""
        return [t.placement for t in self.teaching if t.placement]


def taught_items(facts: Facts) -> tuple[TaughtItem, ...]:
    """What must be taught and is, in the order of the frameworks."""
    return facts.once(_taught_items)


def _taught_items(facts: Facts) -> tuple[TaughtItem, ...]:
    return tuple(
        TaughtItem(framework, item, name, teaching)
        for framework, item, name in binding_items(facts.programme)
        if framework.policy.asks_teaching(item)
        and (teaching := facts.coverage.teaching(framework.id, item.key))
    )


def binding_marks(facts: Facts, links: Iterable[Link]) -> set[tuple[str, str]]:
    """The different items of binding frameworks among some marks."""
    known = facts.once(_known)
    return {mark for link in links if (mark := (link.framework, link.item)) in known}


def module_marks(facts: Facts) -> dict[str, frozenset[tuple[str, str]]]:
    """What each module's sessions teach of binding frameworks, by its key."""
    return facts.once(_module_marks)


def _module_marks(facts: Facts) -> dict[str, frozenset[tuple[str, str]]]:
    marks = session_marks(facts)
    return {
        module.key: frozenset().union(*(marks[s.key] for s in module.sessions))
        for module in facts.programme.modules
    }


def session_marks(facts: Facts) -> dict[str, set[tuple[str, str]]]:
    """What each session teaches of binding frameworks, by its key."""
    return facts.once(_session_marks)


def _session_marks(facts: Facts) -> dict[str, set[tuple[str, str]]]:
    return {
        session.key: binding_marks(facts, session.teaches)
        for _, session in facts.programme.sessions()
    }


def _known(facts: Facts) -> frozenset[tuple[str, str]]:
    frameworks = binding(facts.programme)
    return frozenset((f.id, key) for f in frameworks for key in f.by_key)


def item_names(facts: Facts) -> dict[tuple[str, str], str]:
    """The names of the items that a programme must satisfy, by framework and key."""
    return facts.once(_item_names)


def _item_names(facts: Facts) -> dict[tuple[str, str], str]:
    return {(f.id, i.key): name for f, i, name in binding_items(facts.programme)}


def of_purpose(facts: Facts, purpose: Purpose) -> list[Assessment]:
    """The assessments that count, or those that inform."""
    return [a for a in facts.programme.assessments if a.purpose is purpose]


def last_day(programme: Programme) -> date:
    """The gateway, which closes the taught programme, or else its last day."""
    gateway = programme.end_point.gateway if programme.end_point else None
    return gateway or programme.calendar.ends


def outcomes_tested(
    programme: Programme, assessment: Assessment
) -> Iterator[tuple[Module, str]]:
    """The outcomes that an assessment tests, each with its module."""
    for named in assessment.outcomes:
        own, _, key = named.rpartition(".")
        module = programme.module(own or assessment.module)
        if module and any(outcome.key == key for outcome in module.outcomes):
            yield module, key


def assessments_of_outcomes(facts: Facts) -> dict[tuple[str, str], list[Assessment]]:
    """The assessments that test each outcome, by module and outcome key."""
    return facts.once(_assessments_of_outcomes)


def _assessments_of_outcomes(
    facts: Facts,
) -> dict[tuple[str, str], list[Assessment]]:
    tested: dict[tuple[str, str], list[Assessment]] = {}
    for assessment in facts.programme.assessments:
        for module, key in outcomes_tested(facts.programme, assessment):
            tested.setdefault((module.key, key), []).append(assessment)
    return tested


_APPRENTICESHIPS = ("apprenticeship", "foundation-apprenticeship")


def is_apprenticeship(programme: Programme) -> bool:
    """Whether the rules for apprenticeships apply."""
    return _is(programme, *_APPRENTICESHIPS)


def plain(text: str) -> str:
    """A wording without case, white space and closing stop."""
    return " ".join(text.casefold().split()).rstrip(".")


def official_wordings(facts: Facts) -> frozenset[str]:
    """The plain wording of every item, which no author can change."""
    return facts.once(_official_wordings)


def _official_wordings(facts: Facts) -> frozenset[str]:
    return frozenset(
        plain(item.wording) for f in facts.programme.frameworks for item in f.items
    )


def is_training(programme: Programme) -> bool:
    """Whether hours count as off-the-job training: apprenticeships and units."""
    return _is(programme, *_APPRENTICESHIPS, "unit")


def is_t_level(programme: Programme) -> bool:
    """Whether the rules for T Levels apply."""
    return _is(programme, "t-level")


def without_ksb(programme: Programme) -> Iterator[Module]:
    """Modules none of whose sessions teaches an item of a binding framework."""
    frameworks = binding(programme) or programme.frameworks
    known = {(f.id, key) for f in frameworks for key in f.by_key}
    if not known:
        return
    for module in programme.modules:
        links = (link for session in module.sessions for link in session.teaches)
        if not any((link.framework, link.item) in known for link in links):
            yield module


def counts_off_the_job(programme: Programme, module: Module) -> bool:
    """Whether some of a module's hours are counted as off-the-job training."""
    return is_training(programme) and any(
        session.off_the_job for session in module.sessions
    )


def _is(programme: Programme, *kinds: str) -> bool:
    return programme.kind.strip().casefold().replace(" ", "-") in kinds


def assessed_too_early(facts: Facts, purpose: Purpose) -> Iterator[tuple[Link, str]]:
    """Marks of assessments that are handed in before anybody teaches the item."""
    for assessment in facts.programme.assessments:
        day = assessment.hand_in
        if assessment.purpose is not purpose or day is None:
            continue
        for link in assessment.assesses:
            first = _first_taught(facts, link)
            if first is not None and first.starts >= day:
                yield link, _too_early(assessment, link, first)


def _first_taught(facts: Facts, link: Link) -> Placement | None:
    teaching = facts.coverage.teaching(link.framework, link.item)
    return next((t.placement for t in teaching if t.placement), None)


def _too_early(assessment: Assessment, link: Link, first: Placement) -> str:
    return (
        f"{assessment.key} assesses {link.item} on {assessment.hand_in}, "
        f"and it is first taught in {first.key} on {first.starts}"
    )


def published_minimum(framework: Framework, starts: date) -> DatedFigure | None:
    """The minimum of hours that holds for a programme that starts on that day."""
    minimum = framework.minimum_hours
    if minimum is None:
        return None
    too_early = minimum.starts is not None and starts < minimum.starts
    too_late = minimum.ends is not None and starts > minimum.ends
    return None if too_early or too_late else minimum
