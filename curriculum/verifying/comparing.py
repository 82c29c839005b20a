"""Two programmes, or two generated documents, beside each other: what changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from curriculum.carried.carrying import stamp_of
from curriculum.carried.reading import is_workbook, shown_of
from curriculum.findings import SourceError
from curriculum.form.baseline import PROPERTY
from curriculum.model import Programme
from curriculum.office.package import Package
from curriculum.office.workbook import Book
from curriculum.pipeline import UnusableProgrammeError, load
from curriculum.snapshot import Told, changes, snapshot
from curriculum.verifying.differences import differences
from curriculum.verifying.edits import Edit, Kind
from curriculum.verifying.formulas import told_once
from curriculum.verifying.verdict import opened, refuse_zip
from curriculum.writers._word import templates_of

_DOCUMENTS = {".docx", ".xlsx"}
_TITLES = ("title", "topic", "text", "name")
_WORDS = {Kind.CHANGED: "changed", Kind.ADDED: "added", Kind.GONE: "gone"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What leads from the old to the new."""

    old: str
    new: str
    edits: tuple[Edit, ...]
    templates: Path | None = None
    """The Word templates that one of the programmes names, the newer one first."""

    @property
    def verdict(self) -> str:
        """How much changed: "2 changed, 1 added"."""
        counts = [(sum(e.kind is k for e in self.edits), w) for k, w in _WORDS.items()]
        return ", ".join(f"{n} {word}" for n, word in counts if n) or "nothing changed"


def compared(old: Path, new: Path) -> Comparison:
    """Compare two programmes or two documents; or a document's facts with a programme.

    Of two different documents, too, it is the facts that are compared.
    Raises SourceError for what is neither.
    """
    for path in (old, new):
        refuse_zip(path)
    documents = [_is_document(path) for path in (old, new)]
    if all(documents) and _are_one_document(old, new):
        before, now = (shown_of(Package.open(path)) for path in (old, new))
        found = told_once(differences(before, now, ""), now, "")
        return Comparison(old.name, new.name, tuple(found))
    programmes = [
        _carried(path) if document else _programme(path)
        for path, document in zip((old, new), documents, strict=True)
    ]
    edits = between(*programmes, whole=not any(documents))
    named = (
        templates_of(programme, path)
        for programme, path, document in zip(
            reversed(programmes), (new, old), reversed(documents), strict=True
        )
        if not document
    )
    first, second = (
        f"{_named(path)} (the facts that it carries)" if document else _named(path)
        for path, document in zip((old, new), documents, strict=True)
    )
    return Comparison(first, second, edits, next(filter(None, named), None))


def _are_one_document(old: Path, new: Path) -> bool:
    """Whether two files are the same document; others have only their facts in common.

    Files that do not say which document they are count as the same if of one kind.
    """
    first, second = (Package.open(path) for path in (old, new))
    if is_workbook(first) != is_workbook(second):
        return False
    names = {stamp_of(package).partition(" sha256:")[0] for package in (first, second)}
    return len(names) == 1 or "" in names


def between(old: Programme, new: Programme, *, whole: bool = True) -> tuple[Edit, ...]:
    """What changed between two programmes; ``whole`` with what no document carries."""
    before, now = (snapshot(programme) for programme in (old, new))
    if not whole:
        before, now = (_without_position(told) for told in (before, now))
    return tuple(_edits(before, now))


def _named(path: Path) -> str:
    return path.resolve().name


def _is_document(path: Path) -> bool:
    """Whether it is a generated document, and no folder and no form."""
    if path.is_dir() or path.suffix.casefold() not in _DOCUMENTS:
        return False
    if path.suffix.casefold() == ".docx":
        return True
    return PROPERTY not in Book(Package.open(path)).properties


def _programme(path: Path) -> Programme:
    try:
        loaded = load(path)
    except UnusableProgrammeError as error:
        raise SourceError(f"{path}: {error}") from None
    if loaded.programme is None:
        raise SourceError(f"{path}: the programme cannot be put together")
    return loaded.programme


def _carried(path: Path) -> Programme:
    return opened(path).programme


def _without_position(told: Told) -> Told:
    """Without what no document carries: where the programme stands on the maps."""
    return {
        subject: {k: v for k, v in said.items() if k not in _POSITION}
        for subject, said in told.items()
    }


_POSITION = {
    *("occupational map", "pathway", "map cluster", "occupation", "profile"),
    *("sub cluster", "programme of study", "t level"),
}


def _edits(before: Told, now: Told) -> Iterator[Edit]:
    """What two programmes state otherwise, in the order of the new one."""
    for subject, said in now.items():
        if subject not in before:
            yield Edit(Kind.ADDED, subject, "", _title(said))
            continue
        was = before[subject]
        for what in dict.fromkeys((*said, *was)):
            old, new = was.get(what, ""), said.get(what, "")
            if changes({subject: {what: old}}, {subject: {what: new}}):
                kind = Kind.CHANGED if old and new else Kind.ADDED if new else Kind.GONE
                yield Edit(kind, subject, old, new, what)
    for subject, said in before.items():
        if subject not in now:
            yield Edit(Kind.GONE, subject, _title(said))


def _title(said: dict[str, str]) -> str:
    return next((said[name] for name in _TITLES if name in said), "")
