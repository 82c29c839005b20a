"""The records of a programme's files: what each holds, and where it stands.

Read from the plain tables of the files, so that a form carries what the files
say, not what was made of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from typing import Any

from curriculum.form.fields import BY_KIND, CARD, MARKS, Field, Path, Sort
from curriculum.readers.programme.folder import (
    ASSESSMENTS,
    CALENDAR,
    PROGRAMME,
    WAIVERS,
)

Value = str | int | float | bool | date | time | tuple[str, ...] | None
"""What a field holds; None where nothing stands."""
Id = tuple[str, ...]
"""The kind of a record, and its key."""
Files = Mapping[str, dict[str, Any]]
"""The tables of a programme's files, by name, in order."""
TomlPath = tuple[str | int, ...]

ARRAYS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (PROGRAMME, "choice", ("choices",)),
    (PROGRAMME, "verification", ("verifications",)),
    (PROGRAMME, "people", ("people",)),
    (PROGRAMME, "method", ("end_point", "methods")),
    (CALENDAR, "term", ("terms",)),
    (CALENDAR, "closure", ("closures",)),
    (CALENDAR, "override", ("bank_holiday_overrides",)),
    (CALENDAR, "delivery", ("delivery",)),
    (CALENDAR, "block", ("blocks",)),
    (CALENDAR, "workplace", ("workplace",)),
    (CALENDAR, "exam", ("exams",)),
    (CALENDAR, "group", ("groups",)),
    (ASSESSMENTS, "assessment", ("assessments",)),
    (WAIVERS, "waiver", ("waivers",)),
)
"""Which array of which file holds the records of a kind."""
IN_MODULE = (("outcome", ("outcomes",)), ("session", ("sessions",)))
IN_GROUP = {"group_delivery": "delivery", "group_block": "blocks"}
"""Which array of a group holds the records of a kind."""
OWN_FILES = {PROGRAMME, CALENDAR, ASSESSMENTS, WAIVERS}
NUMBERED = {
    "term": ("title",),
    "closure": ("title",),
    "override": ("date",),
    "delivery": ("day",),
    "choice": ("title",),
    "verification": ("by", "date"),
    "block": ("title",),
    "workplace": ("title",),
    "exam": ("title",),
    "group": ("title",),
    "group_delivery": ("group", "day"),
    "group_block": ("group", "title"),
}
"""Fields that name a record to which the files give no key."""
DAYS = frozenset({"closure", "block", "workplace", "exam", "group_block"})
"""Kinds of some days, of which ``date`` states one that is both first and last."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its fields that hold something, and where it stands."""

    id: Id
    file: str
    path: TomlPath
    values: dict[Path, Value] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """What it is: "session"."""
        return self.id[0]


Records = dict[Id, Record]


def records_of(files: Files) -> Records:
    """Every record of a programme's files, in order."""
    found: Records = {}
    for name, tables in files.items():
        for record in _of_file(name, tables):
            id_ = _free(record.id, found)
            found[id_] = Record(id_, record.file, record.path, record.values)
    return found


