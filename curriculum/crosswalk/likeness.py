"""How statements of two frameworks may stand to each other, by their words.

A word weighs more the fewer statements hold it.  Where nearly all of both is shared,
two statements say the same.  Where most of one is shared, the other is the broader if
it speaks of more things beside, and the narrower if it only speaks of that one more
closely.  What shares less overlaps.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from curriculum.model import Relation
from curriculum.suggest.aliases import Alias, speaks_of
from curriculum.suggest.index import rarity
from curriculum.suggest.model import kind_of
from curriculum.suggest.proposals import Shared
from curriculum.suggest.texts import ALIAS_SHARE
from curriculum.suggest.words import spoken, stems
from curriculum.versions.edition import Statement

SAME, MOST = 0.85, 0.65
"""The part of a statement that is nearly all of it, and most of it."""
LEAST_ALIKE = 0.3
ENOUGH, SOMETHING = 0.7, 0.5
"""Of the weight of the rarest word: what is hardly chance, and what says something."""
MOST_WORDS = 6
LONGEST_NAME = 4
"""A skill of so few words is a name, whose words must stand together."""

_LIST = re.compile(
    r"\b(?:such as|including|for example|e\.?g\.?|like)\b|:", re.IGNORECASE
)
_PARTS = re.compile(
    r"[,;:*()/]|\b(?:and|or|such as|including|for example)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two statements share, and what that may mean."""

    one: Statement
    other: Statement
    relation: Relation
    alike: float
    """The weight of what is shared within the statement that has more of it, 0 to 1."""
    words: tuple[Shared, ...]


def likenesses(
    one: Sequence[Statement], other: Sequence[Statement], aliases: Sequence[Alias] = ()
) -> list[Likeness]:
    """Every pair that shares words that tell something, in the order of the one."""
    ours = [_Said.of(statement, aliases) for statement in one]
    theirs = [_Said.of(statement, aliases) for statement in other]
    weight = rarity([said.words for said in (*ours, *theirs)])
    holding: defaultdict[str, set[int]] = defaultdict(set)
    for nth, said in enumerate(theirs):
        for stem in (*said.words, *said.products):
            holding[stem].add(nth)
    found = []
    for said in ours:
        near = set().union(*(holding[s] for s in (*said.words, *said.products)))
        pairs = (_Pair(said, theirs[nth], weight) for nth in sorted(near))
        found += [pair.likeness() for pair in pairs if pair.alike >= LEAST_ALIKE]
    return found


@dataclass(frozen=True)
class _Said:
    """A statement as it is compared."""

    statement: Statement
    order: tuple[str, ...]
    words: dict[str, str]
    """Each stem, with the word as it is written."""
    products: dict[str, str]
    """Stems of what a named product is for, with its name."""

    @classmethod
    def of(cls, statement: Statement, aliases: Sequence[Alias]) -> "_Said":
        held = spoken(statement.wording)
        words = dict(reversed(held))
        products = {
            stem: alias.names[0]
            for alias in speaks_of(statement.wording, aliases)
            for stem in stems(alias.activity)
            if stem not in words
        }
        return cls(statement, tuple(stem for stem, _ in held), words, products)

    @cached_property
    def kind(self) -> str:
        return kind_of(self.statement.key)

    @cached_property
    def is_name(self) -> bool:
        return not self.kind and len(self.words) <= LONGEST_NAME

    @cached_property
    def listed(self) -> frozenset[str]:
        """Stems that stand only among the examples that it gives."""
        head, *rest = _LIST.split(self.statement.wording, maxsplit=1)
        return frozenset(stems(" ".join(rest))).difference(stems(head))

    def together(self, name: "_Said") -> frozenset[str]:
        """The stems of a name that stand nearest together here."""
        reach = len(name.words) + 1
        held = [(n, stem) for n, stem in enumerate(self.order) if stem in name.words]
        windows = (
            frozenset(s for at, s in held if start <= at < start + reach)
            for start, _ in held
        )
        return max(windows, key=len, default=frozenset())


class _Pair:
    """Two statements beside each other."""

    def __init__(self, one: _Said, other: _Said, weight: Mapping[str, float]) -> None:
        self.one, self.other, self.weight = one, other, weight
        self.rarest = max(weight.values())
        self.shared = _shared(one, other)
        self.of_one = self._part(one, other)
        self.of_other = self._part(other, one)
        met = (one.products.keys() & other.words.keys()) | (
            other.products.keys() & one.words.keys()
        )
        enough = self._sum(self.shared | met) / (ENOUGH * self.rarest)
        self.alike = max(self.of_one, self.of_other) * min(1.0, max(enough, 0.5))
        if self.relation is Relation.SAME:
            self.alike = (self.of_one + self.of_other) / 2

    def likeness(self) -> Likeness:
        return Likeness(
            self.one.statement,
            self.other.statement,
            self.relation,
            min(1.0, self.alike),
            self._words(),
        )

    @property
    def relation(self) -> Relation:
        """What the shared parts say; knowing a thing and doing it are not the same."""
        kinds = {self.one.kind, self.other.kind} - {""}
        if min(self.of_one, self.of_other) >= SAME and len(kinds) <= 1:
            return Relation.SAME
        if self.of_other >= MOST and self.of_other >= self.of_one:
            return self._wider(self.one, self.other)
        if self.of_one >= MOST:
            return self._wider(self.other, self.one).turned
        return Relation.OVERLAPPING

    def _wider(self, longer: _Said, within: _Said) -> Relation:
        """Whether the longer speaks of more things, or of the one more closely."""
        if within.is_name:
            wider = bool(self.shared & longer.listed)
        else:
            wider = any(
                not part & within.words.keys()
                and self._sum(part) >= SOMETHING * self.rarest
                for part in map(set, map(stems, _PARTS.split(longer.statement.wording)))
            )
        return Relation.BROADER if wider else Relation.NARROWER

    def _part(self, of: _Said, within: _Said) -> float:
        """The part of a statement that the other holds.

        A product's name may be met by what it is for, which counts half.
        """
        direct = self._sum(self.shared) / (self._sum(of.words) or 1.0)
        met = sum(self.weight.get(s, 0.0) for s in of.products if s in within.words)
        whole = sum(self.weight.get(s, self.rarest) for s in of.products) or 1.0
        return max(direct, ALIAS_SHARE * met / whole)

    def _sum(self, stems_of: Iterable[str]) -> float:
        return sum(self.weight.get(stem, 0.0) for stem in stems_of)

    def _words(self) -> tuple[Shared, ...]:
        ours, theirs = self.one, self.other
        found = {s: Shared(ours.words[s], theirs.words[s]) for s in self.shared}
        for said, facing in ((ours, theirs), (theirs, ours)):
            for stem, product in said.products.items():
                if stem in facing.words:
                    found.setdefault(stem, Shared(facing.words[stem], "", product))
        order = sorted(found, key=lambda stem: (-self.weight.get(stem, 0.0), stem))
        return tuple(found[stem] for stem in order[:MOST_WORDS])


def _shared(one: _Said, other: _Said) -> frozenset[str]:
    """The stems of both; of a name, those that stand together in the other."""
    if one.is_name:
        return other.together(one)
    if other.is_name:
        return one.together(other)
    return frozenset(one.words.keys() & other.words.keys())
