"""What an edited text says: the value of a field, or why it has none."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curriculum.carried.shown import plain
from curriculum.form.fields import Field, Path, Sort, field_of
from curriculum.form.records import Value
from curriculum.form.spelling import Spelling
from curriculum.form.values import taken
from curriculum.model import Depth, Framework, Programme
from curriculum.office.workbook import Cell
from curriculum.verifying.known import MARKS, Known
from curriculum.writers._words import NONE, NONE_PLANNED

_NOTHING = {NONE, "-", "—", NONE_PLANNED, "None", "no stated outcome"}
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\b.*")
_MARK = re.compile(r"(?P<code>.+?)(?:\s+(?P<letter>[IDMT]))?")
_DEPTHS = {depth.letter: depth.value for depth in Depth}
_PEOPLE = {"assessor", "verifier", "lead"}
Said = dict[Path, Value]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a field says now, by its paths; or why it cannot be taken."""

    values: Said
    problem: str = ""


def says_nothing(text: str) -> bool:
    """Whether a text stands for nothing, as a dash does."""
    return plain(text) in {"", *_NOTHING}


def value_now(
    known: Known, texts: tuple[str, ...], programme: Programme, spell: Spelling
) -> Taken:
    """The value of an edited field."""
    said = tuple(
        text.removeprefix(known.lead)
        for text in texts
        if not says_nothing(text.removeprefix(known.lead))
    )
    if known.path[0] in MARKS:
        return _marks_now(known, said, programme)
    field = field_of(known.id[0], known.path)
    if not said:
        return Taken({known.path: None})
    if known.path[-1] in _PEOPLE:
        return _person(known.path, " ".join(said), programme)
    return _plain(field, said, spell)


def _plain(field: Field, said: tuple[str, ...], spell: Spelling) -> Taken:
    text = "\n".join(said)
    if field.sort in (Sort.NUMBER, Sort.WHOLE):
        number = _NUMBER.fullmatch(text)
        text = number[1].replace(",", ".") if number else text
    got = taken(field, Cell(0, 0, text), spell)
    if got.problem:
        return Taken({}, got.problem)
    return Taken({field.path: got.value})


def _person(path: Path, name: str, programme: Programme) -> Taken:
    for person in programme.people:
        if name.casefold() in (person.name.casefold(), person.key.casefold()):
            return Taken({path: person.key})
    return Taken({}, f"says {name}, who is none of the people of the programme")


# Marks.


def _marks_now(known: Known, said: tuple[str, ...], programme: Programme) -> Taken:
    """The marks that changed: those that came, went, or have another letter."""
    was, problem = _read(known.texts, known, programme)
    now, wrong = _read(said, known, programme)
    if wrong or problem:
        return Taken({}, wrong or problem)
    ticked = known.path == ("assesses",)
    values: Said = {}
    for mark in {**was, **now}:
        if was.get(mark) != now.get(mark):
            depth = now.get(mark)
            held = True if ticked and depth else depth
            values[(*known.path, *mark)] = held
    return Taken(values)


Marks = Mapping[tuple[str, str], str]


def _read(
    texts: tuple[str, ...], known: Known, programme: Programme
) -> tuple[Marks, str]:
    """The marks that texts name, each with its depth; and what is wrong with them."""
    found: dict[tuple[str, str], str] = {}
    for text in texts:
        if text in _NOTHING:
            continue
        for framework, entry in _entries(text, programme, advisory=known.advisory):
            parts = _MARK.fullmatch(entry)
            code = _code(framework, entry)
            letter = "T"
            if code is None and parts:
                code, letter = _code(framework, parts["code"]), parts["letter"] or "T"
            if framework is None or code is None:
                whose = framework.label if framework else "any framework"
                return {}, f"says {entry}, which is no code of {whose}"
            found[framework.id, code] = _DEPTHS[letter]
    return found, ""


def _entries(
    text: str, programme: Programme, *, advisory: bool
) -> Iterator[tuple[Framework | None, str]]:
    """The entries of a line of marks, each with its framework."""
    held = [f for f in programme.frameworks if f.policy.advisory is advisory]
    if advisory:
        yield next((f for f in held if _code(f, text)), held[0] if held else None), text
        return
    named = next((f for f in held if text.startswith(f"{f.id}: ")), None)
    framework = named or (held[0] if held else None)
    rest = text.removeprefix(f"{named.id}: ") if named else text
    for entry in re.split(r"[,;]", rest):
        if plain(entry):
            yield framework, plain(entry)


def _code(framework: Framework | None, text: str) -> str | None:
    """The item of that key or wording."""
    if framework is None:
        return None
    for item in framework.items:
        if text.casefold() in (item.key.casefold(), plain(item.wording).casefold()):
            return item.key
    return None
