"""Changes in plain words: which record, which field, from what to what."""

import re

from curriculum.form.fields import BY_KIND, CARD, Path, field_of, heading_of
from curriculum.form.records import Id, Value
from curriculum.form.values import said
from curriculum.model import SourceRef

_NUMBER_AT_END = re.compile(r"[^0-9A-Za-z]0*(\d+)$")
_LONGEST = 60
_AROUND = 20


def record_in_words(id_: Id) -> str:
    """How a message names a record: "M03 session 4"."""
    kind, *keys = id_
    if kind in CARD:
        return kind
    if kind == "session":
        module, key = keys
        number = _NUMBER_AT_END.search(key) if key.startswith(module) else None
        return f"{module} session {number[1] if number else key}"
    if kind == "outcome":
        return f"{keys[0]} outcome {keys[1]}"
    return f"{BY_KIND[kind].one} {' '.join(keys)}"


def change_in_words(id_: Id, path: Path, before: Value, after: Value) -> str:
    """A change in a line: M03 session 4: K7 introduced → developed."""
    field = field_of(id_[0], path)
    heading = heading_of(id_[0], path)
    what = heading if path[0] in _VERBS else heading[:1].lower() + heading[1:]
    verb = f"{_VERBS[path[0]]} " if _VERBS.get(path[0]) else ""
    old, new = _shortened(said(field, before), said(field, after))
    return f"{record_in_words(id_)}: {verb}{what} {old} → {new}"


_VERBS = {"teaches": "", "assesses": "assesses", "intends": "intends"}


def value_in_words(id_: Id, path: Path, value: Value) -> str:
    """A value on its own, shortened."""
    text = said(field_of(id_[0], path), value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def place_in_words(at: SourceRef) -> str:
    """A place in a line: copy-2.xlsx, Marks!F12."""
    return f"{at.file}, {at.place}" if at.place else at.file


def _shortened(before: str, after: str) -> tuple[str, str]:
    """Two texts without what they share, if they are too long for a line."""
    before, after = (text.replace("\n", " / ") for text in (before, after))
    if max(len(before), len(after)) <= _LONGEST:
        return before, after
    start = _shared(before, after)
    most = min(len(before), len(after)) - start
    end = min(_shared(before[::-1], after[::-1]), most)
    return _part(before, start, end), _part(after, start, end)


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


def _part(text: str, start: int, end: int) -> str:
    """What differs, with a few words around it."""
    first = max(0, start - _AROUND)
    last = min(len(text), max(len(text) - end, start) + _AROUND)
    part = text[first:last]
    if len(part) > 2 * _LONGEST:
        part = part[:_LONGEST] + " … " + part[-_LONGEST:]
    return f"{'…' if first else ''}{part}{'…' if last < len(text) else ''}"
