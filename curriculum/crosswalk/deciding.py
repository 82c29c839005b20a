"""Keeping what a person decided of a crosswalk; every other line stays as it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from curriculum.crosswalk.sides import Framed
from curriculum.crosswalk.table import State, Table, facing, means
from curriculum.edits import EditError, TomlText, document
from curriculum.errors import NotWrittenError, SourceError
from curriculum.model import Crosswalk, Relation
from curriculum.readers.programme.decided import read_crosswalk
from curriculum.readers.programme.folder import FORMAT
from curriculum.versions.edition import Statement

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of some pairs or statements, and who it is."""

    who: str
    on: date
    reason: str = ""
    relation: Relation | None = None
    """Where it is not as proposed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of what is to be kept."""

    table: str
    """``pairs`` or ``uncovered``."""
    entry: Entry
    sentence: str


def kept_at(folder: Path, one: Framed, other: Framed) -> Path:
    """The file in which a crosswalk of two frameworks is kept."""
    names = (re.sub(r"[^\w.-]+", "-", f.edition.reference) for f in (one, other))
    return folder / f"crosswalk-{'-'.join(names)}.toml"


def kept(path: Path) -> Crosswalk | None:
    """What a file holds; None where there is none.

    Raises SourceError, naming the first fault, when the file cannot be used whole:
    what would be added to it must not hide what it says.
    """
    if not path.is_file():
        return None
    crosswalk, findings = read_crosswalk(path)
    if findings:
        raise SourceError(str(findings[0]))
    return crosswalk


def confirm(table: Table, keys: Iterable[str], said: Said) -> list[Decision]:
    """Pairs to be kept as confirmed.

    Raises SourceError for a key that is no pair, or one that nothing proposes and
    of which no relation is given.
    """
    found = []
    for key in keys:
        one, other = _pair(table, key)
        row = table.row(f"{one.key}={other.key}")
        relation = said.relation
        if relation is None and row and row.state is not State.REJECTED:
            relation = row.relation
        if relation is None:
            raise SourceError(
                f"{key}: nothing proposes how {one.key} stands to {other.key}; say it "
                "with --relation same, broader, narrower or overlapping"
            )
        found.append(_decision((one, other), relation, said))
    return found


def reject(table: Table, keys: Iterable[str], said: Said) -> list[Decision]:
    """Pairs to be kept as looked at and having nothing to do with each other."""
    return [_decision(_pair(table, key), Relation.NONE, said) for key in keys]


def leave(table: Table, keys: Iterable[str], said: Said) -> list[Decision]:
    """Statements to be kept as covered by nothing of the other framework.

    Raises SourceError for a key that neither framework has, or that is confirmed.
    """
    found = []
    for key in keys:
        side, statement = _one_of(table, key)
        if any(
            row.state is State.CONFIRMED and statement in (row.one, row.other)
            for row in table.rows
        ):
            raise SourceError(f"{key}: a pair of it is confirmed")
        entry = {
            "framework": side.edition.reference,
            "item": statement.key,
            "reason": said.reason,
            "who": said.who,
            "on": said.on,
        }
        sentence = f"{side.label} {statement.key} is covered by nothing"
        found.append(Decision("uncovered", entry, sentence))
    return found


