"""Edits of a document as the changes that a merge of forms makes.

An edit in a known column becomes a change of one field; the rest is listed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from curriculum.carried.shown import Cell, Table
from curriculum.form.baseline import Baseline
from curriculum.form.copies import Copy, Said
from curriculum.form.fields import Path as FieldPath
from curriculum.form.fields import field_of
from curriculum.form.merging import Merge, merge_copies
from curriculum.form.records import (
    Id,
    Record,
    Records,
    Value,
    canonical,
    records_of,
)
from curriculum.form.source import source_of
from curriculum.form.spelling import Spelling
from curriculum.form.words import record_in_words
from curriculum.model import Depth, Programme, SourceRef
from curriculum.pipeline import load
from curriculum.verifying.columns import Registry, TableMap, mapped, said_now, spans_of
from curriculum.verifying.edits import At, Edit, Kind
from curriculum.verifying.known import Known, printed
from curriculum.verifying.row_changes import SessionTable, kind_of
from curriculum.verifying.values import value_now
from curriculum.verifying.verdict import Verification


@dataclass(slots=True)
class Accepted:
    """The changes that a document's edits come to."""

    copy: Copy
    """The edits as if a form had come back."""
    left: list[str] = field(default_factory=list)
    """Edits that are no change of a known field, each with the reason."""


def accepted(one: Verification) -> Accepted:
    """What the edits of a verified document change in its programme."""
    return _Acceptor(one).accept()


class _Acceptor:
    """Turns the edits of one document into changes."""

    def __init__(self, one: Verification) -> None:
        self._one = one
        self._programme = one.opened.programme
        self._base = records_of_programme(self._programme)
        self._registry = Registry(printed(one.review))
        self._spell = Spelling(self._base)
        self._maps: dict[tuple[int, int], TableMap] = {}
        name = one.opened.path.name
        self._made = Accepted(Copy(name, _baseline(self._programme), self._base))
        self._gone: dict[Id, list[Edit]] = {}
        self._renamed: set[tuple[int, int, int]] = set()

    def accept(self) -> Accepted:
        """Every edit as a change, or left with the reason."""
        self._renamed = set(self._rows_of_other_names())
        for edit in self._one.edits:
            if edit.follows:
                continue
            table = self._table(edit.at) if edit.at else None
            if edit.at is None or table is None:
                self._made.left.append(str(edit))
            elif why := self._taken(edit, edit.at, table):
                self._made.left.append(f"{edit} ({why})")
        self._leave_those_that_stand_elsewhere()
        return self._made

    def _table(self, at: At) -> Table | None:
        block = self._one.opened.then[at.part].blocks[at.table]
        return None if isinstance(block, str) else block

    def _taken(self, edit: Edit, at: At, table: Table) -> str:
        """Take an edit of a table; why it cannot be taken, or nothing."""
        held = self._mapped(at.part, at.table, table)
        if edit.cells is not None:
            return self._take(edit, at, held, edit.cells)
        kind = kind_of(held)
        if not kind:
            return "no row of this table is a session or an assessment of its own"
        if edit.kind is Kind.GONE:
            return self._take_missing(edit, held.records[at.row])
        return self._take_new(edit, kind, table, held)

    def _rows_of_other_names(self) -> Iterator[tuple[int, int, int]]:
        """Rows from whose cell the code is gone by which they are known."""
        for edit in self._one.edits:
            if edit.at is None or edit.cells is None:
                continue
            at, (was, now) = edit.at, edit.cells
            table = self._table(at)
            held = table and self._mapped(at.part, at.table, table)
            id_ = held.records[at.row] if held else None
            named = id_ and set(was) & set(self._registry.names(id_))
            if id_ and named and not any(id_[-1] in text for text in now):
                yield at.part, at.table, at.row

    def _take_missing(self, edit: Edit, id_: Id | None) -> str:
        if id_ is None:
            return "the row is of no one record"
        self._gone.setdefault(id_, []).append(edit)
        self._made.copy.missing[id_] = self._at(edit)
        return ""

    def _take_new(self, edit: Edit, kind: str, table: Table, held: TableMap) -> str:
        if kind != "session":
            return (
                "a new assessment needs its module and its outcomes, which are no "
                "fields of this table: add it in the programme or its form"
            )
        reader = SessionTable(table, held, self._registry, self._programme, self._spell)
        made = reader.session_in(edit.row, self._base)
        if made.problem:
            return made.problem
        at = self._at(edit)
        self._made.copy.new[made.id] = at
        for path, value in made.values:
            self._made.copy.changes[made.id, path] = Said(value, at)
        if made.left:
            name, columns = record_in_words(made.id), " and ".join(made.left)
            why = f"{name}: {columns} of its row, which no field takes"
            self._made.left.append(why)
        return ""

    def _leave_those_that_stand_elsewhere(self) -> None:
        """A record is missing if every table of such records lacks its row now."""
        for id_, edits in self._gone.items():
            if self._tables_with(id_) > len(edits):
                del self._made.copy.missing[id_]
                name = record_in_words(id_)
                self._made.left += [
                    f"{edit} ({name} still stands in another table)" for edit in edits
                ]

    def _tables_with(self, id_: Id) -> int:
        """How many tables of the document had a row of their own for a record."""
        tables = (
            self._mapped(part, number, block)
            for part, held in enumerate(self._one.opened.then)
            for number, block in enumerate(held.blocks)
            if not isinstance(block, str)
        )
        return sum(id_ in table.records and bool(kind_of(table)) for table in tables)

    def _at(self, edit: Edit) -> SourceRef:
        return SourceRef(file=self._made.copy.name, place=edit.address or edit.place)

    def _take(
        self, edit: Edit, at: At, held: TableMap, cells: tuple[Cell, Cell]
    ) -> str:
        """Take one edit of a cell; why it cannot be taken, or nothing."""
        id_ = held.records[at.row]
        if id_ is None:
            return "the row is of no one record"
        if (at.part, at.table, at.row) in self._renamed:
            return f"the row no longer says that it is {record_in_words(id_)}"
        spans = spans_of(cells[0], self._registry.fields(id_), held.columns[at.column])
        said = said_now(*cells, spans) if spans else None
        if said is None:
            return "no column of one known field"
        problems = [self._put(known, texts, edit) for known, texts in said]
        return "; ".join(filter(None, problems))

    def _mapped(self, part: int, number: int, table: Table) -> TableMap:
        if (part, number) not in self._maps:
            self._maps[part, number] = mapped(table, self._registry)
        return self._maps[part, number]

    def _put(self, known: Known, texts: tuple[str, ...], edit: Edit) -> str:
        got = value_now(known, texts, self._programme, self._spell)
        if got.problem:
            return got.problem
        at = self._at(edit)
        for path, value in got.values.items():
            self._made.copy.changes[known.id, path] = Said(value, at)
        return ""


