"""Rows that came and went, as records that are new or missing.

Only in a table of which each row is one session or one assessment: there a row that
is gone is a record without a row, and a row that came may be a new session.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curriculum.carried.shown import Cell, Row, Table
from curriculum.form.fields import Path, Sort, field_of
from curriculum.form.records import Id, Records, Value
from curriculum.form.spelling import Spelling
from curriculum.form.words import record_in_words
from curriculum.model import Programme, SessionKind
from curriculum.verifying.columns import Registry, Sign, TableMap
from curriculum.verifying.known import MARKS, Known
from curriculum.verifying.labels import column_label
from curriculum.verifying.values import says_nothing, value_now

_KINDS = ("session", "assessment")
_FEWEST_FIELDS = 3
"""Fields that a table must hold to be the table of its records."""
_KEY = re.compile(r"[^\W_][\w.-]*")
_KIND = re.compile(r": *(.+)")


def kind_of(held: TableMap) -> str:
    """The kind of record of which a table has one row each; empty for other tables.

    Rows of none, such as holidays between sessions, do no harm.
    """
    ids = [id_ for id_ in held.records if id_]
    kinds = {id_[0] for id_ in ids}
    fields = {sign.path[0] for column in held.columns for sign in column}
    once = len(set(ids)) == len(ids)
    if not once or len(kinds) != 1 or len(fields) < _FEWEST_FIELDS:
        return ""
    kind = kinds.pop()
    return kind if kind in _KINDS else ""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that a new row states, or why it states none."""

    id: Id = ()
    values: tuple[tuple[Path, Value], ...] = ()
    problem: str = ""
    left: tuple[str, ...] = ()
    """Columns with a text that no field takes."""


class _Spot(NamedTuple):
    """Where rows say which record they are of, and what leads the key there."""

    column: int
    line: int
    lead: str


@dataclass(frozen=True, slots=True)
class SessionTable:
    """A table of sessions, with what is needed to read one more row of it."""

    table: Table
    held: TableMap
    registry: Registry
    programme: Programme
    spell: Spelling

    def session_in(self, row: Row, taken: Records) -> NewRecord:
        """The session that a new row states."""
        spot = self._spot()
        key, kind = self._key(row, spot) if spot else ("", "")
        module = self._module(key)
        if not spot or not key:
            example = next((id_[-1] for id_ in self.held.records[:0:-1] if id_), "")
            return NewRecord(problem=f"it has no code of its own, such as {example}")
        if not module:
            return NewRecord(problem=f"it is not clear to which module {key} belongs")
        id_ = ("session", module, key)
        if id_ in taken:
            return NewRecord(problem=f"there is {record_in_words(id_)} already")
        return self._read(id_, kind, row, spot)

    def _read(self, id_: Id, kind: str, row: Row, spot: _Spot) -> NewRecord:
        values: dict[Path, Value] = {}
        problems: list[str] = []
        left: list[str] = []
        if kind:
            values[("kind",)] = kind
        for number, cell in enumerate(row[: len(self.held.columns)]):
            lines = tuple(
                line
                for n, line in enumerate(cell)
                if (number, n) != (spot.column, spot.line) and not says_nothing(line)
            )
            said = list(self._fields(id_, number, lines))
            if not said and lines:
                left.append(column_label(self.table[0], number))
            for known, texts in said:
                got = value_now(known, texts, self.programme, self.spell)
                problems += [got.problem] if got.problem else []
                values |= {k: v for k, v in got.values.items() if v is not None}
        if not problems and not {("topic",), ("hours",)} <= values.keys():
            problems.append("a session needs a topic and its hours")
        return NewRecord(
            id_, tuple(values.items()), "; ".join(dict.fromkeys(problems)), tuple(left)
        )

    def _fields(
        self, id_: Id, column: int, lines: Cell
    ) -> Iterator[tuple[Known, tuple[str, ...]]]:
        """What a cell of a new row says of each field of its column."""
        plain: list[Sign] = []
        rest = list(lines)
        for sign in self.held.columns[column]:
            told = [line for line in rest if sign.lead and line.startswith(sign.lead)]
            if told:
                rest = [line for line in rest if line not in told]
                yield _known(id_, sign), tuple(told)
            elif not sign.lead:
                plain.append(sign)
        if len(plain) == 1 and rest and _takes(id_, plain[0], rest):
            yield _known(id_, plain[0]), tuple(rest)

    def _spot(self) -> _Spot | None:
        found: Counter[_Spot] = Counter()
        for row, id_ in zip(self.table, self.held.records, strict=True):
            names = self.registry.names(id_) if id_ else ()
            found.update(
                _Spot(column, line, text[: text.index(id_[-1])])
                for column, cell in enumerate(row)
                for line, text in enumerate(cell)
                if id_ and text in names and id_[-1] in text
            )
        best = found.most_common(1)
        return best[0][0] if best else None

    def _key(self, row: Row, spot: _Spot) -> tuple[str, str]:
        """The key of a new row, and the kind of session that stands behind it."""
        cell = row[spot.column] if spot.column < len(row) else ()
        text = cell[spot.line] if spot.line < len(cell) else ""
        if not text.startswith(spot.lead):
            return "", ""
        found = _KEY.match(text, len(spot.lead))
        if found is None or not any(sign.isdigit() for sign in found[0]):
            return "", ""
        behind = _KIND.fullmatch(text[found.end() :])
        kinds = {kind.value: kind for kind in SessionKind}
        kind = kinds.get(behind[1].casefold()) if behind else None
        if text[found.end() :] and kind is None:
            return "", ""
        return found[0].rstrip(".-"), kind.value if kind else ""

    def _module(self, key: str) -> str:
        """The module of a new session: its table's, or the one its code begins with."""
        modules = {id_[1] for id_ in self.held.records if id_}
        if len(modules) == 1:
            return modules.pop()
        fit = [m.key for m in self.programme.modules if key.startswith(m.key)]
        return max(fit, key=len, default="")


def _known(id_: Id, sign: Sign) -> Known:
    return Known(id_, sign.path, (), sign.lead, sign.advisory)


def _takes(id_: Id, sign: Sign, lines: Sequence[str]) -> bool:
    """Whether a field takes so many lines."""
    if sign.path[0] in MARKS or len(lines) == 1:
        return True
    return field_of(id_[0], sign.path).sort in (Sort.LINES, Sort.CODES)
