"""An apprenticeship unit out of a programme, and what its holder may skip."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from curriculum.crosswalk.covers import cheapest
from curriculum.crosswalk.overlap import Carried, Held, overlap
from curriculum.crosswalk.sides import Framed
from curriculum.errors import SourceError
from curriculum.facts import Facts
from curriculum.model import Depth, Module, Programme, Session, SessionKind

LEAST, MOST = 30.0, 140.0
"""Hours of an apprenticeship unit (Apprenticeship unit funding rules, April 2026)."""
AUTHORITY = "Apprenticeship unit funding rules, April 2026: 30 to 140 hours"
_NEEDED_BY_ALL = {SessionKind.INDUCTION, SessionKind.REVIEW, SessionKind.ASSESSMENT}
Mark = tuple[str, str]
"""Framework and key of a statement."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The statements of the programme that a unit is to teach."""

    title: str
    marks: frozenset[Mark]
    statements: tuple[Carried, ...] = ()
    """Of a published unit: each of its statements, and what carries it."""

    @property
    def missing(self) -> tuple[Carried, ...]:
        """Statements of the unit of which the programme confirms nothing."""
        return tuple(c for c in self.statements if not c.held.is_fact)

    @property
    def in_part(self) -> tuple[Carried, ...]:
        """Statements of the unit that the programme carries in part."""
        return tuple(c for c in self.statements if c.held is Held.PART)


@dataclass(frozen=True, slots=True)
class Part:
    """One session beside the statements of a unit."""

    module: Module
    session: Session
    within: tuple[Mark, ...]
    """Its marks that belong to the unit."""
    beside: tuple[Mark, ...]
    """Its other marks, of frameworks that do more than advise."""

    @property
    def share(self) -> float:
        """How much of what it teaches belongs to the unit."""
        return len(self.within) / (len(self.within) + len(self.beside))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it can be made of a programme."""

    chosen: Chosen
    parts: tuple[Part, ...]
    """Its sessions, in order of teaching."""
    left_out: tuple[Part, ...]
    """Sessions that teach of it too, and would make it too long."""
    untaught: tuple[Mark, ...]
    """Chosen statements that no session teaches."""
    fillers: tuple[Part, ...]
    """Sessions of the same modules that would make it long enough."""
    proved: bool
    """Whether the shortest sessions that teach everything were found for certain."""
    least: float
    most: float

    @property
    def hours(self) -> float:
        """Its length."""
        return _hours(self.parts)

    @property
    def fits(self) -> bool:
        """Whether its length is that of a unit, and everything is taught."""
        return self.least <= self.hours <= self.most and not self.untaught


@dataclass(frozen=True, slots=True)
class Skipped:
    """What somebody who holds the unit may skip in the whole programme."""

    whole: tuple[Part, ...]
    """Sessions that teach nothing else."""
    partly: tuple[Part, ...]
    """Sessions that teach something else too."""

    @property
    def hours(self) -> float:
        """Hours of the sessions that may be skipped whole."""
        return _hours(self.whole)

    @property
    def hours_partly(self) -> float:
        """The unit's share of the other sessions, by marks."""
        return sum(part.session.hours * part.share for part in self.partly)


def of_items(programme: Programme, keys: Iterable[str], framework: str = "") -> Chosen:
    """A unit of chosen statements.

    Raises SourceError when a framework or a statement is not there.
    """
    held = programme.framework(framework) if framework else programme.standard
    if held is None:
        known = ", ".join(f.id for f in programme.frameworks) or "none"
        raise SourceError(f"there is no framework {framework}; there are: {known}")
    by_key = {key.casefold(): key for key in held.by_key}
    wanted = list(keys)
    unknown = [key for key in wanted if key.casefold() not in by_key]
    if unknown:
        raise SourceError(f"{held.label} has no {', '.join(unknown)}")
    marks = frozenset((held.id, by_key[key.casefold()]) for key in wanted)
    plural = "" if len(marks) == 1 else "s"
    return Chosen(f"{len(marks)} statement{plural} of {held.label}", marks)


