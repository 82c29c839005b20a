"""Writes what a comparison found into the texts of a programme's files."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from curriculum.edits import EditError, TomlText, document
from curriculum.findings import Finding, Severity
from curriculum.form.compare import Addition, Change, Comparison, Deletion
from curriculum.form.fields import BY_KIND, GROUP, Path, Sort, field_of
from curriculum.form.records import (
    ARRAYS,
    DAYS,
    IN_GROUP,
    IN_MODULE,
    NUMBERED,
    Files,
    Id,
    Record,
    Records,
    TomlPath,
    Value,
    array_at,
)
from curriculum.form.words import record_in_words
from curriculum.model import SourceRef

_MODULE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_DIGITS = re.compile(r"(\d+)")
_IN_MODULE = dict(IN_MODULE)
_SORTED_BY = {"verification": "date"} | dict.fromkeys(("term", *DAYS), "starts")
"""By which field records without a key stand in order, if they do."""
_PLACES = {kind: (file, path) for file, kind, path in ARRAYS}
Texts = dict[str, str | None]
"""The new text of each file that changes; None for one that goes."""


class Applier:
    """Plans the edits of one comparison."""

    def __init__(
        self, files: Files, records: Records, texts: Mapping[str, str]
    ) -> None:
        self.files, self.records, self.texts = files, records, texts
        self.findings: list[Finding] = []
        self._edits: dict[str, TomlText] = {}
        self._whole: dict[str, dict[str, Any]] = {}
        self._gone: set[str] = set()
        self._touched: set[str] = set()
        self._groups: dict[str, Record] = {}
        self._new_groups: dict[str, dict[str, Any]] = {}

    def apply(self, held: Comparison) -> Texts:
        """The new texts of the files that change."""
        self._groups = self._titled(held)
        self._new_groups = _new_groups(held.additions)
        for change in held.changes:
            self._change(change)
        self._intentions(held.changes)
        for deletion in held.deletions:
            self._delete(deletion, held)
        for addition in sorted(
            held.additions, key=lambda a: (a.id[0] != "module", a.id)
        ):
            self._add(addition)
        made: Texts = {name: document(table) for name, table in self._whole.items()}
        made |= dict.fromkeys(self._gone)
        for name in sorted(self._touched - self._gone):
            try:
                made[name] = self._edits[name].text()
            except EditError as error:
                self._found(
                    name, f"{name} cannot be edited: {error}", SourceRef(file=name)
                )
        return made

    def _found(self, subject: str, message: str, at: SourceRef) -> None:
        self.findings.append(
            Finding(
                code="FRM104",
                severity=Severity.ERROR,
                subject=subject,
                message=message,
                source=at,
            )
        )

    def _edit(self, name: str) -> TomlText:
        if name not in self._edits:
            self._edits[name] = TomlText(self.texts.get(name, ""), self.files.get(name))
        self._touched.add(name)
        return self._edits[name]

    def _change(self, change: Change) -> None:
        record = self.records[change.id]
        if change.path[0] == "intends":
            return
        if record.kind in IN_GROUP and change.path == GROUP.path:
            self._regroup(change, record)
            return
        edit = self._edit(record.file)
        place: TomlPath = (*record.path, *change.path)
        if record.kind in DAYS and change.path[0] in ("starts", "ends"):
            self._two_ends(edit, record)
        held = self._at(record.file, place)
        if change.after is None:
            edit.remove(place)
        elif isinstance(held, dict):
            edit.set((*place, "mark"), change.after)
        else:
            edit.set(place, toml_of(change.id[0], change.path, change.after))

    def _at(self, name: str, path: TomlPath) -> Any:  # noqa: ANN401 (TOML is untyped)
        value: Any = self.files[name]
        for part in path:
            if isinstance(value, dict):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int):
                value = value[part]
            else:
                return None
        return value

    def _two_ends(self, edit: TomlText, record: Record) -> None:
        """What lasts one day gets two ends before one of them moves."""
        day = self._at(record.file, (*record.path, "date"))
        if day is not None:
            edit.remove((*record.path, "date"))
            for end in ("starts", "ends"):
                edit.set((*record.path, end), day)

    def _intentions(self, changes: list[Change]) -> None:
        """What a module means to cover is a list, so its changes come together."""
        lists: dict[tuple[Id, str], list[str]] = {}
        for change in changes:
            if change.path[0] != "intends":
                continue
            _, framework, item = change.path
            record = self.records[change.id]
            now = self._at(record.file, ("intends", framework)) or []
            keys = lists.setdefault((change.id, framework), [str(k) for k in now])
            if change.after is None:
                keys.remove(item)
            else:
                keys.append(item)
        for (id_, framework), keys in lists.items():
            edit = self._edit(self.records[id_].file)
            edit.set(("intends", framework), keys)

    def _delete(self, deletion: Deletion, held: Comparison) -> None:
        record = self.records[deletion.id]
        going = {d.id for d in held.deletions}
        size = len(record.path)
        inside = [
            r
            for r in self.records.values()
            if r.file == record.file and r.path[:size] == record.path
        ]
        staying = [r.id for r in inside if r.id not in going]
        if staying:
            names = ", ".join(record_in_words(id_) for id_ in staying[:3])
            message = f"{record.id[1]} cannot be deleted while it has {names}"
            self._found(record.id[1], message, deletion.places[0])
        elif record.kind == "module":
            self._gone.add(record.file)
        elif record.file not in self._gone and not self._goes_along(record, going):
            self._edit(record.file).remove(record.path)

    def _goes_along(self, record: Record, going: Collection[Id]) -> bool:
        """Whether a part of a group goes with it."""
        return record.kind in IN_GROUP and any(
            r.kind == "group" and r.path == record.path[:2] and r.id in going
            for r in self.records.values()
        )

    def _add(self, addition: Addition) -> None:
        kind = addition.id[0]
        table = _table(addition)
        if kind == "module":
            self._module(addition, table)
        elif kind in _IN_MODULE:
            self._in_module(addition, table)
        elif kind in IN_GROUP:
            self._in_group(addition, table)
        else:
            if kind == "group":
                table |= self._new_groups.get(_folded(table.get("title")), {})
            name, path = _PLACES[kind]
            held = array_at(self.files.get(name, {}), path)
            self._edit(name).insert(path, _index(kind, held, table), table)

    def _module(self, addition: Addition, table: dict[str, Any]) -> None:
        key = addition.id[1]
        name = f"modules/{key}.toml"
        if not _MODULE_NAME.fullmatch(key) or name in self.texts:
            message = f"the module {key} cannot have a file of its own"
            self._found(key, message, addition.places[0])
            return
        self._whole[name] = table

    def _in_module(self, addition: Addition, table: dict[str, Any]) -> None:
        kind, module = addition.id[:2]
        path = _IN_MODULE[kind]
        new = self._whole.get(f"modules/{module}.toml")
        record = self.records.get(("module", module))
        if new is not None:
            held = new.setdefault(path[0], [])
            held.insert(_index(kind, held, table), table)
        elif record is None:
            message = f"{record_in_words(addition.id)} belongs to no module"
            self._found(addition.id[-1], message, addition.places[0])
        else:
            held = array_at(self.files[record.file], path)
            index = _index(kind, held, table)
            self._edit(record.file).insert(path, index, table)

    def _titled(self, held: Comparison) -> dict[str, Record]:
        """The groups by their titles, as they are and as they will be."""
        groups = {id_: r for id_, r in self.records.items() if id_[0] == "group"}
        named = {_folded(r.values.get(("title",))): r for r in groups.values()}
        return named | {
            _folded(change.after): groups[change.id]
            for change in held.changes
            if change.id in groups and change.path == ("title",)
        }

    def _regroup(self, change: Change, record: Record) -> None:
        """A time or block stays where it is, unless only its group's name changed."""
        group = self._groups.get(_folded(change.after))
        if group is None or group.path != record.path[:2]:
            message = (
                f"{record_in_words(record.id)} cannot move to "
                f"{change.after or 'no group'}; delete its row and write a new one"
            )
            self._found(record.id[-1], message, change.places[0])

    def _in_group(self, addition: Addition, table: dict[str, Any]) -> None:
        kind, title = addition.id[0], addition.values.get(GROUP.path)
        group = self._groups.get(_folded(title))
        if group is not None:
            path = (*group.path, IN_GROUP[kind])
            held = self._at(group.file, path) or []
            self._edit(group.file).insert(path, _index(kind, held, table), table)
        elif _folded(title) not in self._new_groups:
            what = record_in_words(addition.id)
            message = f"{what} names {title or 'no group'}, which is no group"
            self._found(addition.id[-1], message, addition.places[0])


