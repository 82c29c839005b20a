"""The account of a JSON file: each value is looked for in the records."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from curriculum.readers._account.record import Account, Accounted, Fate, Stretch
from curriculum.readers._account.values import Values, values_of
from curriculum.readers._html_text import lines_of
from curriculum.readers._text import SourceText

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d/\d\d/\d{4}")
_SAYS_NOTHING = ("null", "false", "true", '""')


@dataclass(slots=True)
class _Level:
    """An object or a list that is open."""

    is_list: bool
    name: str = ""
    index: int = 0

    @property
    def step(self) -> str:
        """Its part of a path."""
        return f"[{self.index}]" if self.is_list else f".{self.name}"


def account_of_json(text: SourceText, things: Iterable[object]) -> Account:
    """What became of each value; names of fields and brackets are markup."""
    values = values_of(things)
    known = _Known(values)
    account = Account()
    whole = "\n".join(line.printed for line in text.lines)
    for path, raw in _values(whole, account):
        fate = known.fate(path, raw)
        account.lines.append(Accounted(path, raw, (Stretch(0, len(raw), fate),)))
    return account


def _values(whole: str, account: Account) -> Iterator[tuple[str, str]]:
    """Each value that is no object and no list, with its path."""
    levels: list[_Level] = []
    tokens = _TOKEN.finditer(whole)
    named = False
    for token in tokens:
        said = token[0]
        if said in "{[":
            levels.append(_Level(said == "["))
            named = False
        elif said in "}]":
            if levels:
                levels.pop()
        elif said == ",":
            if levels and levels[-1].is_list:
                levels[-1].index += 1
            named = False
        elif said == ":":
            named = True
        elif levels and not levels[-1].is_list and not named:
            levels[-1].name = said.strip('"')
            account.markup += len(said)
            continue
        else:
            yield "$" + "".join(level.step for level in levels), said
            continue
        account.markup += 1


class _Known:
    """What the records hold, to look values up in."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self.texts = {" ".join(text.split()) for text, _ in values.texts}

    def fate(self, path: str, raw: str) -> Fate:
        """What became of a value."""
        if raw.startswith('"'):
            return self._of_text(path, _decoded(raw))
        named = self._by_name(path, raw)
        if named:
            return Fate.RECORD
        return Fate.DRESS if raw in _SAYS_NOTHING else Fate.LEFT

    def _of_text(self, path: str, said: str) -> Fate:
        lines = lines_of(said)
        if not lines:
            return Fate.DRESS
        whole = " ".join(lines)
        if whole in self.texts or all(line in self.texts for line in lines):
            return Fate.RECORD
        behind_label = whole.partition(" ")[2]
        if behind_label in self.texts or self._by_name(path, whole):
            return Fate.RECORD
        day = _DAY.match(whole)
        return Fate.RECORD if day and self._by_name(path, day[0]) else Fate.LEFT

    def _by_name(self, path: str, said: str) -> bool:
        """Whether a record has the figure in a field of like name."""
        number = said.removesuffix(".0") if said[:1].isdigit() else said
        fields = self.values.figures.get(number.casefold(), set())
        last = re.split(r"[.\[]", path.rstrip("]0123456789["))[-1]
        words = {word.casefold() for word in _WORDS.findall(last)}
        return any(words & set(field.casefold().split("_")) for field in fields)


def _decoded(raw: str) -> str:
    try:
        said = json.loads(raw, strict=False)
    except ValueError:
        return raw
    return said if isinstance(said, str) else raw