def of_framework(facts: Facts, target: Framed, *, proposals: bool = False) -> Chosen:
    """A published unit: whatever of the programme is confirmed to carry it.

    With ``proposals``, also what is only proposed.
    """
    held = overlap(facts, target)
    usable = (c for c in held.statements if c.held.is_fact or proposals)
    marks = frozenset(mark for carried in usable for mark in carried.by)
    return Chosen(target.told, marks, held.statements)


def unit(
    facts: Facts, chosen: Chosen, least: float = LEAST, most: float = MOST
) -> Unit:
    """The sessions that make a unit of the statements, within its hours.

    All that teach of it, if that is not too long; otherwise the shortest that teach
    each statement, and then as many of the others as fit, nearest to the unit first.
    """
    parts = list(_parts(facts.programme, chosen.marks))
    taught = {mark for part in parts for mark in part.within}
    kept, proved = parts, True
    if _hours(parts) > most:
        kept, proved = _fitting(parts, most)
    left = tuple(part for part in parts if part not in kept)
    fillers = tuple(_fillers(facts.programme, kept, least)) if not left else ()
    return Unit(
        chosen,
        tuple(kept),
        left,
        tuple(sorted(chosen.marks - taught)),
        fillers,
        proved,
        least,
        most,
    )


def skipped(facts: Facts, chosen: Chosen) -> Skipped:
    """What a holder of the unit may skip; induction, reviews and assessment stay."""
    parts = [
        part
        for part in _parts(facts.programme, chosen.marks)
        if part.session.kind not in _NEEDED_BY_ALL
    ]
    whole = tuple(part for part in parts if not part.beside)
    return Skipped(whole, tuple(part for part in parts if part.beside))


def _parts(programme: Programme, marks: frozenset[Mark]) -> Iterator[Part]:
    """The sessions that teach something of the unit."""
    for module, session in programme.sessions():
        part = _part(programme, module, session, marks)
        if part.within:
            yield part


def _part(
    programme: Programme, module: Module, session: Session, marks: frozenset[Mark]
) -> Part:
    judged = {f.id for f in programme.frameworks if not f.policy.advisory}
    own = dict.fromkeys((link.framework, link.item) for link in session.teaches)
    within = tuple(mark for mark in own if mark in marks)
    beside = tuple(m for m in own if m not in marks and m[0] in judged)
    return Part(module, session, within, beside)


def _fitting(parts: Sequence[Part], most: float) -> tuple[list[Part], bool]:
    """The shortest sessions that teach all, and more of them up to the limit."""
    sets = {n: frozenset(part.within) for n, part in enumerate(parts)}
    cost = {n: (part.session.hours, 1.0) for n, part in enumerate(parts)}
    cover = cheapest(sets, cost)
    chosen, hours = set(cover.chosen), cover.cost[0]
    by_nearness = sorted(
        set(sets) - chosen,
        key=lambda n: (-parts[n].share, -_depth(parts[n]), n),
    )
    for nth in by_nearness:
        if hours + parts[nth].session.hours <= most:
            chosen.add(nth)
            hours += parts[nth].session.hours
    return [parts[n] for n in sorted(chosen)], cover.proved


def _depth(part: Part) -> int:
    """How far it takes the statements of the unit, summed."""
    depths = {(m.framework, m.item): m.depth for m in part.session.teaches}
    return sum((depths[mark] or Depth.TAUGHT).rank for mark in part.within)


def _fillers(
    programme: Programme, kept: Sequence[Part], least: float
) -> Iterator[Part]:
    """Other sessions of the unit's modules, until it would be long enough."""
    hours, there = _hours(kept), {part.session.key for part in kept}
    modules = Counter(part.module.key for part in kept)
    nearest = sorted(programme.sessions(), key=lambda held: -modules[held[0].key])
    for module, session in nearest:
        if hours >= least:
            return
        if module.key in modules and session.key not in there:
            hours += session.hours
            yield _part(programme, module, session, frozenset())


def _hours(parts: Iterable[Part]) -> float:
    return sum(part.session.hours for part in parts)
