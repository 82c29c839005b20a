"""How alike two wordings are, from 0 to 1, by the parts of words that they share.

A wording counts as the set of its words' letter triples, so that a misprint costs
little.  A triple weighs more the fewer statements hold it, and nothing if very many
do: "principles of" does not say which statement this is.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from math import log

_APOSTROPHES = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2212": "-"}
)
_WORD = re.compile(
    r"(?:(?<![\w.])[-+])?\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W_]+)*[+#]*|\d|[£$€%<>≤≥=±]"
)
_SAME_WORDS_IN_ANOTHER_ORDER = 0.99
"""The same words in another order are very nearly, but not quite, the same."""

_COMMON = 0.3
"""What more than this part of the statements hold tells none of them from another."""
_FINE = 1000
"""Weights are whole numbers, so that a sum is the same in whatever order."""
_FEW = 12
"""With so few statements, nothing is common."""

Features = frozenset[str]


def words(text: str) -> tuple[str, ...]:
    """The words of a wording without case and punctuation; C++ and -5 stay whole.

    A wording without any word is one word as it stands.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    return tuple(_WORD.findall(plain.casefold())) or (plain.strip(),)


def features(of: Iterable[str]) -> Features:
    """The letter triples of words, each word with a blank on either side."""
    return frozenset(chain.from_iterable(map(_triples, of)))


@lru_cache(maxsize=20_000)
def _triples(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[start : start + 3] for start in range(len(padded) - 2))


class Side:
    """The wordings of one edition, as what they share with the other's is counted."""

    def __init__(self, wordings: Sequence[tuple[str, ...]]) -> None:
        self.words = wordings
        self.features = [features(wording) for wording in wordings]
        self.sizes: list[int] = []
        """What each wording weighs in all."""

    def weigh(self, weights: dict[str, int]) -> None:
        """Keep of each wording what weighs anything."""
        known = weights.keys()
        self.features = [one & known for one in self.features]
        self.sizes = [sum([weights[t] for t in one]) for one in self.features]

    @cached_property
    def holding(self) -> dict[str, list[int]]:
        """At which statements each triple occurs."""
        holding: defaultdict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self.features):
            for triple in one:
                holding[triple].append(place)
        return holding


class Likeness:
    """How alike the statements of two editions are; each row is worked out once."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self._weights = _weights([*old.features, *new.features])
        for side in (old, new):
            side.weigh(self._weights)
        self._shared: dict[bool, dict[int, list[int]]] = {True: {}, False: {}}

    def weight(self, of: Iterable[str]) -> int:
        """What some triples weigh in all."""
        weights = self._weights
        return sum([weights[triple] for triple in of])

    def score(self, old: int, new: int) -> float:
        """How alike two statements are; 1 only for the same words in one order."""
        if self.old.words[old] == self.new.words[new]:
            return 1.0
        shared = self.weight(self.old.features[old] & self.new.features[new])
        alike = dice(shared, self.old.sizes[old], self.new.sizes[new])
        return min(alike, _SAME_WORDS_IN_ANOTHER_ORDER)

    def row(self, old: int) -> list[float]:
        """How alike an old statement is to each new one."""
        return _alike(self.shared(old, of_old=True), self.old.sizes[old], self.new)

    def column(self, new: int) -> list[float]:
        """How alike a new statement is to each old one."""
        return _alike(self.shared(new, of_old=False), self.new.sizes[new], self.old)

    def shared(self, place: int, *, of_old: bool) -> list[int]:
        """The weight of what a statement shares with each of the other side."""
        known = self._shared[of_old]
        if place not in known:
            sides = (self.old, self.new) if of_old else (self.new, self.old)
            turned = self._shared[not of_old]
            if len(turned) == len(sides[1].words):
                known[place] = [turned[o][place] for o in range(len(turned))]
            else:
                known[place] = self._counted(sides[0].features[place], sides[1])
        return known[place]

    def _counted(self, of: Features, other: Side) -> list[int]:
        shared = [0] * len(other.words)
        weights, holding = self._weights, other.holding
        for triple in of & holding.keys():
            weight = weights[triple]
            for place in holding[triple]:
                shared[place] += weight
        return shared


def _alike(shared: Sequence[int], size: int, other: Side) -> list[float]:
    if not size:
        return [0.0] * len(shared)
    return [2 * s / (size + o) for s, o in zip(shared, other.sizes, strict=True)]


def dice(shared: float, one: float, other: float) -> float:
    """Twice what is shared over the sum of both: 1 if the same, 0 if nothing is."""
    return 2 * shared / (one + other) if one + other else 0.0


def _weights(everything: Sequence[Features]) -> dict[str, int]:
    """What each triple weighs: the rarer, the more; common ones are left out."""
    held: Counter[str] = Counter()
    for one in everything:
        held.update(one)
    total = len(everything)
    most = total if total <= _FEW else total * _COMMON
    return {t: round(_FINE * log(1 + total / n)) for t, n in held.items() if n <= most}
