"""What documents print of each record, so that an edited cell is known by its text.

Whatever template a college has: a column is a field's if it holds that field's text
in most rows, as the writers print it of the facts that the document carries.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from curriculum.carried.shown import plain
from curriculum.form.fields import Path
from curriculum.form.records import Id
from curriculum.model import Session
from curriculum.reviewed import Review
from curriculum.writers._scheme_fields import SessionFields
from curriculum.writers._scheme_sessions import sessions_of
from curriculum.writers._scheme_tables import assessment_schedule
from curriculum.writers._words import NONE

MARKS = ("teaches", "assesses")
_DATES = (
    *("verify_brief", "hand_out", "hand_in", "feedback", "verify_sample"),
    *("assessor", "verifier", "brief", "evidence", "method", "hours"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """How a field of a record is printed: its paragraphs, each with what leads it."""

    id: Id
    path: Path
    texts: tuple[str, ...]
    lead: str = ""
    """What stands before the text and is no part of it: "Lecturer: "."""
    advisory: bool = False
    """Of marks: whether they are of skills, which are printed by their wording."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said: a dash, or no text."""
        return not self.texts or self.texts == (NONE,)


@dataclass(frozen=True, slots=True)
class Printed:
    """A record: by which texts it is known, and its fields."""

    id: Id
    names: tuple[str, ...]
    fields: tuple[Known, ...]


def printed(review: Review) -> list[Printed]:
    """Every record that documents print in rows."""
    return [*_sessions(review), *_assessments(review), *_modules(review)]


def _known(id_: Id, name: str, *texts: str, lead: str = "") -> Known:
    told = tuple(text for text in map(plain, texts) if text)
    return Known(id_, tuple(name.split(".")), told, lead)


def _sessions(review: Review) -> Iterator[Printed]:
    rows = sessions_of(review)
    for module in review.programme.modules:
        for session, row in zip(module.sessions, rows[module.key], strict=True):
            id_ = ("session", module.key, session.key)
            names = (session.key, plain(row["label"]))
            yield Printed(id_, names, tuple(_of_session(id_, session, row)))


def _of_session(id_: Id, session: Session, row: SessionFields) -> Iterator[Known]:
    yield _known(id_, "topic", row["topic"])
    yield _known(id_, "objectives", *row["outcomes"])
    yield _known(id_, "outcomes", row["serves"], lead="Serves ")
    yield _known(id_, "outcomes", ", ".join(session.outcomes))
    yield _known(id_, "hours", row["hours"])
    yield _known(id_, "kind", row["kind"])
    yield _known(id_, "resources", *row["resources"])
    yield _known(id_, "check", session.check)
    yield _known(id_, "workplace", row["workplace"])
    yield _known(id_, "homework", row["homework"])
    for name, lead in (
        *(("tutor", "Lecturer: "), ("learners", "Learners: ")),
        *(("stretch", "Stretch: "), ("support", "Support: ")),
    ):
        text = getattr(session, name)
        yield _known(id_, name, f"{lead}{text}" if text.strip() else "", lead=lead)
    for carried in session.embedding:
        lead = f"{carried.theme.heading}: "
        name = f"embedding.{carried.theme.value}"
        yield _known(id_, name, lead + carried.text, lead=lead)
    yield _known(id_, "teaches", *row["ksbs"])
    skills = tuple(map(plain, row["skills"]))
    yield Known(id_, ("teaches",), skills, advisory=True)


def _assessments(review: Review) -> Iterator[Printed]:
    for row in assessment_schedule(review.programme):
        key, title = row["key"], row["title"]
        id_ = ("assessment", key)
        purpose, *rest = row["purpose"]
        weight = [text for text in rest if "%" in text][:1]
        fields = [
            _known(id_, "title", title),
            _known(id_, "title", f"{key} {title}", lead=f"{key} "),
            _known(id_, "purpose", purpose),
            _known(id_, "weight", *weight),
            _known(id_, "assesses", row["ksbs"]),
            *(_known(id_, name, row[name]) for name in _DATES),  # type: ignore[literal-required]
        ]
        yield Printed(id_, (key, plain(f"{key} {title}")), tuple(fields))


def _modules(review: Review) -> Iterator[Printed]:
    for module in review.programme.modules:
        id_ = ("module", module.key)
        whole = plain(f"{module.key} {module.title}")
        fields = (
            _known(id_, "title", module.title),
            _known(id_, "title", whole, lead=f"{module.key} "),
            _known(id_, "lead", review.programme.name_of(module.lead)),
        )
        yield Printed(id_, (module.key, whole), fields)
        for outcome in module.outcomes:
            own = ("outcome", module.key, outcome.key)
            named = (f"{module.key} {outcome.key}", f"{module.key}.{outcome.key}")
            yield Printed(own, named, (_known(own, "text", outcome.text),))