def arrays_of(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The arrays of a file that hold records, each with their kind."""
    if name not in OWN_FILES:
        yield from IN_MODULE
    for file, kind, path in ARRAYS:
        if file == name:
            yield kind, path


def array_at(tables: dict[str, Any], path: tuple[str, ...]) -> list[dict[str, Any]]:
    """The tables of an array; what is no table in it is passed over."""
    value: Any = tables
    for part in path:
        value = value.get(part, {}) if isinstance(value, dict) else {}
    return value if isinstance(value, list) else []


def _of_file(name: str, tables: dict[str, Any]) -> Iterator[Record]:
    module = str(tables.get("key", "")) if name not in OWN_FILES else ""
    if name == PROGRAMME:
        yield Record(("programme",), name, (), _card("programme", tables))
    elif name == CALENDAR:
        yield Record(("calendar",), name, (), _card("calendar", tables))
    elif name not in OWN_FILES:
        yield Record(("module", module), name, (), _values("module", tables))
    for kind, path in arrays_of(name):
        for index, table in enumerate(array_at(tables, path)):
            if isinstance(table, dict):
                id_ = _id(kind, table, module)
                yield Record(id_, name, (*path, index), _values(kind, table))
                if kind == "group":
                    yield from _of_group(name, (*path, index), table)


def _of_group(name: str, path: TomlPath, group: dict[str, Any]) -> Iterator[Record]:
    """The times and blocks of a group; each says in a field of which."""
    for kind, key in IN_GROUP.items():
        for index, table in enumerate(array_at(group, (key,))):
            if isinstance(table, dict):
                whole = {**table, "group": str(group.get("title", ""))}
                id_ = _id(kind, whole, "")
                yield Record(id_, name, (*path, key, index), _values(kind, whole))


def _id(kind: str, table: dict[str, Any], module: str) -> Id:
    if kind in NUMBERED:
        return (kind, *(str(table.get(name, "")) for name in NUMBERED[kind]))
    keys = BY_KIND[kind].keys
    return (
        kind,
        *(module if key == "module" else str(table.get(key, "")) for key in keys),
    )


def _free(id_: Id, found: Records) -> Id:
    """An id that no earlier record has: "Staff development day (2)"."""
    number, free = 1, id_
    while free in found:
        number += 1
        free = (*id_[:-1], f"{id_[-1]} ({number})")
    return free


def _card(kind: str, tables: dict[str, Any]) -> dict[Path, Value]:
    return dict(_plain(CARD[kind], tables))


def _values(kind: str, table: dict[str, Any]) -> dict[Path, Value]:
    if kind in DAYS and "date" in table:
        table = {"starts": table["date"], "ends": table["date"], **table}
    values = dict(_plain(_fields(kind), table))
    if kind in MARKS:
        values |= _marks(MARKS[kind], table)
    return values


@cache
def _fields(kind: str) -> tuple[Field, ...]:
    """The fields of a record that are not its key."""
    keys = BY_KIND[kind].keys if BY_KIND[kind].keyed else ()
    return tuple(f for f in BY_KIND[kind].fields if f.name not in keys)


def _plain(
    fields: Iterable[Field], table: dict[str, Any]
) -> Iterator[tuple[Path, Value]]:
    for held in fields:
        first, *rest = held.path
        value: Any = table.get(first)
        for part in rest:
            value = value.get(part) if isinstance(value, dict) else None
        plain = None if value is None else canonical(held, value)
        if plain is not None:
            yield held.path, plain


def _marks(held: Field, table: dict[str, Any]) -> Iterator[tuple[Path, Value]]:
    marked = table.get(held.path[0], {})
    for framework, items in marked.items() if isinstance(marked, dict) else ():
        if isinstance(items, list):
            yield from (((*held.path, framework, str(i)), True) for i in items)
        elif isinstance(items, dict):
            for item, mark in items.items():
                word = mark.get("mark") if isinstance(mark, dict) else mark
                value = canonical(held, word)
                if value is not None:
                    yield (*held.path, framework, item), value


def canonical(held: Field, value: object) -> Value:
    """A value as forms are compared: nothing is None, a default is nothing."""
    match value:
        case list() | tuple():
            entries = tuple(str(entry) for entry in value)
            return entries or None
        case str() if held.sort is Sort.TICK:
            return True if value.strip() else None
        case str() if held.sort is Sort.MARK:
            plain: Value = value.strip().casefold() or None
        case str():
            plain = value if value.strip() else None
        case float() if value.is_integer():
            plain = int(value)
        case bool() | int() | float() | date() | time() | None:
            plain = value
        case _:
            plain = str(value)
    same = plain == held.default and type(plain) is type(held.default)
    return None if same else plain