def _folded(title: object) -> str:
    """A title as titles are compared."""
    return " ".join(str(title or "").split()).casefold()


def toml_of(kind: str, path: Path, value: Value) -> object:
    """A value as the files write it."""
    if field_of(kind, path).sort is Sort.TICK:
        return "assessed"
    return list(value) if isinstance(value, tuple) else value


def _table(addition: Addition) -> dict[str, Any]:
    """The table of a new record: its key, then its fields in their usual order."""
    kind = addition.id[0]
    shown = BY_KIND[kind]
    table: dict[str, Any] = {}
    if shown.keyed:
        keys = dict(zip(shown.keys, addition.id[1:], strict=True))
        table |= {k: v for k, v in keys.items() if k != "module" or kind == "module"}
    order = [field.path for field in shown.fields]
    values = sorted(addition.values.items(), key=lambda v: _place(order, v[0]))
    for path, value in values:
        if value is not None and not (kind in IN_GROUP and path == GROUP.path):
            _put(table, kind, path, value)
    return table


def _new_groups(additions: Iterable[Addition]) -> dict[str, dict[str, Any]]:
    """The times and blocks of groups that are new themselves, by their titles."""
    held = list(additions)
    new = (a.values.get(("title",)) for a in held if a.id[0] == "group")
    found: dict[str, dict[str, Any]] = {_folded(title): {} for title in new}
    for addition in held:
        parts = found.get(_folded(addition.values.get(GROUP.path)))
        if addition.id[0] in IN_GROUP and parts is not None:
            key = IN_GROUP[addition.id[0]]
            parts.setdefault(key, []).append(_table(addition))
    return found


def _place(order: list[Path], path: Path) -> tuple[int, Path]:
    return (order.index(path) if path in order else len(order), path)


def _put(table: dict[str, Any], kind: str, path: Path, value: Value) -> None:
    if path[0] == "intends":
        table.setdefault("intends", {}).setdefault(path[1], []).append(path[2])
        return
    inner = table
    for part in path[:-1]:
        inner = inner.setdefault(part, {})
    inner[path[-1]] = toml_of(kind, path, value)


def _index(kind: str, held: list[dict[str, Any]], table: dict[str, Any]) -> int:
    """Where a new record goes: by its key among sorted ones, else at the end."""
    key = "key" if kind not in NUMBERED else _SORTED_BY.get(kind, "")
    if key not in table:
        return len(held)
    keys = [_natural(entry.get(key, "")) for entry in held]
    if keys != sorted(keys):
        return len(held)
    new = _natural(table[key])
    return next((i for i, other in enumerate(keys) if other > new), len(held))


def _natural(key: object) -> tuple[tuple[int, int, str], ...]:
    """A key as people sort it: M2 before M10."""
    parts = _DIGITS.split(str(key).casefold())
    return tuple((1, int(p), "") if p.isdecimal() else (0, 0, p) for p in parts)