def as_merge(
    folder: Path, all_held: Sequence[Accepted], *, delete: bool = False
) -> Merge:
    """The changes against a programme folder as it is now."""
    source = source_of(folder)
    now = records_of(source.files)
    programme = load(folder).programme
    current = records_of_programme(programme) if programme else {}
    for held in all_held:
        held.copy.base = _based(held.copy, current, now)
    copies = [held.copy for held in all_held]
    return merge_copies(folder, copies, source, now, delete=delete)


def _based(copy: Copy, current: Records, now: Records) -> Records:
    """What each changed field was, as the folder spells it if it still is so."""
    found: Records = {}
    for id_, path in copy.changes:
        was = _value(copy.base, id_, path)
        if _value(current, id_, path) == was:
            was = _value(now, id_, path)
        found.setdefault(id_, Record(id_, "", (), {})).values[path] = was
    for id_ in copy.missing:
        record = current.get(id_)
        same = record is not None and record.values == copy.base[id_].values
        found[id_] = now[id_] if same and id_ in now else Record(id_, "", (), {})
    return found


def _value(records: Records, id_: Id, path: FieldPath) -> Value:
    record = records.get(id_)
    return record.values.get(path) if record else None


# The records of a programme.


def records_of_programme(programme: Programme) -> Records:
    """The fields that documents print, as forms hold them."""
    found: Records = {}
    for module in programme.modules:
        _add(found, ("module", module.key), title=module.title, lead=module.lead)
        for outcome in module.outcomes:
            _add(found, ("outcome", module.key, outcome.key), text=outcome.text)
        for session in module.sessions:
            id_: Id = ("session", module.key, session.key)
            _add(found, id_, **{n: getattr(session, n) for n in _OF_SESSION})
            for carried in session.embedding:
                path = ("embedding", carried.theme.value)
                found[id_].values[path] = carried.text
            for link in session.teaches:
                depth = (link.depth or Depth.TAUGHT).value
                found[id_].values["teaches", link.framework, link.item] = depth
    for assessment in programme.assessments:
        id_ = ("assessment", assessment.key)
        _add(found, id_, **{n: getattr(assessment, n) for n in _OF_ASSESSMENT})
        for link in assessment.assesses:
            found[id_].values["assesses", link.framework, link.item] = True
    return found


_OF_SESSION = (
    *("topic", "kind", "hours", "outcomes", "objectives", "tutor", "learners"),
    *("resources", "check", "stretch", "support", "workplace", "homework"),
)
_OF_ASSESSMENT = (
    *("title", "method", "purpose", "weight", "hours", "brief", "evidence"),
    *("verify_brief", "hand_out", "hand_in", "feedback", "verify_sample"),
    *("assessor", "verifier"),
)


def _add(found: Records, id_: Id, **values: object) -> None:
    held: dict[FieldPath, Value] = {}
    for name, value in values.items():
        plain = canonical(field_of(id_[0], (name,)), _untyped(value))
        if plain is not None:
            held[(name,)] = plain
    found[id_] = Record(id_, "", (), held)


def _untyped(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def _baseline(programme: Programme) -> Baseline:
    """What stands for the baseline that a form would carry."""
    return Baseline({}, {}, "", programme.code)
