"""The texts of a programme that may speak of an item: sessions, modules, assessments.

A session's topic says more of what it is about than its list of resources; each field
has its weight, and a word counts by the weightiest field that it stands in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from curriculum.model import PLACEHOLDER, Assessment, Module, Programme, Session
from curriculum.suggest.aliases import Alias, speaks_of
from curriculum.suggest.words import spoken, stems

ALIAS_SHARE = 0.5
"""What a product's activity counts for, beside what the text itself says."""

SESSION_FIELDS = {
    "tutor": 0.5,
    "learners": 0.5,
    "check": 0.4,
    "workplace": 0.3,
    "homework": 0.3,
    "stretch": 0.3,
    "support": 0.2,
}
TOPIC, OBJECTIVES, OUTCOMES, RESOURCES, THEMES = 1.0, 0.8, 0.6, 0.2, 0.2


class PlaceKind(StrEnum):
    """Where a mark can stand."""

    SESSION = "session"
    MODULE = "module"
    ASSESSMENT = "assessment"


@dataclass(frozen=True)
class Place:
    """A session, module or assessment with its text, field by field."""

    kind: PlaceKind
    key: str
    title: str
    fields: tuple[tuple[float, str], ...]
    marked: frozenset[tuple[str, str]]
    """Framework and key of what is marked here already."""
    aliases: tuple[Alias, ...] = ()

    @property
    def text(self) -> str:
        """All of it, for a fingerprint."""
        return "\n".join(text for _, text in self.fields)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """For each stem, the word as it is written in the weightiest field."""
        found: dict[str, str] = {}
        for _, text in self._heaviest_first:
            for stem, word in spoken(text):
                found.setdefault(stem, word)
        return found

    @cached_property
    def by_field(self) -> tuple[frozenset[str], ...]:
        """The stems of each field apart."""
        return tuple(frozenset(stems(text)) for _, text in self.fields)

    @cached_property
    def products(self) -> Mapping[str, str]:
        """For each stem of an activity that a named product stands for, its name."""
        found: dict[str, str] = {}
        for _, alias in self._named:
            for stem in stems(alias.activity):
                if stem not in self.words:
                    found.setdefault(stem, alias.names[0])
        return found

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Each stem with its weight."""
        found: dict[str, float] = {}
        for weight, text in self._heaviest_first:
            for stem in stems(text):
                found.setdefault(stem, weight)
        for weight, alias in self._named:
            for stem in stems(alias.activity):
                found.setdefault(stem, weight * ALIAS_SHARE)
        return found

    @cached_property
    def _named(self) -> list[tuple[float, Alias]]:
        """The aliases whose names stand here, each with its field's weight."""
        if not speaks_of(self.text, self.aliases):
            return []
        return [
            (weight, alias)
            for weight, text in self._heaviest_first
            for alias in speaks_of(text, self.aliases)
        ]

    @cached_property
    def _heaviest_first(self) -> list[tuple[float, str]]:
        return sorted(self.fields, key=lambda field: -field[0])


def places(programme: Programme, aliases: tuple[Alias, ...] = ()) -> list[Place]:
    """Every text of a programme: sessions, assessments, modules without sessions."""
    found = [
        _session(module, session, aliases) for module, session in programme.sessions()
    ]
    found += [
        _assessment(programme, assessment, aliases)
        for assessment in programme.assessments
    ]
    found += [_module(m, aliases) for m in programme.modules if not m.sessions]
    return [place for place in found if place.weights]


def _session(module: Module, session: Session, aliases: tuple[Alias, ...]) -> Place:
    served = (o.text for o in module.outcomes if o.key in session.outcomes)
    fields = [
        (TOPIC, session.topic),
        *_each(OBJECTIVES, session.objectives),
        *_each(OUTCOMES, served),
        *((weight, getattr(session, name)) for name, weight in SESSION_FIELDS.items()),
        *_each(RESOURCES, session.resources),
        *_each(THEMES, (theme.text for theme in session.embedding)),
    ]
    marked = frozenset((link.framework, link.item) for link in session.teaches)
    return Place(
        PlaceKind.SESSION,
        session.key,
        session.topic,
        _written(fields),
        marked,
        aliases,
    )


def _assessment(
    programme: Programme, assessment: Assessment, aliases: tuple[Alias, ...]
) -> Place:
    fields = [
        (1.0, assessment.title),
        (0.8, assessment.brief),
        (0.8, assessment.evidence),
        *_each(OUTCOMES, _tested(programme, assessment)),
        (0.5, assessment.method),
    ]
    marked = frozenset((link.framework, link.item) for link in assessment.assesses)
    return Place(
        PlaceKind.ASSESSMENT,
        assessment.key,
        assessment.title,
        _written(fields),
        marked,
        aliases,
    )


def _module(module: Module, aliases: tuple[Alias, ...]) -> Place:
    fields = [
        (1.0, module.title),
        *_each(0.8, (outcome.text for outcome in module.outcomes)),
        (0.5, module.summary),
    ]
    marked = frozenset((claim.framework, claim.item) for claim in module.intends)
    return Place(
        PlaceKind.MODULE, module.key, module.title, _written(fields), marked, aliases
    )


def _tested(programme: Programme, assessment: Assessment) -> Iterator[str]:
    """The texts of the module outcomes that an assessment names."""
    for module in programme.modules:
        for outcome in module.outcomes:
            names = {f"{module.key}.{outcome.key}"}
            if module.key == assessment.module:
                names.add(outcome.key)
            if names.intersection(assessment.outcomes):
                yield outcome.text


def _each(weight: float, texts: Iterable[str]) -> Iterator[tuple[float, str]]:
    return ((weight, text) for text in texts)


def _written(fields: Iterable[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    """The fields that somebody wrote."""
    return tuple(
        (weight, text)
        for weight, text in fields
        if text.strip() and not text.startswith(PLACEHOLDER)
    )
