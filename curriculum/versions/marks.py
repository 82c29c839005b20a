"""Where each mark goes: old keys to new ones, and which marks become suspect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from curriculum.model import Depth
from curriculum.versions.difference import Difference, Match

Mark = str | dict[str, Any]
"""A mark as a programme file holds it: a word, or a word with a stamp."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of one mark."""

    old: str
    new: tuple[tuple[str, Mark], ...]
    """New keys, each with its mark; none if it was taken out or joined another."""
    joined: str = ""
    """The new key whose mark it joined: both old items were merged into one."""
    suspect: bool = False


class Carriage:
    """Carries the marks of one framework over to its new edition."""

    def __init__(self, difference: Difference) -> None:
        self._difference = difference
        self._new = {item.key: item for item in difference.new.items}
        self._old = {item.key: item for item in reversed(difference.old.items)}

    def match(self, key: str) -> Match | None:
        """What became of an old item."""
        return self._difference.of(key)

    def keys(self, key: str) -> tuple[str, ...]:
        """The new keys of an old one.

        A key that the old edition never had is left, unless the new edition would
        lend it a meaning that nobody gave it.
        """
        match = self._difference.of(key)
        if match is None:
            return () if key in self._new else (key,)
        return tuple(statement.key for statement in match.new)

    def table(self, marks: Mapping[str, Mark]) -> list[Moved]:
        """Every mark of one session or assessment, in order."""
        held: dict[str, Mark] = {}
        owner: dict[str, str] = {}
        for key, mark in marks.items():
            for new in self.keys(key):
                moved = self._mark(key, new, mark)
                held[new] = _deeper(held[new], moved) if new in held else moved
                owner.setdefault(new, key)
        return [self._moved(key, held, owner) for key in marks]

    def _moved(self, key: str, held: dict[str, Mark], owner: dict[str, str]) -> Moved:
        keys = self.keys(key)
        mine = tuple((new, held[new]) for new in keys if owner[new] == key)
        joined = next((new for new in keys if owner[new] != key), "")
        match = self.match(key)
        return Moved(key, mine, joined, suspect=bool(match and not match.carries))

    def claims(self, keys: list[str]) -> list[tuple[str, tuple[str, ...]]]:
        """What a module says it covers: each old key with the keys in its place."""
        seen: set[str] = set()
        moved = []
        for key in keys:
            mine = tuple(new for new in self.keys(key) if new not in seen)
            seen.update(mine)
            moved.append((key, mine))
        return moved

    def _mark(self, old: str, new: str, mark: Mark) -> Mark:
        """The mark at its new place, with the stamp that tells if it is suspect."""
        match = self.match(old)
        stamp = mark.get("stamp") if isinstance(mark, dict) else None
        if match is None:
            return mark
        if not match.carries:
            word = mark.get("mark") if isinstance(mark, dict) else mark
            return {"mark": word, "stamp": stamp or self._old[old].stamp}
        if isinstance(mark, dict) and stamp == self._old[old].stamp:
            return {**mark, "stamp": self._new[new].stamp}
        return mark


def _deeper(one: Mark, other: Mark) -> Mark:
    """Of two marks for one item the deeper."""
    return max(one, other, key=_rank)


def _rank(mark: Mark) -> int:
    word = mark.get("mark") if isinstance(mark, dict) else mark
    try:
        return Depth(str(word).strip().casefold()).rank
    except ValueError:
        # "assessed" has no depth, and what is no mark at all is checked elsewhere.
        return 0


def tables(data: dict[str, Any], framework: str) -> Iterator[tuple[Any, ...]]:
    """The paths of all tables of marks for a framework in one programme file."""
    for name, word in (("sessions", "teaches"), ("assessments", "assesses")):
        entries = data.get(name)
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            held = entry.get(word) if isinstance(entry, dict) else None
            if isinstance(held, dict) and isinstance(held.get(framework), dict):
                yield (name, index, word, framework)


def value_at(data: Any, path: tuple[Any, ...]) -> Any:  # noqa: ANN401 (TOML is untyped)
    """The value at a path that is there."""
    for part in path:
        data = data[part]
    return data
