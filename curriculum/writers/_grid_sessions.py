"""The sheet of sessions: one row a session, in the order of teaching."""

from dataclasses import dataclass

from curriculum.model import Framework, FrameworkKind, Link, Module, Programme, Session
from curriculum.reviewed import Review
from curriculum.writers._sheets import Cell, Column, Kind, Names, Sheet
from curriculum.writers._tally import DEPTH_LETTER

_UNDATED = "No date"


@dataclass(frozen=True, slots=True)
class SessionNames:
    """Names by which formulas speak of the columns of the sheet."""

    hours: str
    off_the_job: str
    optional: str
    dates: str

    @classmethod
    def of(cls, names: Names) -> "SessionNames":
        """The four names."""
        parts = ("hours", "off_the_job", "optional", "dates")
        return cls(*(names.range("session", part) for part in parts))


def sessions(review: Review, names: SessionNames, name: str) -> Sheet:
    """One row a session: when, what, and which items it teaches."""
    programme = review.programme
    choice = any(module.optional for module in programme.modules)
    marks = [_Marks(programme, kind) for kind in FrameworkKind]
    columns = (
        Column("Session", Kind.KEY, 9),
        Column("Week", Kind.COUNT, 7),
        Column("Date", Kind.DATE, 15, names.dates),
        Column("Module", Kind.TEXT, 20),
        Column("Topic", Kind.TEXT, 30),
        Column("Kind", Kind.SHORT, 11),
        Column("Hours", Kind.HOURS, 8, names.hours),
        Column("Off the job", Kind.SHORT, 8, names.off_the_job),
        *([Column("Optional", Kind.SHORT, 10, names.optional)] if choice else []),
        Column("Outcomes", Kind.SHORT, 11),
        Column("KSBs", Kind.TEXT, 28),
        Column("Skills", Kind.TEXT, 30),
        Column("Findings", Kind.FLAG, 11),
    )
    return Sheet(
        name,
        "Sessions in the order of teaching",
        "The letter after a KSB or skill is its depth: I introduced, D developed, "
        "M mastered, T taught, not graded.",
        columns,
        [
            (
                *_when(review, session),
                f"{module.key} {module.title}",
                session.topic,
                session.kind.value.capitalize(),
                session.hours,
                _yes(session.off_the_job),
                *([_yes(module.optional)] if choice else []),
                ", ".join(session.outcomes) or "None",
                *(held.text(session) or "None" for held in marks),
                _codes(review, session.key),
            )
            for module, session in _ordered(review)
        ],
    )


class _Marks:
    """The items of one kind of framework that sessions teach, in words."""

    def __init__(self, programme: Programme, kind: FrameworkKind) -> None:
        held = [f for f in programme.frameworks if f.kind is kind]
        self._frameworks: dict[str, Framework] = {f.id: f for f in held}
        self._is_standard = kind is FrameworkKind.STANDARD
        self._names_framework = len(held) > 1

    def text(self, session: Session) -> str:
        marks = (m for m in session.teaches if m.framework in self._frameworks)
        return ("; ", ", ")[self._is_standard].join(map(self._mark, marks))

    def _mark(self, link: Link) -> str:
        prefix = f"{link.framework} " if self._names_framework else ""
        return f"{prefix}{self._item(link)} {DEPTH_LETTER[link.depth]}"

    def _item(self, link: Link) -> str:
        if self._is_standard:
            return link.item
        item = self._frameworks[link.framework].item(link.item)
        return item.wording if item else link.item


def _ordered(review: Review) -> list[tuple[Module, Session]]:
    placed = [(p.module, p.session) for p in review.timetable.placements]
    return [*placed, *review.timetable.unplaced]


def _when(review: Review, session: Session) -> tuple[Cell, Cell, Cell]:
    placement = review.timetable.by_session.get(session.key)
    if placement is None:
        return session.key, _UNDATED, _UNDATED
    return session.key, placement.week, placement.starts


def _yes(holds: bool) -> str:  # noqa: FBT001 a cell is one fact
    return "Yes" if holds else "No"


def _codes(review: Review, key: str) -> str:
    return ", ".join(dict.fromkeys(f.code for f in review.about(key)))
