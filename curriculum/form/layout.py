"""How the form is laid out: its sheets as plain rows, before they are dressed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from curriculum.form.fields import (
    ASSESSES,
    INTENDS,
    KIND_OF_MARK,
    TEACHES,
    Field,
)
from curriculum.form.records import Id, Record, Records, Value
from curriculum.model import Framework

FIRST_MARK = 4
"""Marks follow the key, the wording, a count and the gap."""
SPARES = 3
"""Columns of a grid for records that are new."""


@dataclass(frozen=True)
class Grid:
    """One framework's items as rows, and what marks them as columns."""

    framework: Framework
    field: Field
    sheet: str
    title: str
    explanation: str
    columns: tuple[Record, ...]

    @property
    def verb(self) -> str:
        """What its marks say: teaches, assesses or intends."""
        return self.field.name

    @property
    def kind(self) -> str:
        """What its columns are."""
        return KIND_OF_MARK[self.verb]

    @property
    def last_row(self) -> int:
        """The row of its last item, counted from 1."""
        return len(self.framework.items) + 3

    @cached_property
    def marks(self) -> tuple[dict[str, Value], ...]:
        """What each column marks: the keys of items, and how."""
        verb, framework = self.verb, self.framework.id
        return tuple(
            {
                path[2]: value
                for path, value in record.values.items()
                if path[0] == verb and path[1] == framework
            }
            for record in self.columns
        )

    @cached_property
    def marked(self) -> Counter[str]:
        """In how many columns each item is marked."""
        return Counter(key for held in self.marks for key in held)


def grids(frameworks: tuple[Framework, ...], records: Records) -> Iterator[Grid]:
    """The grids of a form: marks, then assessment, then what modules intend."""
    judged = [f for f in frameworks if not f.policy.advisory]
    for framework in (*judged, *(f for f in frameworks if f.policy.advisory)):
        label = _label(framework, frameworks)
        for field, plain, told in _VERBS:
            columns = [
                r for r in records.values() if r.kind == KIND_OF_MARK[field.name]
            ]
            if field is ASSESSES and framework.policy.advisory:
                columns = [r for r in columns if _marks(r, field, framework)]
                if not columns:
                    continue
            name = f"{label} {plain}".strip() if plain else (label or "Marks")
            yield Grid(
                framework,
                field,
                _sheet_name(name.capitalize() if not label else name),
                f"{told}: {framework.label}, {framework.title}",
                _EXPLAINED[field.name],
                tuple(columns),
            )


_VERBS = (
    (TEACHES, "", "What each session teaches"),
    (ASSESSES, "assessed", "What each assessment assesses"),
    (INTENDS, "intended", "What each module means to cover"),
)
_EXPLAINED = {
    "teaches": "Choose a letter where a session teaches the statement: I introduced, "
    "D developed, M mastered, T taught, not graded. Blank: it does not teach it.",
    "assesses": "Choose A where an assessment assesses the statement.",
    "intends": "Choose x where a module declares that it covers the statement; a "
    "session of the module must then teach it.",
}


def _label(framework: Framework, frameworks: tuple[Framework, ...]) -> str:
    """What its sheets are called; the only judged framework needs no name."""
    alike = [f for f in frameworks if f.policy.advisory == framework.policy.advisory]
    if len(alike) > 1:
        return framework.id
    return "Skills" if framework.policy.advisory else ""


def _sheet_name(name: str) -> str:
    plain = "".join("_" if c in "[]:*?/\\'" else c for c in name)
    return plain[:31]


def _marks(record: Record, field: Field, framework: Framework) -> bool:
    return any(path[:2] == (field.name, framework.id) for path in record.values)


def code_of(id_: Id) -> str:
    """How a grid heads a column: "M03.04", or "M03 4" where keys repeat."""
    *before, key = id_[1:]
    return key if not before or key.startswith(before[0]) else f"{before[0]} {key}"
