"""The standard of an occupation: by its reference, else by its title and level."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from curriculum.library.pins import Pin, pin_of
from curriculum.library.reading import read_held
from curriculum.library.store import Library
from curriculum.model import Standard
from curriculum.occupation.likeness import alike, shared
from curriculum.occupation.records import StandardFound
from curriculum.readers import read
from curriculum.sources import all_sources, all_versions

LEAST = 0.6
"""House rule: titles that share less than this are of other occupations."""
_OTHER_LEVEL = 0.7
_UNKNOWN_LEVEL = 0.95
_MOST = 3


@dataclass(frozen=True, slots=True)
class Held:
    """A standard that is at hand, in the library or shipped."""

    reference: str
    version: str
    title: str
    level: int | None
    status: str
    where: str


def all_held(library: Path) -> list[Held]:
    """One version of each standard: the approved one, else the newest."""
    held = {each.reference: each for each in _shipped()}
    with Library(library) as shelves:
        for reference in dict.fromkeys(e.reference for e in shelves.editions()):
            e = shelves.one(Pin(reference))
            held[reference] = Held(
                e.reference, e.version, e.title, e.level, e.status, "library"
            )
    return list(held.values())


def by_reference(name: str, held: list[Held]) -> Held | None:
    """The standard that a name such as ST0128 or ST0128@1.1 asks for."""
    pin = pin_of(name)
    return next((h for h in held if pin and h.reference == pin.reference), None)


def matched(
    title: str, level: int | None, held: list[Held], named: Held | None = None
) -> tuple[StandardFound, ...]:
    """The standards that may be the occupation's, the best first."""
    if named:
        why = f"{named.reference} was asked for"
        return (_found(named, "by reference", 1.0, why),)
    scored = ((_score(title, level, each), each) for each in held)
    best = sorted(
        ((score, each) for score, each in scored if score >= LEAST),
        key=lambda pair: (-pair[0], pair[1].reference),
    )
    return tuple(
        _found(each, "by title and level", score, _why(title, level, each))
        for score, each in best[:_MOST]
    )


def read_standard(held: Held, library: Path) -> Standard | None:
    """What the standard says, if it can be read still."""
    if held.where == "shipped":
        return next(
            (s for s in _shipped_records() if s.reference == held.reference), None
        )
    with Library(library) as shelves:
        record = read_held(shelves, Pin(held.reference, held.version))[1].records[0]
    return record if isinstance(record, Standard) else None


def _score(title: str, level: int | None, held: Held) -> float:
    if level is None or held.level is None:
        factor = _UNKNOWN_LEVEL
    else:
        factor = 1.0 if level == held.level else _OTHER_LEVEL
    return factor * alike(title, held.title)


def _why(title: str, level: int | None, held: Held) -> str:
    words = ", ".join(shared(title, held.title))
    if level is None or held.level is None:
        levels = "one of the levels is not known"
    elif level == held.level:
        levels = f"both level {level}"
    else:
        levels = f"level {level} on the map, {held.level} in the standard"
    return f"the titles share {words}; {levels}"


def _found(held: Held, how: str, score: float, why: str) -> StandardFound:
    return StandardFound(
        reference=held.reference,
        version=held.version,
        title=held.title,
        level=held.level,
        status=held.status,
        held=held.where,
        how=how,
        score=round(score, 2),
        why=why,
    )


def _shipped() -> Iterator[Held]:
    for s in _shipped_records():
        known = [v.version for v in all_versions() if v.reference == s.reference]
        version = s.version or (known[-1] if known else "")
        yield Held(s.reference, version, s.title, s.level, s.status, "shipped")


@cache
def _shipped_records() -> tuple[Standard, ...]:
    paths = [s.path for s in all_sources() if s.reader == "occupational_standard"]
    records = (record for path in paths for record in read(path).records)
    return tuple(record for record in records if isinstance(record, Standard))
