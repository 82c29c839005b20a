"""How near statements are to texts: the numbers that the model weighs.

A framework is indexed once; texts are then compared as a set, since a word that
stands in every text of the set tells little about any of them.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import mul
from typing import NamedTuple

from curriculum.suggest.words import stems

K1, B = 1.2, 0.75
"""The usual constants of BM25."""

ROUNDING = 1e-9
"""A deviation so small is the rounding of equal numbers."""
Row = list[float]
Weights = Mapping[str, float]
"""The stems of a text, each with the weight of the field that it stands in."""


class Nearness(NamedTuple):
    """For one text, a number for each statement."""

    words: Row
    """BM25 of the shared words, by how special they are on both sides; 0 is none."""
    support: Row
    """How near the statements are that speak of the same things."""


class Bm25:
    """BM25 over documents of stems, with their own inverse document frequencies."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self.rarity = rarity(documents)
        self._count = len(documents)
        average = sum(map(len, documents)) / max(1, len(documents)) or 1.0
        self._postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for nth, document in enumerate(documents):
            longer = K1 * (1 - B + B * len(document) / average)
            for stem, times in Counter(document).items():
                part = self.rarity[stem] * times * (K1 + 1) / (times + longer)
                self._postings[stem].append((nth, part))

    def scores(self, text: Weights) -> Row:
        """The score of each document."""
        row = [0.0] * self._count
        for stem, weight in text.items():
            for nth, part in self._postings.get(stem, ()):
                row[nth] += weight * part
        return row


class Index:
    """The statements of one framework, ready to be compared with texts."""

    def __init__(self, statements: Sequence[str]) -> None:
        self.documents = [stems(statement) for statement in statements]
        self.length = standardised([math.log(1 + len(d)) for d in self.documents])
        self._whole = Bm25(self.documents)
        place = {stem: nth for nth, stem in enumerate(self._whole.rarity)}
        self._stems = len(place)
        self._units = [
            ([place[stem] for stem in unit], list(unit.values()))
            for unit in _units(self.documents)
        ]

    @property
    def rarity(self) -> Weights:
        """How special a stem is within the framework."""
        return self._whole.rarity

    def compare(self, texts: Sequence[Weights]) -> list[Nearness]:
        """The nearness of every statement to each of a set of texts."""
        special = _special(texts)
        return [self._compare(text, special) for text in texts]

    def _compare(self, text: Weights, special: Weights) -> Nearness:
        weighed = {stem: weight * special[stem] for stem, weight in text.items()}
        words = self._whole.scores(weighed)
        return Nearness(words, self._support(standardised(words)))

    def _support(self, row: Row) -> Row:
        """The scores of the other statements, by the cosine of their words.

        The sum over all pairs of statements is taken over the stems that join them.
        """
        joined = [0.0] * self._stems
        for score, (places, parts) in zip(row, self._units, strict=True):
            for place, part in zip(places, parts, strict=True):
                joined[place] += score * part
        return [
            sum(map(mul, parts, [joined[n] for n in places]))
            - (score if parts else 0.0)
            for score, (places, parts) in zip(row, self._units, strict=True)
        ]


def rarity(documents: Sequence[Iterable[str]]) -> dict[str, float]:
    """The inverse document frequency of each stem."""
    count = len(documents)
    having = Counter(stem for document in documents for stem in set(document))
    return {s: math.log(1 + (count - n + 0.5) / (n + 0.5)) for s, n in having.items()}


def standardised(row: Row) -> Row:
    """A row with mean 0 and deviation 1; of equal numbers, zeros."""
    if not row:
        return []
    mean = sum(row) / len(row)
    deviation = math.sqrt(sum((x - mean) ** 2 for x in row) / len(row))
    if deviation <= ROUNDING * max(1.0, abs(mean)):
        return [0.0] * len(row)
    return [(x - mean) / deviation for x in row]


def _special(texts: Sequence[Weights]) -> dict[str, float]:
    """How special each stem is within the set of texts: 1 for the most special."""
    found = rarity(texts)
    most = max(found.values(), default=1.0)
    return {stem: value / most for stem, value in found.items()}


def _units(documents: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """TF-IDF vectors of length 1."""
    having = Counter(stem for document in documents for stem in set(document))
    units = []
    for document in documents:
        vector = {
            stem: (1 + math.log(times)) * math.log(1 + len(documents) / having[stem])
            for stem, times in Counter(document).items()
        }
        length = math.sqrt(sum(x * x for x in vector.values())) or 1.0
        units.append({stem: x / length for stem, x in vector.items()})
    return units
