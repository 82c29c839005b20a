"""Codes as the programme spells them: k7 is K7, and 101 may be a code."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from curriculum.form.copies import Copy
from curriculum.form.fields import Path, Sort, field_of
from curriculum.form.records import Id, Records, Value


class Spelling:
    """Knows every code of a programme, whatever its letters' size."""

    def __init__(self, records: Records) -> None:
        self._known: dict[str, str] = {}
        self.add_ids(records)

    def add_ids(self, ids: Iterable[Id]) -> None:
        """Learn the codes of records."""
        for id_ in ids:
            self.add(id_[1:])
            if id_[0] == "outcome":
                self.add([".".join(id_[1:])])

    def add(self, codes: Iterable[str]) -> None:
        """Learn codes that are new."""
        for code in codes:
            self._known.setdefault(code.casefold(), code)

    def __call__(self, code: str) -> str:
        """The code as it is known; an unknown one stays as it is.

        After a zero character the code comes from a number, which counts as a
        code only if there is one of just those digits.
        """
        bare = code.removeprefix("\0")
        return self._known.get(bare.casefold(), code)


def spell_alike(copies: Sequence[Copy], now: Records) -> None:
    """Spell what is new in several forms in one way, whatever its letters' size.

    Of K2 and k2 the first in the alphabet of computers counts: the capital one.
    """
    new = sorted({id_ for copy in copies for id_ in copy.new})
    if not new:
        return
    spelling = Spelling(now)
    spelling.add_ids(new)
    first: dict[tuple[str, ...], Id] = {}
    for id_ in new:
        kind, *before, last = id_
        spelt = (kind, *map(spelling, before), last)
        first.setdefault(_folded(id_), spelt)
    for copy in copies:
        names = {id_: first[_folded(id_)] for id_ in copy.new}
        copy.new = {names[id_]: at for id_, at in copy.new.items()}
        copy.seen = {names.get(id_, id_): at for id_, at in copy.seen.items()}
        copy.places = {(names.get(i, i), p): at for (i, p), at in copy.places.items()}
        copy.changes = {
            (names.get(id_, id_), path): replace(
                said, value=_spelt((id_, path), said.value, spelling)
            )
            for (id_, path), said in copy.changes.items()
        }


def _folded(id_: Id) -> tuple[str, ...]:
    return tuple(part.casefold() for part in id_)


def _spelt(place: tuple[Id, Path], value: Value, spelling: Spelling) -> Value:
    """A value with its codes as they are known."""
    sort = field_of(place[0][0], place[1]).sort
    if sort is Sort.CODE and isinstance(value, str):
        return spelling(value)
    if sort is Sort.CODES and isinstance(value, tuple):
        return tuple(map(spelling, value))
    return value
