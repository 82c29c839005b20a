"""Changes in plain words: which record, which field, from what to what."""

import re

from curriculum.form.fields import BY_KIND, CARD, Path, field_of, heading_of
from curriculum.form.records import Id, Value
from curriculum.form.values import said
from curriculum.model import SourceRef
from curriculum.shortening import LONGEST, shortened

_NUMBER_AT_END = re.compile(r"[^0-9A-Za-z]0*(\d+)$")


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
    old, new = shortened(said(field, before), said(field, after))
    return f"{record_in_words(id_)}: {verb}{what} {old} → {new}"


_VERBS = {"teaches": "", "assesses": "assesses", "intends": "intends"}


def value_in_words(id_: Id, path: Path, value: Value) -> str:
    """A value on its own, shortened."""
    text = said(field_of(id_[0], path), value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def place_in_words(at: SourceRef) -> str:
    """A place in a line: copy-2.xlsx, Marks!F12."""
    return f"{at.file}, {at.place}" if at.place else at.file
