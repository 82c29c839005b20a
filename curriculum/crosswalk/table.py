"""A crosswalk laid out: what was decided, what is proposed, what nothing covers."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from curriculum.crosswalk.likeness import Likeness
from curriculum.crosswalk.proposing import AT_LEAST, meaning, proposed
from curriculum.crosswalk.sides import Framed
from curriculum.model import Crosswalk, Pair, Relation, Side, Uncovered, turned
from curriculum.versions.edition import Statement


class State(StrEnum):
    """What is known of a pair."""

    CONFIRMED = "confirmed"
    AGAIN = "to be read again"
    """It was decided on another wording."""
    PROPOSED = "proposed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Row:
    """Two statements, and how they stand to each other."""

    one: Statement
    other: Statement
    relation: Relation
    state: State
    confidence: float | None = None
    """How sure the proposal is; None where the words propose nothing."""
    words: tuple[str, ...] = ()
    reason: str = ""
    who: str = ""
    on: date | None = None

    @property
    def key(self) -> str:
        """By what it is confirmed or rejected: "K5=agile-methodology"."""
        return f"{self.one.key}={self.other.key}"

    @property
    def sentence(self) -> str:
        """Both keys with the relation in words."""
        return f"{self.one.key} {self.relation.words} {self.other.key}"

    @property
    def meaning(self) -> str:
        """What its confidence says."""
        return "" if self.confidence is None else meaning(self.confidence)


@dataclass(frozen=True, slots=True)
class Left:
    """A statement with which nothing of the other framework is confirmed."""

    statement: Statement
    decided: Uncovered | None
    """What a person said of it."""
    proposed: tuple[str, ...]
    """Keys of the statements that are only proposed for it."""

    @property
    def sentence(self) -> str:
        """Why it stands here."""
        if self.decided:
            return self.decided.reason or "Nothing covers it"
        if self.proposed:
            return f"Nothing is confirmed; proposed: {', '.join(self.proposed)}"
        return "Nothing is confirmed or proposed"


@dataclass(frozen=True, slots=True)
class Table:
    """Two frameworks side by side."""

    one: Framed
    other: Framed
    rows: tuple[Row, ...]
    left_of_one: tuple[Left, ...]
    left_of_other: tuple[Left, ...]
    faults: tuple[str, ...] = ()
    """What was decided on statements that are not there."""

    @property
    def title(self) -> str:
        """Both names."""
        return f"{self.one.told} and {self.other.told}"

    def of(self, state: State) -> tuple[Row, ...]:
        """The rows of one state."""
        return tuple(row for row in self.rows if row.state is state)

    def row(self, key: str) -> Row | None:
        """The row of a pair, whatever case its keys are typed in."""
        wanted = key.casefold()
        return next((r for r in self.rows if r.key.casefold() == wanted), None)

    @property
    def summary(self) -> tuple[str, ...]:
        """How much is confirmed, in sentences."""
        done = self.of(State.CONFIRMED)
        whole = {r.other.key for r in done if r.relation.holds}
        touched = {r.other.key for r in done} - whole
        count = len(self.other.edition.items)
        left = count - len(whole) - len(touched)
        decided = (
            f"{len(done)} pairs are confirmed, "
            f"{len(self.of(State.REJECTED))} rejected, "
            f"{len(self.of(State.PROPOSED))} only proposed, "
            f"{len(self.of(State.AGAIN))} to be read again"
        )
        covered = (
            f"Of the {count} statements of {self.other.label} {len(whole)} are covered "
            f"whole by a statement of {self.one.label}, {len(touched)} in part, "
            f"and {left} by none that is confirmed"
        )
        return decided, covered


def table(
    one: Framed,
    other: Framed,
    decided: Iterable[Crosswalk] = (),
    at_least: float = AT_LEAST,
) -> Table:
    """Two frameworks side by side, with what was decided of them."""
    walks = [walk for walk in (facing(w, one, other) for w in decided) if walk]
    near = {
        (pair.one.key, pair.other.key): pair
        for pair in proposed(one.edition, other.edition, 0)
    }
    rows: dict[tuple[str, str], Row] = {}
    faults = []
    for walk in walks:
        for pair in walk.pairs:
            ours, theirs = one.edition.item(pair.one), other.edition.item(pair.other)
            if ours is None or theirs is None:
                why = "names a statement that is not there"
                faults.append(f"{pair.source}: {pair.key} {why}")
                continue
            again = _is_old(pair, walk, (one, other), (ours, theirs))
            key = (pair.one, pair.other)
            rows.setdefault(key, _decided(pair, (ours, theirs), near.get(key), again))
    for key, likeness in near.items():
        if key not in rows and likeness.alike >= at_least:
            rows[key] = _proposed(likeness)
    held = _in_order(rows.values(), one, other)
    back = [_turned(row) for row in held]
    uncovered = [left for walk in walks for left in walk.uncovered]
    return Table(
        one,
        other,
        held,
        tuple(_left(one, held, uncovered, {w.one.framework for w in walks})),
        tuple(_left(other, back, uncovered, {w.other.framework for w in walks})),
        tuple(faults),
    )


def facing(walk: Crosswalk, one: Framed, other: Framed) -> Crosswalk | None:
    """A crosswalk turned so that it goes from one to the other; None for strangers."""
    ours, theirs = walk.one, walk.other
    if means(one, ours) and means(other, theirs):
        return walk
    if means(one, theirs) and means(other, ours):
        pairs = tuple(map(turned, walk.pairs))
        sides = {"one": theirs, "other": ours}
        return walk.model_copy(update={**sides, "pairs": pairs})
    return None


def means(framed: Framed, side: Side) -> bool:
    """Whether a side of a crosswalk is a framework, whichever version it is."""
    return framed.is_called(side.framework, side.title)


def _is_old(
    pair: Pair,
    walk: Crosswalk,
    sides: tuple[Framed, Framed],
    held: tuple[Statement, Statement],
) -> bool:
    """Whether a pair was decided on another wording, as far as that can be told."""
    if len(pair.stamps) == len(held):
        return pair.stamps != tuple(statement.stamp for statement in held)
    versions = (walk.one.version, walk.other.version)
    return any(
        version not in {"", side.edition.version}
        for version, side in zip(versions, sides, strict=True)
    )


def _decided(
    pair: Pair,
    held: tuple[Statement, Statement],
    near: Likeness | None,
    again: bool,  # noqa: FBT001 (one of four facts about a pair)
) -> Row:
    state = State.REJECTED if pair.relation is Relation.NONE else State.CONFIRMED
    return Row(
        *held,
        pair.relation,
        State.AGAIN if again else state,
        near.alike if near else None,
        tuple(map(str, near.words)) if near else (),
        pair.reason,
        pair.who,
        pair.on,
    )


def _proposed(near: Likeness) -> Row:
    words = tuple(map(str, near.words))
    return Row(near.one, near.other, near.relation, State.PROPOSED, near.alike, words)


def _turned(row: Row) -> Row:
    return replace(row, one=row.other, other=row.one, relation=row.relation.turned)


def _in_order(rows: Iterable[Row], one: Framed, other: Framed) -> tuple[Row, ...]:
    """Decided ones in the order of the document, proposals by how sure they are."""
    ours = {s.key: n for n, s in enumerate(one.edition.items)}
    theirs = {s.key: n for n, s in enumerate(other.edition.items)}

    def place(row: Row) -> tuple[bool, float, int, int]:
        sure = -(row.confidence or 0.0) if row.state is State.PROPOSED else 0.0
        proposal = row.state is State.PROPOSED
        return proposal, sure, ours[row.one.key], theirs[row.other.key]

    return tuple(sorted(rows, key=place))


def _left(
    side: Framed,
    rows: Iterable[Row],
    uncovered: Iterable[Uncovered],
    called: Container[str],
) -> Iterator[Left]:
    """The statements of a side, which ``one`` of each row is, that nothing covers."""
    confirmed: set[str] = set()
    proposals: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.state is State.CONFIRMED:
            confirmed.add(row.one.key)
        elif row.state is not State.REJECTED:
            proposals[row.one.key].append(row.other.key)
    said = {u.item: u for u in uncovered if u.framework in called}
    for statement in side.edition.items:
        key = statement.key
        if key not in confirmed:
            yield Left(statement, said.get(key), tuple(proposals[key]))
