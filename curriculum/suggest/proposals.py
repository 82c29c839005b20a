"""What a text may cover that is not marked, with the words that say so."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from curriculum.model import Framework, Item, Programme, stamp_of
from curriculum.suggest.aliases import is_name
from curriculum.suggest.encoders import Encoder, blended
from curriculum.suggest.index import Index, Nearness, Row
from curriculum.suggest.model import kind_of, meaning, ranked, shipped
from curriculum.suggest.texts import Place, PlaceKind
from curriculum.suggest.words import spoken, stems

_PARTS = re.compile(r"[()/]")
MOST_WORDS = 5
LEAST_OF_A_NAME = 0.6
"""A skill is a name: a text that has less of it speaks of something else."""
LEAST_WORDS, LONGEST_OF_ONE_WORD = 2, 3
"""One word shared with a whole sentence is chance: responsive, responsibilities."""
ROLES = {
    PlaceKind.SESSION: "teaches",
    PlaceKind.MODULE: "intends",
    PlaceKind.ASSESSMENT: "assesses",
}
"""The table of the programme's files that a mark at such a place stands in."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A word of the item and the word of the text that meets it."""

    item: str
    text: str
    product: str = ""
    """The product that the text names, where the word is what it stands for."""

    def __str__(self) -> str:
        if self.product:
            return f"{self.item} ({self.product})"
        same = self.item.casefold() == self.text.casefold()
        return self.item if same else f"{self.item} ~ {self.text}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item that a place may cover; no fact until a person accepts it."""

    framework: str
    item: Item
    place: Place
    confidence: float
    figure: float
    """The regression's own figure, which orders those of one confidence."""
    rank: int
    """Its place among the items of its kind for this text, marked ones left out."""
    words: tuple[Shared, ...]

    @property
    def key(self) -> str:
        """What it is accepted or rejected by: M03.01:ST0128:K5."""
        return f"{self.place.key}:{self.framework}:{self.item.key}"

    @property
    def stamp(self) -> str:
        """Fingerprint of both texts, so that it is known when either changed."""
        return stamp_of(f"{self.item.text}\n{self.place.text}")

    @property
    def meaning(self) -> str:
        """What its confidence says."""
        return meaning(self.confidence)


@dataclass(frozen=True)
class Compared:
    """One framework's items against one set of places."""

    framework: Framework
    items: tuple[Item, ...]
    places: tuple[Place, ...]
    index: Index
    near: Sequence[Nearness]
    figures: Sequence[Row]

    @classmethod
    def of(
        cls,
        framework: Framework,
        places: Sequence[Place],
        encoder: Encoder | None = None,
    ) -> "Compared":
        """Compare every item with every place."""
        items = tuple(framework.by_key[key] for key in _keys(framework))
        index = Index([item.wording for item in items])
        near = index.compare([place.weights for place in places])
        kinds = [_weighed_as(item.key) for item in items]
        figures = ranked(index, kinds, near)
        if encoder is not None:
            wordings = [item.wording for item in items]
            texts = [place.text for place in places]
            figures = blended(figures, encoder, wordings, texts)
        return cls(framework, items, tuple(places), index, near, figures)

    def proposal(self, text: int, nth: int, rank: int) -> Proposal:
        """One pair, whatever it is worth."""
        place, item = self.places[text], self.items[nth]
        confidence = shipped().confidence(self.figures[text][nth])
        return Proposal(
            self.framework.id,
            item,
            place,
            confidence * self.share(place, item),
            self.figures[text][nth],
            rank,
            self.shared(place, item),
        )

    def unmarked(self, text: int, at_least: float) -> Iterator[Proposal]:
        """The items that the text speaks of and no mark says, best first in a kind."""
        place, row = self.places[text], self.figures[text]
        of_kind: defaultdict[str, int] = defaultdict(int)
        for nth in sorted(range(len(row)), key=lambda n: -row[n]):
            item = self.items[nth]
            marked = (self.framework.id, item.key) in place.marked
            if not marked and self.speaks(text, nth):
                of_kind[item.group] += 1
                if shipped().confidence(row[nth]) >= at_least:
                    yield self.proposal(text, nth, of_kind[item.group])

    def speaks(self, text: int, nth: int) -> bool:
        """Whether the text has words of the item: enough of them, if it is a name."""
        stems_of = set(self.index.documents[nth])
        wanted = LEAST_WORDS if len(stems_of) > LONGEST_OF_ONE_WORD else 1
        if len(stems_of & self.places[text].weights.keys()) < wanted:
            return False
        return self.share(self.places[text], self.items[nth]) >= LEAST_OF_A_NAME

    def share(self, place: Place, item: Item) -> float:
        """How much of a skill's name one field has; 1 for a KSB, which is a sentence.

        Words that stand far apart, project here and manager there, are no name.
        """
        if kind_of(item.key):
            return 1.0
        rarity = self.index.rarity
        best = 0.0
        for name in _names(item, place):
            whole = sum(rarity.get(stem, 0.0) for stem in name)
            for field in place.by_field:
                have = sum(rarity.get(stem, 0.0) for stem in name if stem in field)
                best = max(best, have / whole if whole else 0.0)
        return best

    def shared(self, place: Place, item: Item) -> tuple[Shared, ...]:
        """The words that carry it, the most telling first."""
        found: dict[str, Shared] = {}
        for stem, word in spoken(item.wording):
            if stem in place.words:
                found.setdefault(stem, Shared(word, place.words[stem]))
            elif stem in place.products:
                found.setdefault(stem, Shared(word, "", place.products[stem]))
        telling = self.index.rarity
        order = sorted(found, key=lambda s: -telling[s] * place.weights[s])
        return tuple(found[stem] for stem in order[:MOST_WORDS])


def compared(
    programme: Programme, places: Iterable[Place], encoder: Encoder | None = None
) -> list[Compared]:
    """Every framework against the sessions, the assessments and the modules, apart."""
    sets: defaultdict[PlaceKind, list[Place]] = defaultdict(list)
    for place in places:
        sets[place.kind].append(place)
    return [
        Compared.of(framework, some, encoder)
        for framework in programme.frameworks
        if framework.items
        for some in sets.values()
    ]


def proposals(
    some: Iterable[Compared], at_least: float, only: Container[str] | None = None
) -> list[Proposal]:
    """All that reaches a confidence, the surest first; a place may have none.

    ``only`` names the places that are asked about.
    """
    found = [
        proposal
        for one in some
        for text, place in enumerate(one.places)
        if only is None or place.key in only
        for proposal in one.unmarked(text, at_least)
        if proposal.confidence >= at_least
    ]
    return sorted(found, key=lambda p: (-p.confidence, -p.figure, p.key))


def _names(item: Item, place: Place) -> Iterator[tuple[str, ...]]:
    """The stems of a skill's name, and of a product or abbreviation within it."""
    parts = _PARTS.split(item.wording)
    own = (part for part in parts if is_name(part, place.aliases))
    return filter(None, (stems(name) for name in (item.wording, *own)))


def _weighed_as(key: str) -> str:
    """The kind that the model weighs an item as.

    Standards map behaviours to most of their duties, each a whole part of a job.
    That says nothing of a session, so a behaviour has to be as near as knowledge.
    """
    return kind_of(key).replace("B", "K")


def _keys(framework: Framework) -> list[str]:
    """Its keys in the order of the document, each once."""
    return list(dict.fromkeys(item.key for item in framework.items))
