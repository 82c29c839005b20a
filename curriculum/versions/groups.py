"""Statements that were split in several, or several that were merged into one.

Both are one search: a *whole* on one side, and *pieces* on the other that stand
almost entirely in it and together make it up better than any of them alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from curriculum.versions.likeness import Features, Likeness, dice

INSIDE = 0.6
"""So much of a piece must stand in the whole for it to be thought of as a piece."""
SHARE = 0.04
"""So much of the whole a piece must make up."""
GAIN = 0.1
"""So much better than the best piece alone the pieces together must be."""
ENOUGH = 0.72
"""So alike the pieces together must be to the whole."""
_PIECES_TRIED = 6
_SEEDS = 2
"""The largest piece is nearly always one of the pieces, or else the second is."""

CERTAIN = 0.86
CERTAIN_INSIDE = 0.8
RIVAL_SHARE = 0.1
"""So much of the whole another statement must make up to be a rival of a piece."""
CERTAIN_LEAD = 0.3
"""So much more of each piece must stand in the whole than in any other statement."""


@dataclass(frozen=True, slots=True)
class Group:
    """A whole and its pieces, by their places on their sides."""

    whole: int
    pieces: tuple[int, ...]
    score: float


class Groups:
    """Looks for the pieces of wholes: of old ones for splits, of new for mergers."""

    def __init__(self, likeness: Likeness, *, wholes_are_old: bool) -> None:
        sides = (likeness.old, likeness.new)
        self._wholes, self._parts = sides if wholes_are_old else sides[::-1]
        self._likeness, self._wholes_are_old = likeness, wholes_are_old

    def best(self, whole: int, free: Iterable[int], must: int | None) -> Group | None:
        """The pieces that a whole is made of, or None; ``must`` is one of them."""
        candidates = self._candidates(whole, free)
        if must is not None and must not in candidates:
            candidates.append(must)
        if len(candidates) < 2:  # noqa: PLR2004 (one piece is no group)
            return None
        seeds = candidates[:_SEEDS] if must is None else [must]
        grown = [self._grown(whole, seed, candidates) for seed in seeds]
        found = max(grown, key=lambda group: group.score)
        alone = max(self._alike(whole, self._parts.features[c]) for c in candidates)
        if len(found.pieces) == 1 or found.score < max(ENOUGH, alone + _gain(alone)):
            return None
        return found

    def is_certain(self, group: Group) -> bool:
        """Whether no other statement could be meant by any of the pieces."""
        if group.score < CERTAIN or self._has_rivals(group):
            return False
        for piece in group.pieces:
            inside = self._inside(piece)
            here = inside.pop(group.whole)
            if here < CERTAIN_INSIDE or here - max(inside, default=0) < CERTAIN_LEAD:
                return False
        return True

    def _has_rivals(self, group: Group) -> bool:
        """Whether another statement stands in the whole as its pieces do."""
        shared = self._likeness.shared(group.whole, of_old=self._wholes_are_old)
        size, sizes = self._wholes.sizes[group.whole], self._parts.sizes
        return any(
            one >= CERTAIN_INSIDE * sizes[place] and one >= RIVAL_SHARE * size
            for place, one in enumerate(shared)
            if place not in group.pieces
        )

    def _candidates(self, whole: int, free: Iterable[int]) -> list[int]:
        """The pieces that stand in a whole, the largest first."""
        shared = self._likeness.shared(whole, of_old=self._wholes_are_old)
        least, sizes = max(1, SHARE * self._wholes.sizes[whole]), self._parts.sizes
        shares = [
            (-shared[piece], piece)
            for piece in free
            if shared[piece] >= least and shared[piece] >= INSIDE * sizes[piece]
        ]
        return [piece for _, piece in sorted(shares)[:_PIECES_TRIED]]

    def _grown(self, whole: int, seed: int, candidates: Iterable[int]) -> Group:
        """The group that begins with a piece and takes in what betters it most."""
        pieces, union = [seed], self._parts.features[seed]
        score = self._alike(whole, union)
        while True:
            offers = [
                (self._alike(whole, union | self._parts.features[c]), -c)
                for c in candidates
                if c not in pieces
            ]
            better, piece = max(offers, default=(0.0, 0))
            if better <= score or better < score + _gain(score):
                return self._pruned(whole, pieces, score)
            pieces.append(-piece)
            union, score = union | self._parts.features[-piece], better

    def _pruned(self, whole: int, pieces: list[int], score: float) -> Group:
        """The group without a piece that the later ones have made needless."""
        for piece in tuple(pieces):
            rest = [other for other in pieces if other != piece]
            union = frozenset[str]().union(*(self._parts.features[r] for r in rest))
            without = self._alike(whole, union)
            if score <= without or score < without + _gain(without):
                pieces, score = rest, without
        return Group(whole, tuple(sorted(pieces)), score)

    def _alike(self, whole: int, union: Features) -> float:
        weight = self._likeness.weight
        shared = weight(self._wholes.features[whole] & union)
        return dice(shared, self._wholes.sizes[whole], weight(union))

    def _inside(self, piece: int) -> list[float]:
        """How much of a piece stands in each whole."""
        shared = self._likeness.shared(piece, of_old=not self._wholes_are_old)
        size = self._parts.sizes[piece] or 1.0
        return [one / size for one in shared]


def _gain(score: float) -> float:
    """How much one more piece must better a score: half of what is missing at most."""
    return min(GAIN, (1 - score) / 2)
