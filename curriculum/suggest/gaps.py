"""For what nothing covers: the nearest places, and what they would have to add.

And the reverse: marks that no word of the text supports.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from curriculum.coverage import Coverage
from curriculum.model import Framework, Item, Link, Programme
from curriculum.suggest.aliases import Alias, speaks_of
from curriculum.suggest.proposals import MOST_WORDS, Compared, Proposal
from curriculum.suggest.texts import Place, PlaceKind
from curriculum.suggest.words import spoken, stems

NEAREST = 3
LEAST_OF_AN_ACTIVITY = 2
"""A place is near to a product if it has so many words of what the product is for."""


@dataclass(frozen=True, slots=True)
class Near:
    """One place near to a gap."""

    proposal: Proposal
    add: tuple[str, ...]
    """Words of the item that the text does not have, the most telling first."""
    activity: str = ""
    """What the item, a product, stands for, if only that is spoken of."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An item that no session teaches, or no assessment assesses."""

    framework: str
    item: Item
    kind: PlaceKind
    nearest: tuple[Near, ...]
    """Empty where nothing speaks of it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A mark whose place shares no word with the item."""

    place: Place
    link: Link
    item: Item


def gaps(
    programme: Programme, coverage: Coverage, some: Iterable[Compared]
) -> list[Gap]:
    """Every gap of a programme with the places nearest to it."""
    found = []
    for one in some:
        kind = one.places[0].kind
        for nth, item in enumerate(one.items):
            if kind in _missing(programme, coverage, one.framework, item):
                nearest = _nearest(one, nth) or _of_activity(one, nth)
                found.append(Gap(one.framework.id, item, kind, tuple(nearest)))
    return found


def doubts(programme: Programme, places: Iterable[Place]) -> list[Doubt]:
    """The marks that no word of their place supports; none of them is an error."""
    by_key = {(p.kind, p.key): p for p in places}
    found = []
    for kind, key, links in _marks(programme):
        place = by_key.get((kind, key))
        for link in links:
            framework = programme.framework(link.framework)
            item = framework.item(link.item) if framework else None
            if place and item and place.weights.keys().isdisjoint(stems(item.wording)):
                found.append(Doubt(place, link, item))
    return found


def _marks(
    programme: Programme,
) -> Iterator[tuple[PlaceKind, str, tuple[Link, ...]]]:
    for _, session in programme.sessions():
        yield PlaceKind.SESSION, session.key, session.teaches
    for assessment in programme.assessments:
        yield PlaceKind.ASSESSMENT, assessment.key, assessment.assesses


def _missing(
    programme: Programme, coverage: Coverage, framework: Framework, item: Item
) -> Iterator[PlaceKind]:
    """Which kinds of place the item is missing from, as its policy asks."""
    policy = framework.policy
    wanted = policy.advisory or policy.asks_teaching(item)
    if wanted and not coverage.teaching(framework.id, item.key):
        yield PlaceKind.SESSION
        claimed = (c for m in programme.modules for c in m.intends)
        if (framework.id, item.key) not in {(c.framework, c.item) for c in claimed}:
            yield PlaceKind.MODULE
    if policy.asks_assessment(item) and not coverage.assessing(framework.id, item.key):
        yield PlaceKind.ASSESSMENT


def _nearest(one: Compared, nth: int) -> list[Near]:
    """The places that speak of an item, nearest first."""
    speaking = [t for t in range(len(one.places)) if one.speaks(t, nth)]
    speaking.sort(key=lambda t: -one.figures[t][nth])
    return [_near(one, t, nth, rank) for rank, t in enumerate(speaking[:NEAREST], 1)]


def _near(one: Compared, text: int, nth: int, rank: int, activity: str = "") -> Near:
    proposal = one.proposal(text, nth, rank)
    words = proposal.place.words
    absent = {s: word for s, word in spoken(proposal.item.wording) if s not in words}
    order = sorted(absent, key=lambda stem: -one.index.rarity[stem])
    return Near(proposal, tuple(absent[s] for s in order[:MOST_WORDS]), activity)


def _of_activity(one: Compared, nth: int) -> list[Near]:
    """For a product that no text names: the places that do what it is for."""
    wording = one.items[nth].wording
    named = speaks_of(wording, one.places[0].aliases)
    found = [
        (sum(place.weights[stem] for stem in have), text, alias)
        for text, place in enumerate(one.places)
        for alias in named
        if len(have := _of(alias) & place.words.keys()) >= LEAST_OF_AN_ACTIVITY
    ]
    found.sort(key=lambda near: -near[0])
    return [
        _near(one, text, nth, rank, alias.activity)
        for rank, (_, text, alias) in enumerate(found[:NEAREST], start=1)
    ]


def _of(alias: Alias) -> set[str]:
    return set(stems(alias.activity))
