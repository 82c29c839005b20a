"""A difference as plain rows, which each form of report dresses in its own way."""

from collections.abc import Iterator
from dataclasses import dataclass

from curriculum.versions.difference import Change, Difference, LinkChange, Match
from curriculum.versions.grades import Grade, grade_of
from curriculum.versions.wording import Piece, word_by_word


@dataclass(frozen=True, slots=True)
class Row:
    """One match: what became of which statement, and how that is known."""

    what: str
    """"KSB" or "duty"."""
    change: Change
    changes: tuple[Change, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]
    pieces: tuple[Piece, ...]
    """The wording, word by word where it changed."""
    certainty: str
    score: float
    why: str
    grade: Grade

    @property
    def codes(self) -> str:
        """The codes before and after: "K3 → K4"."""
        old, new = " + ".join(self.old), " + ".join(self.new)
        if not old or not new or old == new:
            return old or new
        return f"{old} → {new}"

    @property
    def name(self) -> str:
        """The codes, and that it is a duty if it is one."""
        return self.codes if self.what == "KSB" else f"duty {self.codes}"

    @property
    def how_known(self) -> str:
        """How sure the match is, and why; what has no match has a reason only."""
        return f"{self.certainty}: {self.why}" if self.old and self.new else self.why

    @property
    def label(self) -> str:
        """Everything that became of it: "re-worded, renumbered"."""
        return ", ".join(change.value for change in self.changes)


def rows(difference: Difference) -> tuple[Row, ...]:
    """Every match: KSBs first, then duties, each in the order of the new edition."""
    return (
        *(_row("KSB", match) for match in difference.items),
        *(_row("duty", match) for match in difference.duties),
    )


def by_change(held: tuple[Row, ...]) -> Iterator[tuple[Change, tuple[Row, ...]]]:
    """Rows that changed, the weightiest change first."""
    for change in Change:
        found = tuple(row for row in held if row.change is change)
        if found and change is not Change.UNCHANGED:
            yield change, found


def unsure(held: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows in which nothing changed, if they are the same statement at all."""
    return tuple(
        row
        for row in held
        if row.change is Change.UNCHANGED and row.certainty != "certain"
    )


def link_sentence(link: LinkChange) -> str:
    """What a duty rests on: "D3 now rests on K4 too, no longer rests on S2 (now S3)".

    A code is that of the edition that is spoken of.
    """
    said = []
    if link.added:
        added = (_with(key, "was", link.before.get(key)) for key in link.added)
        said.append(f"now rests on {', '.join(added)} too")
    if link.removed:
        removed = (_with(key, "now", link.now.get(key)) for key in link.removed)
        said.append(f"no longer rests on {', '.join(removed)}")
    return f"{' + '.join(d.key for d in link.duty.new)} {', '.join(said)}"


def _with(key: str, word: str, other: str | None) -> str:
    """A code, and that of the same item in the other edition if it is another."""
    return f"{key} ({word} {other})" if other else key


def _row(what: str, match: Match) -> Row:
    return Row(
        what=what,
        change=match.change,
        changes=match.changes,
        old=tuple(statement.key for statement in match.old),
        new=tuple(statement.key for statement in match.new),
        pieces=_pieces(match),
        certainty=match.certainty,
        score=match.score,
        why=match.why,
        grade=grade_of(match),
    )


def _pieces(match: Match) -> tuple[Piece, ...]:
    old = " / ".join(statement.wording for statement in match.old)
    new = " / ".join(statement.wording for statement in match.new)
    if match.change is Change.REMOVED:
        return (Piece("out", old),)
    if match.change is Change.ADDED:
        return (Piece("in", new),)
    return word_by_word(old, new)
