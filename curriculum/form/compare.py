"""Three-way comparison: baseline, the programme now, and each returned form.

What only a form changed is taken; what was changed differently in two places is
a conflict.  The outcome does not depend on the order of the forms.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from curriculum.form.copies import Copy, Said
from curriculum.form.fields import BY_KIND, CARD, Path, field_of
from curriculum.form.records import Id, Records, Value
from curriculum.form.values import normal
from curriculum.form.words import (
    change_in_words,
    place_in_words,
    record_in_words,
    value_in_words,
)
from curriculum.model import SourceRef

ALL = "all"


@dataclass(frozen=True, slots=True)
class Change:
    """One field that takes another value."""

    id: Id
    path: Path
    before: Value
    after: Value
    places: tuple[SourceRef, ...]

    def __str__(self) -> str:
        where = "; ".join(place_in_words(at) for at in self.places)
        words = change_in_words(self.id, self.path, self.before, self.after)
        return f"{words} ({where})"


@dataclass(frozen=True, slots=True)
class Addition:
    """One record that is new."""

    id: Id
    values: dict[Path, Value]
    places: tuple[SourceRef, ...]

    def __str__(self) -> str:
        where = "; ".join(place_in_words(at) for at in self.places)
        title = next((v for k, v in self.values.items() if k in _TITLES), "")
        named = f", {title}" if title else ""
        return f"{record_in_words(self.id)}: new{named} ({where})"


@dataclass(frozen=True, slots=True)
class Deletion:
    """One record whose row is missing."""

    id: Id
    places: tuple[SourceRef, ...]

    def __str__(self) -> str:
        where = "; ".join(place_in_words(at) for at in self.places)
        return f"{record_in_words(self.id)}: its row is missing ({where})"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values that differ, of which somebody must choose one."""

    id: Id
    path: Path
    now: Value
    options: tuple[Said, ...]
    why: str

    def __str__(self) -> str:
        if self.why == MISSING:
            where = "; ".join(place_in_words(option.at) for option in self.options)
            return f"{record_in_words(self.id)}: {self.why} ({where})"
        said = "; ".join(
            f"{self._said(option.value)} in {place_in_words(option.at)}"
            for option in self.options
        )
        what = change_in_words(self.id, self.path, None, None).rsplit(" → ", 1)[0]
        what = what.removesuffix(" not marked").removesuffix(" nothing")
        return f"{what} is {self._said(self.now)} in the programme; {said} ({self.why})"

    def _said(self, value: Value) -> str:
        return value_in_words(self.id, self.path, value)


_TITLES = {("title",), ("topic",), ("text",), ("name",), ("reason",)}
BOTH_CHANGED = "changed since the form was written"
COPIES_DIFFER = "the forms differ"
NO_BASELINE = "to be confirmed, for the form no longer says what it was written from"
GONE = "the programme no longer has it"
MISSING = "its row is missing, but it was changed elsewhere"


@dataclass(slots=True)
class Comparison:
    """What a merge would do, and what stands in its way."""

    changes: list[Change] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    deletions: list[Deletion] = field(default_factory=list)
    """Asked for with ``delete``; otherwise these are ``missing``."""
    missing: list[Deletion] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    left: list[Conflict] = field(default_factory=list)
    """Differences that were not among those accepted."""
    in_vain: list[str] = field(default_factory=list)
    """Cells that were accepted, where there is nothing to choose."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not (self.changes or self.additions or self.deletions)


def compare(
    now: Records,
    copies: Sequence[Copy],
    *,
    accept: Iterable[str] = (),
    delete: bool = False,
) -> Comparison:
    """What the returned forms change.

    ``accept`` names the cells whose value is to be taken where somebody must
    choose: "Marks!F12", "copy-2.xlsx:Marks!F12", or "all".
    """
    held = Comparison()
    said = _gathered(copies)
    accepted = _Accepted(accept)
    added: dict[Id, dict[Path, Value]] = {}
    for (id_, path), voices in said.items():
        conflict, value = _judged(now, (id_, path), voices)
        if conflict:
            chosen = accepted.chosen(conflict)
            if chosen is None:
                held.conflicts.append(conflict)
                continue
            if conflict.why == GONE:
                held.left.append(conflict)
                continue
            (value,) = chosen
        _settle(held, now, (id_, path, value), voices, added)
    held.in_vain = accepted.in_vain
    _additions(held, now, copies, added)
    _deletions(held, now, copies, delete=delete)
    if accepted.named:
        _leave_the_rest(held)
    _in_order(held, now)
    return held


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one copy says of one field, and what it was written from."""

    copy: Copy
    base: Value
    said: Said


_Key = tuple[Id, Path]


def _gathered(copies: Sequence[Copy]) -> dict[_Key, list[_Voice]]:
    found: dict[_Key, list[_Voice]] = {}
    for copy in sorted(copies, key=lambda c: c.name):
        for key, said in copy.changes.items():
            record = copy.base.get(key[0])
            base = record.values.get(key[1]) if record else None
            found.setdefault(key, []).append(_Voice(copy, base, said))
    return found


def _is_new(id_: Id, voices: list[_Voice]) -> bool:
    return all(id_ in voice.copy.new for voice in voices)


