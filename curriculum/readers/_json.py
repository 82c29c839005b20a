"""JSON as it comes: objects with their paths, and values taken for what they are.

A value of the wrong kind is noted with its path and read as if it were not there.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from curriculum.findings import SourceError
from curriculum.model import SourceRef
from curriculum.readers._html_text import is_plain, lines_of, no_text_in
from curriculum.readers._notes import Notes
from curriculum.readers._text import SourceText

FINDINGS = {
    "SRC401": "The file holds no standard, or something in its list is none.",
    "SRC402": "A value is not of the kind that its field holds.",
    "SRC420": "A text holds characters that are none, such as half a letter.",
}

LETTERS_LOOKED_AT = 20_000
"""The names of the fields of a standard stand within so many letters."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)|(\d\d?)/(\d\d?)/(\d{4})(?!\d)")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_FIRST_YEAR = 1900
"""The publisher's programs write the year 1 for a day that is not known."""
_WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}

_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Node:
    """An object of the file, and its path: ``$.skills[4]``."""

    values: dict[str, object]
    path: str
    notes: Notes

    @property
    def source(self) -> SourceRef:
        """Its place."""
        return self.notes.at(self.path)

    def has(self, name: str) -> bool:
        """Whether there is a value, and not null, an empty text or an empty list."""
        return self.values.get(name) not in (None, "", [], {})

    def lines(self, name: str) -> list[str]:
        """A text as its lines, without markup."""
        value = self.values.get(name)
        if value is None:
            return []
        if isinstance(value, dict | list):
            self._wrong(name, "a text")
            return []
        text = value if isinstance(value, str) else str(value)
        if is_plain(text):
            return [text]
        if no_text_in(text):
            message = f"{name} holds characters that are no text"
            self.notes.warn("SRC420", f"{self.path}.{name}", name, message)
        return lines_of(text)

    def text(self, *names: str) -> str:
        """A text in one line, from the first of the fields that has one."""
        for name in names:
            lines = self.lines(name)
            if lines:
                return " ".join(lines)
        return ""

    def number(self, name: str) -> float | None:
        """A number, which may be written as a text: "1,024"."""
        said = self.text(name)
        number = _NUMBER.fullmatch(said)
        if number:
            return float(said.replace(",", ""))
        if said:
            self._wrong(name, "a number")
        return None

    def whole(self, name: str) -> int | None:
        """A whole number."""
        number = self.number(name)
        if number is None or number.is_integer():
            return None if number is None else int(number)
        self._wrong(name, "a whole number")
        return None

    def day(self, name: str) -> date | None:
        """A day; the time and the zone behind it do not count."""
        said = self.text(name)
        match = _DAY.match(said)
        try:
            day = _day(match) if match else None
        except ValueError:
            day = None
        if said and day is None:
            self._wrong(name, "a date")
        return day if day and day.year >= _FIRST_YEAR else None

    def flag(self, name: str) -> bool | None:
        """Yes or no, however it is written."""
        said = self.text(name).casefold()
        if said and said not in _WORDS:
            self._wrong(name, "yes or no")
        return _WORDS.get(said)

    def under(self, name: str) -> "Node":
        """The object of a field; an empty one if there is none."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, dict):
            self._wrong(name, "an object")
        inner = value if isinstance(value, dict) else {}
        return Node(inner, f"{self.path}.{name}", self.notes)

    def nodes(self, name: str) -> list["Node"]:
        """The objects of a list."""
        found = []
        for path, value in self._items(name):
            if isinstance(value, dict):
                found.append(Node(value, path, self.notes))
            elif value is not None:
                self._unlike(path, value, f"{name} holds {_shown(value)}, no object")
        return found

    def texts(self, name: str) -> list[str]:
        """The texts of a list; an object in it counts by its name or title."""
        found = []
        for path, value in self._items(name):
            item = value if isinstance(value, dict) else {"text": value}
            fields = ("name", "title") if item is value else ("text",)
            found.append(Node(item, path, self.notes).text(*fields))
        return [text for text in found if text]

    def _items(self, name: str) -> list[tuple[str, object]]:
        """What a list holds, with paths; a text counts as a list of one."""
        value = self.values.get(name)
        if value is None:
            return []
        path = f"{self.path}.{name}"
        if isinstance(value, str):
            return [(path, value)] if value.strip() else []
        if not isinstance(value, list):
            self._wrong(name, "a list")
            return []
        return [(f"{path}[{at}]", item) for at, item in enumerate(value)]

    def _wrong(self, name: str, wanted: str) -> None:
        value = self.values[name]
        message = f"{name} is {_shown(value)}, which cannot be read as {wanted}"
        self._unlike(f"{self.path}.{name}", value, message)

    def _unlike(self, path: str, value: object, message: str) -> None:
        self.notes.error("SRC402", path, _shown(value), message)


def recognised(text: SourceText, fields: frozenset[str], certain: int) -> float:
    """How sure it is, from the names of fields at the beginning of a file."""
    beginning, letters = [], 0
    for line in text.lines:
        beginning.append(line.meant)
        letters += len(line.meant)
        if letters > LETTERS_LOOKED_AT:
            break
    said = "\n".join(beginning)
    return min(1.0, sum(f'"{name}"' in said for name in fields) / certain)


def objects_of(
    text: SourceText, fields: frozenset[str], notes: Notes
) -> Iterator[Node]:
    """The objects of a file that have one of the fields: one, or those of a list.

    The list may stand within an object, as pages of an interface do.  Raises
    SourceError when the file is not JSON.
    """
    whole = _parsed(text)
    path, listed = "$", [whole]
    if isinstance(whole, list):
        listed = whole
    elif isinstance(whole, dict) and not fields & whole.keys():
        path, listed = next(_lists_in(whole, fields), ("$", []))
    if not listed:
        notes.error("SRC401", "$", text.file, f"{text.file} holds no standard")
    for at, item in enumerate(listed):
        here = path if listed[0] is whole else f"{path}[{at}]"
        if isinstance(item, dict) and fields & item.keys():
            yield Node(item, here, notes)
        else:
            message = f"{_shown(item)} is read as no standard"
            notes.error("SRC401", here, text.file, message)


def _lists_in(
    whole: dict[str, object], fields: frozenset[str]
) -> Iterator[tuple[str, list[object]]]:
    for name, value in whole.items():
        if isinstance(value, list) and any(
            isinstance(item, dict) and fields & item.keys() for item in value
        ):
            yield f"$.{name}", value


def _parsed(text: SourceText) -> object:
    """What the file holds; numbers with a point stay as printed ("1.10")."""
    whole = "\n".join(line.meant for line in text.lines)
    try:
        return json.loads(whole, strict=False, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise SourceError(
            f"{text.file}: is not whole JSON: {error.msg}, line {error.lineno}, "
            f"column {error.colno}"
        ) from None
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"{text.file}: is JSON that cannot be read: {error}"
        ) from None


def _day(match: re.Match[str]) -> date:
    year, month, day = (
        (match[1], match[2], match[3]) if match[1] else match.group(6, 5, 4)
    )
    return date(int(year), int(month), int(day))


def _shown(value: object) -> str:
    """A value as a finding shows it, in one line."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    shown = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
