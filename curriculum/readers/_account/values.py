"""What the records of a source hold: texts, and figures in the forms of print."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from curriculum.findings import Finding
from curriculum.model import Duty, Record, SourceRef

_INVISIBLE = "\u200b\u2060\ufeff\u00ad"
TOKEN = re.compile(rf"[^\W_]+(?:[{_INVISIBLE}]+[^\W_]+)*|[^\w\s{_INVISIBLE}]|_")
_UNSEEN = dict.fromkeys(map(ord, _INVISIBLE))
_LONGEST_AGAIN = 60
"""Words of a text that may be said again: a title, a statement."""
_WORD = re.compile(r"[^\W_]+")

_NOT_PRINTED = frozenset(("source", "record", "product", "meant", "stamp", "regime"))


@dataclass(slots=True)
class Values:
    """What records hold, each with the place of its record."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    figures: dict[str, set[str]] = field(default_factory=dict)
    """Figures, days, yes and no, as they are printed, with their fields' names."""
    numbers: set[float] = field(default_factory=set)

    _again: defaultdict[str, set[tuple[str, ...]]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def repeats(self, said: str) -> bool:
        """Whether it only says texts of records again, whole: titles in cells."""
        if not self._again:
            for text, _ in self.texts:
                words = _words(text)
                if 0 < len(words) <= _LONGEST_AGAIN:
                    self._again[words[0]].add(words)
        left, at = _words(said), 0
        while at < len(left):
            fits = (
                len(words)
                for words in self._again.get(left[at], ())
                if left[at : at + len(words)] == words
            )
            longest = max(fits, default=0)
            if not longest:
                return False
            at += longest
        return bool(left)

    def figure(self, printed: str, name: str) -> None:
        """Keep one printed form of a figure."""
        self.figures.setdefault(printed.casefold(), set()).add(name)


def word_of(token: re.Match[str]) -> str:
    """A token as it is compared: without capitals, ligatures and hidden marks."""
    said = token[0]
    if not said.isascii():
        said = said.translate(_UNSEEN)
    return said.casefold()


def values_of(records: Iterable[object]) -> Values:
    """Everything that the records hold."""
    values = Values()
    for record in records:
        if isinstance(record, Record) and not isinstance(record, Finding):
            _take(record, "", values)
    return values


def _words(text: str) -> tuple[str, ...]:
    return tuple(match[0].casefold() for match in _WORD.finditer(text))


def _take(record: Record, place: str, values: Values) -> None:
    source = getattr(record, "source", None)
    here = source.place if isinstance(source, SourceRef) else place
    if isinstance(record, Duty):
        number = record.key.lstrip("D")
        values.texts.append((f"Duty {number}", here))
    for name in type(record).model_fields:
        if name not in _NOT_PRINTED:
            _value(getattr(record, name), name, here, values)


def _value(value: object, name: str, place: str, values: Values) -> None:
    if isinstance(value, Record):
        _take(value, place, values)
    elif isinstance(value, tuple | frozenset | list):
        for item in value:
            _value(item, name, place, values)
    elif isinstance(value, Enum):
        values.figure(str(value.value), name)
    elif isinstance(value, str):
        if value.strip():
            values.texts.append((value, place))
    else:
        for printed in _printed(value):
            values.figure(printed, name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            values.numbers |= {float(value), round(float(value) * 100, 6)}


def _printed(value: object) -> Iterator[str]:
    """The forms in which a figure may stand in print."""
    if isinstance(value, bool):
        yield from ("yes", "true", "1") if value else ("no", "false", "0")
    elif isinstance(value, date):
        yield from (
            f"{value:%d/%m/%Y}",
            f"{value:%d-%m-%Y}",
            f"{value:%d.%m.%Y}",
            f"{value:%Y-%m-%d}",
            f"{value.day} {value:%B %Y}",
            f"{value:%d %B %Y}",
            f"{value.day} {value:%b %Y}",
            f"{value.day}/{value.month}/{value.year}",
        )
    elif isinstance(value, int | float):
        yield f"{value:g}" if isinstance(value, float) else str(value)
        yield f"level {value:g}"
        yield f"{value:g} months"