def written(path: Path, table: Table, decisions: Sequence[Decision]) -> str:
    """The text of the file with the decisions in it; nothing is written yet.

    Raises SourceError when the file cannot be edited so that it says just that.
    """
    held = kept(path)
    if held is None:
        return document(_new(table, decisions))
    if facing(held, table.one, table.other) is None:
        names = f"{held.one.label} and {held.other.label}"
        raise SourceError(f"{path}: is a crosswalk of {names}")
    try:
        edit = TomlText(path.read_bytes().decode("utf-8"))
        for decision in decisions:
            _put(edit, held, _as_kept(decision, held, table))
        return edit.text()
    except (EditError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be edited: {error}") from error


def write(path: Path, text: str) -> None:
    """Put the text in place, whole.  Raises NotWrittenError if that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_name(f".{path.name}.new")
        made.write_bytes(text.encode())
        made.replace(path)
    except OSError as error:
        raise NotWrittenError(
            f"{path}: cannot be written ({error.strerror})"
        ) from error


def _pair(table: Table, key: str) -> tuple[Statement, Statement]:
    ours, sign, theirs = key.partition("=")
    one = _named(table.one, ours)
    other = _named(table.other, theirs)
    if not sign or one is None or other is None:
        first = next(iter(table.rows), None)
        such = f", such as {first.key}" if first else ""
        raise SourceError(
            f"{key}: is no pair of a statement of {table.one.label} and one of "
            f"{table.other.label}{such}"
        )
    return one, other


def _one_of(table: Table, key: str) -> tuple[Framed, Statement]:
    """A statement of either; ST0128:K1 says of which, where both have the key."""
    name, colon, rest = key.partition(":")
    sides = [s for s in (table.one, table.other) if colon and s.is_called(name)]
    wanted = rest if sides else key
    held = [(side, _named(side, wanted)) for side in sides or (table.one, table.other)]
    found = [(side, statement) for side, statement in held if statement is not None]
    if len(found) == 1:
        return found[0]
    both = f"{table.one.label} and {table.other.label}"
    if found:
        side = table.one.edition.reference
        raise SourceError(f"{key}: is in {both}; say which, such as {side}:{key}")
    raise SourceError(f"{key}: is no statement of {both}")


def _named(side: Framed, key: str) -> Statement | None:
    wanted = key.strip().casefold()
    return next((s for s in side.edition.items if s.key.casefold() == wanted), None)


def _decision(
    pair: tuple[Statement, Statement], relation: Relation, said: Said
) -> Decision:
    one, other = pair
    entry = {
        "one": one.key,
        "other": other.key,
        "relation": relation.value,
        "reason": said.reason,
        "who": said.who,
        "on": said.on,
        "stamps": [one.stamp, other.stamp],
    }
    return Decision("pairs", entry, f"{one.key} {relation.words} {other.key}")


def _new(table: Table, decisions: Sequence[Decision]) -> Entry:
    sides = {"one": _side(table.one), "other": _side(table.other)}
    lists = {
        name: [_shown(d.entry) for d in decisions if d.table == name]
        for name in ("pairs", "uncovered")
    }
    return {"format": FORMAT, **sides, **{k: v for k, v in lists.items() if v}}


def _side(framed: Framed) -> Entry:
    edition = framed.edition
    return _shown(
        {
            "framework": edition.reference,
            "version": edition.version,
            "title": edition.title,
        }
    )


def _shown(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if value != ""}


def _as_kept(decision: Decision, held: Crosswalk, table: Table) -> Decision:
    """A decision in the names and in the direction of the file that keeps it."""
    entry = dict(decision.entry)
    if decision.table == "uncovered":
        framed = table.one if table.one.is_called(entry["framework"]) else table.other
        side = held.one if means(framed, held.one) else held.other
        entry["framework"] = side.framework
    elif not means(table.one, held.one):
        entry |= {"one": entry["other"], "other": entry["one"]}
        entry["relation"] = Relation(entry["relation"]).turned.value
        entry["stamps"] = entry["stamps"][::-1]
    return Decision(decision.table, _shown(entry), decision.sentence)


def _put(edit: TomlText, held: Crosswalk, decision: Decision) -> None:
    """Replace what was decided before, or add what was not."""
    entry, name = decision.entry, decision.table
    if name == "pairs":
        keys: list[tuple[str, ...]] = [(p.one, p.other) for p in held.pairs]
        key: tuple[str, ...] = (entry["one"], entry["other"])
    else:
        keys = [(u.framework, u.item) for u in held.uncovered]
        key = (entry["framework"], entry["item"])
    if key in keys:
        for field, value in entry.items():
            edit.set((name, keys.index(key), field), value)
    else:
        edit.insert((name,), len(keys), entry)