def _judged(
    now: Records, key: _Key, voices: list[_Voice]
) -> tuple[Conflict | None, Value]:
    """A conflict, or the value that all agree on."""
    id_, path = key
    field_ = field_of(id_[0], path)
    record = now.get(id_)
    current = normal(field_, record.values.get(path)) if record else None
    options = tuple(voice.said for voice in voices)

    def conflict(why: str) -> tuple[Conflict, Value]:
        shown = record.values.get(path) if record else None
        return Conflict(id_, path, shown, options, why), None

    if record is None and not _is_new(id_, voices):
        return conflict(GONE)
    new = [v for v in voices if v.said.value != current or record is None]
    if len({_hashable(v.said.value) for v in new}) > 1:
        return conflict(COPIES_DIFFER)
    for voice in new:
        if voice.copy.baseline is None:
            return conflict(NO_BASELINE)
        if record is not None and normal(field_, voice.base) != current:
            return conflict(BOTH_CHANGED)
    return None, voices[0].said.value if not new else new[0].said.value


def _hashable(value: Value) -> tuple[str, Value]:
    return type(value).__name__, value


def _settle(
    held: Comparison,
    now: Records,
    what: tuple[Id, Path, Value],
    voices: list[_Voice],
    added: dict[Id, dict[Path, Value]],
) -> None:
    id_, path, value = what
    record = now.get(id_)
    if record is None:
        added.setdefault(id_, {})[path] = value
        return
    before = record.values.get(path)
    if normal(field_of(id_[0], path), before) != value:
        places = tuple(v.said.at for v in voices if v.said.value == value)
        held.changes.append(Change(id_, path, before, value, places))


def _additions(
    held: Comparison,
    now: Records,
    copies: Sequence[Copy],
    added: dict[Id, dict[Path, Value]],
) -> None:
    places: dict[Id, list[SourceRef]] = {}
    for copy in sorted(copies, key=lambda c: c.name):
        for id_, at in copy.new.items():
            if id_ not in now:
                places.setdefault(id_, []).append(at)
    for id_, where in places.items():
        held.additions.append(Addition(id_, added.get(id_, {}), tuple(where)))


def _deletions(
    held: Comparison, now: Records, copies: Sequence[Copy], *, delete: bool
) -> None:
    places: dict[Id, list[SourceRef]] = {}
    changed_since: set[Id] = set()
    for copy in sorted(copies, key=lambda c: c.name):
        for id_, at in copy.missing.items():
            if id_ in now:
                places.setdefault(id_, []).append(at)
                if now[id_].values != copy.base[id_].values:
                    changed_since.add(id_)
    touched = {change.id for change in held.changes} | changed_since
    for id_, where in places.items():
        gone = Deletion(id_, tuple(where))
        if not delete:
            held.missing.append(gone)
        elif id_ in touched:
            options = tuple(Said(None, at) for at in where)
            path = _first(now, id_)
            held.conflicts.append(Conflict(id_, path, None, options, MISSING))
        else:
            held.deletions.append(gone)


def _first(now: Records, id_: Id) -> Path:
    return next(iter(now[id_].values), ("key",))


class _Accepted:
    """The cells whose values somebody has confirmed."""

    def __init__(self, named: Iterable[str]) -> None:
        self.named = {n.strip().casefold().replace(", ", ":"): n for n in named}
        self._used: set[str] = {ALL}

    @property
    def in_vain(self) -> list[str]:
        """What was named and is no cell of a conflict."""
        return [said for name, said in self.named.items() if name not in self._used]

    def chosen(self, conflict: Conflict) -> tuple[Value] | None:
        """The one value that was confirmed, if there is one."""
        options = [o for o in conflict.options if self._names(o.at)]
        if len({_hashable(o.value) for o in options}) == 1:
            return (options[0].value,)
        return None

    def _names(self, at: SourceRef) -> bool:
        known = {ALL, at.place.casefold(), str(at).casefold(), at.file.casefold()}
        self._used |= known
        return bool(self.named.keys() & known)


def _leave_the_rest(held: Comparison) -> None:
    """Once somebody chose, what has no baseline and was not chosen stays as it is."""
    held.left += [c for c in held.conflicts if c.why == NO_BASELINE]
    held.conflicts = [c for c in held.conflicts if c.why != NO_BASELINE]


def _column(kind: str, path: Path) -> int:
    """The place of a field on its sheet; marks come last."""
    fields = CARD[kind] if kind in CARD else BY_KIND[kind].fields
    return next((n for n, f in enumerate(fields) if f.path == path), len(fields))


def _in_order(held: Comparison, now: Records) -> None:
    """By the order of the programme, whatever the order of the forms."""
    order = {id_: number for number, id_ in enumerate(now)}

    def place(thing: Change | Addition | Deletion | Conflict) -> tuple[object, ...]:
        path = thing.path if isinstance(thing, Change | Conflict) else ()
        return (
            order.get(thing.id, len(order)),
            thing.id,
            _column(thing.id[0], path),
            path,
        )

    for things in (
        held.changes,
        held.additions,
        held.deletions,
        held.missing,
        held.conflicts,
        held.left,
    ):
        things.sort(key=place)
