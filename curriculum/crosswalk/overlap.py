"""What a programme already covers of other standards, and what each still needs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from curriculum.crosswalk.covers import Cover, cheapest
from curriculum.crosswalk.estimate import Estimate
from curriculum.crosswalk.proposing import SURE
from curriculum.crosswalk.sides import Framed, is_same, of_framework
from curriculum.crosswalk.table import Row, State, table
from curriculum.facts import Facts
from curriculum.model import Programme, Relation
from curriculum.versions.edition import Statement


class Held(StrEnum):
    """How a programme holds a statement, the best first."""

    TAUGHT = "taught"
    """It is a statement of the programme's own framework."""
    WHOLE = "confirmed, whole"
    PART = "confirmed, in part"
    MAYBE_WHOLE = "proposed, whole"
    MAYBE_PART = "proposed, in part"
    NOT = "not carried"

    @property
    def is_fact(self) -> bool:
        """Whether a person confirmed it."""
        return self in {Held.TAUGHT, Held.WHOLE, Held.PART}

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the statement is left out."""
        return self in {Held.TAUGHT, Held.WHOLE, Held.MAYBE_WHOLE}


_ORDER = list(Held)
NEVER = 2.0
"""More than any proposal reaches."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One statement of the other standard, and what of the programme carries it."""

    statement: Statement
    held: Held
    by: tuple[tuple[str, str], ...] = ()
    """Framework and key of the programme's own statements."""
    modules: tuple[str, ...] = ()
    """Any of these modules carries it."""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlap:
    """One other standard beside the programme."""

    target: Framed
    statements: tuple[Carried, ...]

    def of(self, *held: Held) -> tuple[Carried, ...]:
        """The statements that are held so."""
        return tuple(c for c in self.statements if c.held in held)

    @property
    def facts(self) -> tuple[Carried, ...]:
        """What is carried as a fact."""
        return tuple(c for c in self.statements if c.held.is_fact)

    @property
    def proposals(self) -> tuple[Carried, ...]:
        """What is carried if somebody confirms it."""
        maybe = (Held.MAYBE_WHOLE, Held.MAYBE_PART)
        return self.of(*maybe)


@dataclass(frozen=True, slots=True)
class Infill:
    """What one standard still needs beside the programme."""

    new: tuple[Statement, ...]
    in_part: tuple[Statement, ...]
    hours: float


@dataclass(frozen=True, slots=True)
class Plan:
    """One programme for several standards."""

    programme: Programme
    overlaps: tuple[Overlap, ...]
    estimate: Estimate

    def smallest(
        self, overlaps: Sequence[Overlap], *, proposals: bool = False
    ) -> Cover[str]:
        """The fewest modules that carry all that is carried, of those the shortest."""
        holding: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for overlap in overlaps:
            some = overlap.facts + (overlap.proposals if proposals else ())
            for carried in some:
                for module in carried.modules:
                    element = (overlap.target.label, carried.statement.key)
                    holding[module].add(element)
        hours = {m.key: m.session_hours for m in self.programme.modules}
        sets = {key: frozenset(holding[key]) for key in hours if holding.get(key)}
        return cheapest(sets, {key: (1.0, hours[key]) for key in sets})

    def infill(self, overlap: Overlap, *, proposals: bool = False) -> Infill:
        """What is still to be taught; with proposals, as if all were confirmed."""
        new, part = [], []
        for carried in overlap.statements:
            counts = carried.held.is_fact or proposals
            if carried.held is Held.NOT or not counts:
                new.append(carried.statement)
            elif not carried.held.is_whole:
                part.append(carried.statement)
        return Infill(tuple(new), tuple(part), self.estimate.infill(new, part))


def plan(facts: Facts, targets: Iterable[Framed], at_least: float = SURE) -> Plan:
    """A programme beside other standards."""
    overlaps = tuple(overlap(facts, target, at_least) for target in targets)
    return Plan(facts.programme, overlaps, Estimate.of(facts))


def overlap(facts: Facts, target: Framed, at_least: float = SURE) -> Overlap:
    """One standard: each of its statements, and how the programme holds it."""
    best: dict[str, list[tuple[Held, Carried]]] = defaultdict(list)
    for key, found in _found(facts, target, at_least):
        best[key].append((found.held, found))
    return Overlap(
        target,
        tuple(_together(s, best.get(s.key, ())) for s in target.edition.items),
    )


def _found(
    facts: Facts, target: Framed, at_least: float
) -> Iterator[tuple[str, Carried]]:
    """Everything of the programme that carries something, statement by statement."""
    statements = {s.key: s for s in target.edition.items}
    for framework in facts.programme.frameworks:
        own = of_framework(framework)
        if is_same(own, target):
            for key, statement in statements.items():
                modules = facts.coverage.modules(framework.id, key)
                if modules:
                    by = ((framework.id, key),)
                    yield key, Carried(statement, Held.TAUGHT, by, modules)
            continue
        # A list of skills only advises: what its names share with a sentence is
        # no proposal that the sentence is taught.
        least = NEVER if framework.policy.advisory else at_least
        held = table(own, target, facts.programme.crosswalks, least)
        for row in held.rows:
            modules = facts.coverage.modules(framework.id, row.one.key)
            said = row.state in _STATES and row.relation is not Relation.NONE
            if modules and said:
                by = ((framework.id, row.one.key),)
                found = Carried(row.other, _held(row), by, modules, row.words)
                yield row.other.key, found


_STATES: Mapping[State, tuple[Held, Held]] = {
    State.CONFIRMED: (Held.WHOLE, Held.PART),
    State.AGAIN: (Held.MAYBE_WHOLE, Held.MAYBE_PART),
    State.PROPOSED: (Held.MAYBE_WHOLE, Held.MAYBE_PART),
}


def _held(row: Row) -> Held:
    whole, part = _STATES[row.state]
    return whole if row.relation.holds else part


def _together(statement: Statement, found: Iterable[tuple[Held, Carried]]) -> Carried:
    """All that holds a statement as well as the best does."""
    some = list(found)
    if not some:
        return Carried(statement, Held.NOT)
    held = min((h for h, _ in some), key=_ORDER.index)
    alike = [carried for h, carried in some if h is held]
    return Carried(
        statement,
        held,
        tuple(dict.fromkeys(by for c in alike for by in c.by)),
        tuple(dict.fromkeys(m for c in alike for m in c.modules)),
        tuple(dict.fromkeys(w for c in alike for w in c.words)),
    )
