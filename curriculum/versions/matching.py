"""Which old statement became which new one: by GUID, by wording, by likeness.

A match is certain only where nothing else could be meant.  Everything else that
is alike enough is likely, and for a person to decide.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from curriculum.versions.assignment import best_pairs
from curriculum.versions.difference import Match
from curriculum.versions.edition import Statement
from curriculum.versions.groups import Group, Groups
from curriculum.versions.likeness import Likeness, Side, words

LIKELY = 0.42
"""Less alike than this, two statements are not thought to be one."""
CERTAIN = 0.75
"""So alike a re-worded statement must be to be certain, and"""
LEAD = 0.22
"""so much more alike than to any other statement of either edition."""
GUID_BELIEVED = 0.25
"""Less alike than this, the same GUID may be the publisher's slip."""
PIECE = 0.5
"""So much of a statement left over stands in a pair that it may belong to it."""
NOTHING_ALIKE = 0.25
"""Less alike than this, what is left over on both sides has nothing in common."""
WHOLLY = 0.97
"""So much of a statement stands in another if all its words do, bar a misprint."""
_SAME_KIND = 0.01
"""Of two pairs equally alike, the one of one kind is taken."""


def matched(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[Match, ...]:
    """Every statement of both editions in exactly one match, in the new order.

    Removals stand where the statement stood before.
    """
    search = _Search(old, new)
    search.by_guid()
    search.by_wording()
    search.doubt_what_stands_in_others()
    search.by_groups()
    search.by_likeness()
    search.by_guid_alone()
    return tuple(search.in_order())


@dataclass(frozen=True, slots=True)
class _Pair:
    """An old statement's partner: one old, one new."""

    new: int
    score: float
    certain: bool
    why: str


class _Search:
    """Statements by their places, those that are still free, and what was matched."""

    def __init__(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        self._old, self._new = old, new
        self._old_words = [words(s.wording) for s in old]
        self._new_words = [words(s.wording) for s in new]
        self._free_old = dict.fromkeys(range(len(old)))
        self._free_new = dict.fromkeys(range(len(new)))
        self._pairs: dict[int, _Pair] = {}
        """By the place of the old statement."""
        self._done: list[tuple[tuple[int, ...], tuple[int, ...], Match]] = []
        """Old places, new places, and the match."""

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(Side(self._old_words), Side(self._new_words))

    def by_guid(self) -> None:
        """Pair what carries one GUID, where it is carried once on each side.

        Wordings that have nothing in common are left: the GUID may be a slip.
        """
        for old, new in self._guids():
            score = self._likeness_of(old, new)
            if score < GUID_BELIEVED:
                continue
            why, sure = "same GUID", score == 1 or not self._disputed(old, new)
            if score < 1:
                why += f", wording {_shown(score)} alike"
            if not sure:
                why += ", but the same wording stands at another"
            self._pair(old, new, _Pair(new, score, sure, why))

    def by_guid_alone(self) -> None:
        """Pair what has but the GUID in common, and nothing better on either side."""
        for old, new in self._guids():
            if old in self._free_old and new in self._free_new:
                score = self._likeness_of(old, new)
                why = f"same GUID, though the wording is only {_shown(score)} alike"
                self._pair(old, new, _Pair(new, score, certain=False, why=why))

    def _guids(self) -> list[tuple[int, int]]:
        old, new = _once(s.guid for s in self._old), _once(s.guid for s in self._new)
        return [(old[guid], new[guid]) for guid in old if guid and guid in new]

    def _disputed(self, old: int, new: int) -> bool:
        """Whether the exact wording of either stands at another statement."""
        return (
            self._old_words[old] in self._new_words
            or self._new_words[new] in self._old_words
        )

    def by_wording(self) -> None:
        """Pair what has the same words; certain where only one pair is possible."""
        old = _by_words(self._free_old, self._old_words)
        new = _by_words(self._free_new, self._new_words)
        for wording, places in old.items():
            if others := new.get(wording, []):
                self._same_words(places, others)

    def _same_words(self, places: list[int], others: list[int]) -> None:
        """Pair those that stand where they stood, then by kind, then in order."""
        certain = self._cannot_be_others(places, others)
        alone = len(places) == len(others) == 1
        why = _SAME if certain else _UNSURE[alone]
        for alike in (_place, _kind, _anything):
            for place in places:
                old = self._old[place]
                left = (n for n in others if alike(old) == alike(self._new[n]))
                other = next((n for n in left if n in self._free_new), None)
                if place in self._free_old and other is not None:
                    self._pair(place, other, _Pair(other, 1.0, certain, why))

    def _cannot_be_others(self, places: list[int], others: list[int]) -> bool:
        """Whether statements of one wording can be told from one another.

        They can if none of them changed its place, if there is only one, or if
        there is one of each kind.  A wording without a letter tells nothing.
        """
        old, new = [self._old[o] for o in places], [self._new[n] for n in others]
        if sorted(map(_place, old)) == sorted(map(_place, new)):
            return True
        if not any(letter.isalnum() for letter in old[0].wording):
            return False
        kinds = sorted(map(_kind, old))
        one_of_each = len(set(kinds)) == len(kinds)
        return len(old) == len(new) == 1 or (
            one_of_each and kinds == sorted(map(_kind, new))
        )

    def doubt_what_stands_in_others(self) -> None:
        """Doubt a pair whose words stand, all of them, in a statement still free.

        One that was split may have left a piece that reads like another that was
        removed.  What kept its code as well as its words is not doubted.
        """
        for split in (True, False):
            free = self._free_old if split else self._free_new
            for whole in free:
                shared = self._likeness.shared(whole, of_old=split)
                for old, pair in self._pairs.items():
                    part = pair.new if split else old
                    side = self._likeness.new if split else self._likeness.old
                    kept = _place(self._old[old]) == _place(self._new[pair.new])
                    stands_in = shared[part] >= WHOLLY * side.sizes[part] > 0
                    if pair.certain and pair.why == _SAME and stands_in and not kept:
                        why = f"{_SAME}, which also stands in another"
                        self._pairs[old] = replace(pair, certain=False, why=why)

    def by_groups(self) -> None:
        """Find splits and mergers among what is free or re-worded."""
        found = [
            (group, split, groups.is_certain(group))
            for split in (True, False)
            for groups in [Groups(self._likeness, wholes_are_old=split)]
            for group in self._found(groups, split=split)
        ]
        for group, split, certain in sorted(found, key=lambda f: -f[0].score):
            self._take(group, split=split, certain=certain)

    def _found(self, groups: Groups, *, split: bool) -> Iterator[Group]:
        """The best group of each whole that is free, or paired by GUID alone."""
        wholes, pieces = self._free_old, self._free_new
        loose = {o: pair.new for o, pair in self._pairs.items() if pair.score < 1}
        if not split:
            wholes, pieces = pieces, wholes
            loose = {n: o for o, n in loose.items()}
        if pieces:
            for whole in (*wholes, *loose):
                group = groups.best(whole, tuple(pieces), loose.get(whole))
                if group is not None:
                    yield group

    def _take(self, group: Group, *, split: bool, certain: bool) -> None:
        """Keep a group whose statements no better group has taken."""
        whole, pieces = (group.whole,), group.pieces
        old, new = (whole, pieces) if split else (pieces, whole)
        partners = [o for o in old if o in self._pairs and self._pairs[o].new in new]
        taken = {self._pairs[o].new for o in partners}
        free = all(o in self._free_old for o in old if o not in partners)
        if not free or any(n not in self._free_new for n in new if n not in taken):
            return
        why = f"wordings together {_shown(group.score)} alike"
        if partners:
            why = f"same GUID, {why}"
        for place in partners:
            del self._pairs[place]
        self._remove(old, new)
        self._keep(old, new, score=group.score, certain=certain, why=why)

    def by_likeness(self) -> None:
        """Pair the rest so that the likenesses together are greatest."""
        if not self._free_old or not self._free_new:
            return
        likeness, scores = self._likeness, {}
        for o in self._free_old:
            row, group = likeness.row(o), self._old[o].group
            for n in self._free_new:
                if row[n] >= LIKELY:
                    same = group == self._new[n].group
                    scores[o, n] = row[n] + (_SAME_KIND if same else 0)
        chosen = best_pairs(scores)
        self._remove((o for o, _ in chosen), (n for _, n in chosen))
        for o, n in chosen:
            score = likeness.score(o, n)
            certain = score >= CERTAIN and self._stands_alone(o, n, score)
            self._pairs[o] = _Pair(n, score, certain, f"wording {_shown(score)} alike")

    def _stands_alone(self, old: int, new: int, score: float) -> bool:
        """Whether nothing else is nearly as like, and nothing left over is a piece."""
        likeness = self._likeness
        row, column = likeness.row(old), likeness.column(new)
        row[new] = column[old] = 0.0
        if score - max(*row, *column) < LEAD:
            return False
        shared_new, shared_old = (
            likeness.shared(old, of_old=True),
            likeness.shared(new, of_old=False),
        )
        return not (
            any(shared_new[n] >= PIECE * likeness.new.sizes[n] for n in self._free_new)
            or any(
                shared_old[o] >= PIECE * likeness.old.sizes[o] for o in self._free_old
            )
            or _took_in(likeness.new, new, shared_new)
            or _took_in(likeness.old, old, shared_old)
        )

    def in_order(self) -> Iterator[Match]:
        """Matches in the new order, each removal after what stood before it."""
        for place, pair in self._pairs.items():
            self._keep(
                (place,),
                (pair.new,),
                score=pair.score,
                certain=pair.certain,
                why=pair.why,
            )
        for place in self._free_new:
            certain, why = self._left_over(place, of_old=False)
            self._keep((), (place,), score=0.0, certain=certain, why=why)
        at = {o: new[0] for old, new, _ in self._done for o in old}
        for place in self._free_old:
            before = max((o for o in at if o < place), default=None)
            after = -1 if before is None else at[before]
            certain, why = self._left_over(place, of_old=True)
            match = Match((self._old[place],), (), 0.0, certain=certain, why=why)
            self._done.append(((place,), (after,), match))
        order = sorted(self._done, key=lambda d: (d[1][0], not d[2].new, d[0]))
        yield from (match for *_, match in order)

    def _left_over(self, place: int, *, of_old: bool) -> tuple[bool, str]:
        """Whether nothing on the other side may be what is left over, and why."""
        across = self._new if of_old else self._old
        left = self._free_new if of_old else self._free_old
        likeness = self._likeness
        row = likeness.row(place) if of_old else likeness.column(place)
        near = max(range(len(row)), key=row.__getitem__, default=0)
        if row and row[near] >= CERTAIN:
            key, alike = across[near].key, _shown(row[near])
            return False, f"wording {alike} like {key}, which is matched better"
        near = max(left, key=row.__getitem__, default=-1)
        if near >= 0 and row[near] >= NOTHING_ALIKE:
            return False, f"no more than {_shown(row[near])} like {across[near].key}"
        return True, f"nothing alike {_ACROSS[of_old]}"

    def _pair(self, old: int, new: int, pair: "_Pair") -> None:
        self._pairs[old] = pair
        self._remove((old,), (new,))

    def _remove(self, old: Iterable[int], new: Iterable[int]) -> None:
        for place in old:
            self._free_old.pop(place, None)
        for place in new:
            self._free_new.pop(place, None)

    def _keep(
        self,
        old: tuple[int, ...],
        new: tuple[int, ...],
        *,
        score: float,
        certain: bool,
        why: str,
    ) -> None:
        match = Match(
            tuple(self._old[o] for o in old),
            tuple(self._new[n] for n in new),
            score,
            certain=certain,
            why=why,
        )
        self._done.append((old, new, match))

    def _likeness_of(self, old: int, new: int) -> float:
        if self._old_words[old] == self._new_words[new]:
            return 1.0
        return self._likeness.score(old, new)


_SAME = "same wording"
_ACROSS = {True: "in the new edition", False: "before"}
_UNSURE = {
    True: "same wording, which says nothing",
    False: "same wording, which stands there more than once",
}


def _took_in(side: Side, one: int, shared: Sequence[int]) -> bool:
    """Whether the partner of one statement holds all the words of another beside it.

    ``shared`` is what the partner shares with each statement of the side.
    """
    return any(
        shared[other] >= WHOLLY * size > 0
        and not side.features[other] <= side.features[one]
        for other, size in enumerate(side.sizes)
        if other != one
    )


def _place(statement: Statement) -> tuple[str, str]:
    return statement.group, statement.key


def _kind(statement: Statement) -> str:
    return statement.group


def _anything(_: Statement) -> str:
    return ""


def _by_words(
    places: Iterable[int], wordings: Sequence[tuple[str, ...]]
) -> dict[tuple[str, ...], list[int]]:
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in places:
        found[wordings[place]].append(place)
    return found


def _once(values: Iterable[str]) -> dict[str, int]:
    """Places of the values that occur once."""
    values = list(values)
    counts = Counter(values)
    return {value: n for n, value in enumerate(values) if counts[value] == 1}


def _shown(score: float) -> str:
    """A score of two digits, which is 1.00 only where the words are the same."""
    return f"{int(score * 100) / 100:.2f}"
