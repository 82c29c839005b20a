"""What a programme says, as plain texts that can be kept, and compared in words.

A snapshot holds a text for each thing that a programme states, under the name of
what it is about: ``session M03.04`` has a ``topic`` and ``teaches ST0128 K7``.  Of
what is published it keeps the fingerprint only.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from hashlib import sha256
from typing import Any

from curriculum.model import (
    Claim,
    Depth,
    Embedding,
    Framework,
    Header,
    Link,
    Policy,
    Position,
    Programme,
    PublishedSource,
    Record,
    Session,
    Verification,
)
from curriculum.shortening import shortened

FORMAT = 1
ORDER = "order of "
"""How names of what keeps an order begin."""
_AND = ", "
_PLAIN = re.compile(r"\d{1,2} [A-Z]\w\w \d{4}|\S+(, \S+)*")
_YES, _NO = "yes", "no"
_MARKS = ("teaches ", "assesses ", "intends ")
_LEFT_OUT = {"source", "at", "documents"}
"""Fields that say where something was read, or how documents look."""
_FRAMEWORK = ("title", "version", "publisher", "status", "digest")
_NAMES = {
    "hand_out": "hand-out",
    "hand_in": "hand-in",
    "outcome": "learning outcome",
    "end_point_assessment": "final assessment",
    "end_point_method": "method of the final assessment",
    "delivery_slot": "time of delivery",
    "bank_holiday_override": "bank holiday",
}

Told = dict[str, dict[str, str]]
"""What is said of each subject; both in the order of the programme."""


def snapshot(programme: Programme) -> Told:
    """Everything that a programme states."""
    told: Told = {}
    header = {name: getattr(programme, name) for name in Header.model_fields}
    _tell(told, "programme", header)
    for framework in programme.frameworks:
        _tell_framework(told, framework)
    for published in programme.sources:
        _tell(
            told, _free(told, f"published document {published.title}"), _of(published)
        )
    for name in (
        *("position", "calendar", "end_point", "people", "choices"),
        *("verifications", "modules", "assessments", "waivers"),
    ):
        _tell_field(told, "programme", name, getattr(programme, name))
    for code, values in programme.settings:
        _tell(told, _free(told, f"setting of {code}"), dict(values))
    return {subject: said for subject, said in told.items() if said}


def digest_of(told: Told) -> str:
    """Fingerprint of a snapshot, whatever the order of its parts."""
    plain = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(plain.encode()).hexdigest()


def as_json(told: Told) -> str:
    """A snapshot as the text of a file, a line for each thing said."""
    held = {"format": FORMAT, "facts": told}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> Told:
    """The snapshot of such a text.  Raises ValueError with what is wrong."""
    held = json.loads(text)
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise ValueError(f"it does not say that it is of format {FORMAT}")
    facts = held.get("facts")
    if not isinstance(facts, dict):
        raise ValueError("it holds no facts")  # noqa: TRY004 (all that is wrong is one kind of fault)
    told: Told = {}
    for subject, said in facts.items():
        if not isinstance(said, dict):
            raise ValueError(f"what it says of {subject} is no table")  # noqa: TRY004 (likewise)
        told[subject] = {str(what): str(text) for what, text in said.items()}
    return told


# Comparing.


def changes(before: Told, now: Told) -> list[str]:
    """What is no longer as it was, a sentence each, in the order of the programme."""
    said = [line for subject in now for line in _about(subject, before, now)]
    return said + [f"{subject} is gone" for subject in before if subject not in now]


def _about(subject: str, before: Told, now: Told) -> Iterator[str]:
    if subject not in before:
        title = _titled(now[subject])
        yield f"{subject} is new{title}"
        return
    was, is_ = before[subject], now[subject]
    for what in dict.fromkeys((*is_, *was)):
        old, new = was.get(what, ""), is_.get(what, "")
        if old != new and not (what.startswith(ORDER) and _same_order(old, new)):
            yield f"{subject}: {_changed(what, old, new)}"


def _changed(what: str, old: str, new: str) -> str:
    if what.startswith(_MARKS) and not (old and new):
        depth = "" if new in ("", _YES, Depth.TAUGHT) else f" ({new})"
        return f"now {what}{depth}" if new else f"no longer {what}"
    if not new:
        return f"{what} is no longer stated (was {_quoted(shortened(old, '')[0])})"
    if not old:
        return f"{what} is now {_quoted(shortened('', new)[1])}"
    first, second = map(_quoted, shortened(old, new))
    return f"{what} was {first}, is now {second}"


def _quoted(text: str) -> str:
    """A text of several words in quotation marks; dates, figures and keys are plain."""
    return text if _PLAIN.fullmatch(text) else f"“{text}”"


def _titled(said: Mapping[str, str]) -> str:
    text = next((said[n] for n in ("title", "topic", "text", "name") if n in said), "")
    return f": “{shortened('', text)[1]}”" if text else ""


def _same_order(old: str, new: str) -> bool:
    """Whether what both have stands in one order: what is new or gone is told so."""
    first, second = old.split(_AND), new.split(_AND)
    return [key for key in first if key in second] == [
        key for key in second if key in first
    ]


# Telling.


def _tell(told: Told, subject: str, fields: Mapping[str, Any]) -> None:
    """Tell each field of a subject; the records in them are subjects of their own."""
    told.setdefault(subject, {})
    for name, value in fields.items():
        if name not in _LEFT_OUT:
            _tell_field(told, subject, name, value)


def _tell_field(told: Told, subject: str, name: str, value: object) -> None:
    said = told.setdefault(subject, {})
    match value:
        case None | "" | ():
            return
        case Position():
            said |= dict(_placed(value))
        case Record():
            _tell(told, _name(value, subject), _stated(value))
        case tuple() if all(isinstance(part, Record) for part in value):
            _tell_records(told, subject, name, value)
        case _:
            said[_words(name)] = _text(value)


def _tell_records(
    told: Told, subject: str, name: str, records: Iterable[Record]
) -> None:
    keys: list[str] = []
    for record in records:
        match record:
            case Link() | Claim():
                verb = _words(name)
                depth = getattr(record, "depth", None)
                told[subject][f"{verb} {record.framework} {record.item}"] = _text(
                    depth or True
                )
            case Embedding():
                told[subject][record.theme.heading] = record.text
            case _:
                inner = _free(told, _name(record, subject))
                _tell(told, inner, _stated(record))
                keys.append(str(getattr(record, "key", "")))
    if name in _ORDERED and keys:
        told[subject][f"{ORDER}{_words(name)}"] = _AND.join(keys)


_ORDERED = {"modules", "sessions"}


def _tell_framework(told: Told, framework: Framework) -> None:
    fields: dict[str, Any] = {name: getattr(framework, name) for name in _FRAMEWORK}
    fields["judged by"] = framework.policy
    least = framework.minimum_hours
    if least:
        fields["minimum hours"] = f"{_text(least.figure)}, by {least.authority}"
    subject = f"framework {framework.id}"
    told[subject] = {
        what: value.named if isinstance(value, Policy) else _text(value)
        for what, value in fields.items()
        if value
    }
    for outcome in framework.assessment_outcomes:
        _tell(told, _free(told, f"{subject} outcome {outcome.key}"), _stated(outcome))


def _of(published: PublishedSource) -> dict[str, Any]:
    return {name: getattr(published, name) for name in ("publisher", "dated", "digest")}


def _placed(position: Position) -> Iterator[tuple[str, str]]:
    """Where the programme stands, by the titles of what is published."""
    for name in Position.model_fields:
        value = getattr(position, name)
        if name not in _LEFT_OUT and value:
            yield _words(name), value if isinstance(value, str) else value.title


def _stated(record: Record) -> dict[str, Any]:
    """The fields of a record that say more than their default does."""
    fields = type(record).model_fields
    return {
        name: value
        for name in fields
        if name not in _LEFT_OUT
        and (value := getattr(record, name)) != fields[name].default
    }


def _name(record: Record, around: str) -> str:
    """How a subject is named: "session M03.04", "learning outcome M03 LO1"."""
    kind = _words("".join(_spaced(type(record).__name__)).strip("_"))
    key = getattr(record, "key", "")
    match record:
        case Session():
            return f"session {key}"
        case Verification():
            return f"verification by {record.by} on {_text(record.date)}"
        case _ if kind == "learning outcome":
            return f"{kind} {around.removeprefix('module ')} {key}"
        case _ if not key:
            said = [getattr(record, name, "") for name in ("day", "date", "title")]
            key = " ".join(_text(text) for text in said if text)
    return kind if key in (kind, "end_point") else f"{kind} {key}".strip()


def _spaced(name: str) -> Iterator[str]:
    for letter in name:
        yield f"_{letter.lower()}" if letter.isupper() else letter


def _words(name: str) -> str:
    return _NAMES.get(name, name.replace("_", " "))


def _text(value: object) -> str:
    match value:
        case bool():
            return _YES if value else _NO
        case float():
            return f"{value:g}"
        case date():
            return f"{value.day} {value:%b %Y}"
        case time():
            return f"{value:%H:%M}"
        case tuple() | list():
            return _AND.join(map(_text, value))
    return str(value)


def _free(told: Told, subject: str) -> str:
    """A name that no earlier subject has: "session M01.01 (2)"."""
    number, free = 1, subject
    while free in told:
        number += 1
        free = f"{subject} ({number})"
    return free
