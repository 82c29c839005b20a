"""Suspect marks that a person has looked at: they get the stamp of the new wording."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import tomli

from curriculum.edits import EditError, TomlText
from curriculum.findings import SourceError
from curriculum.model import Link, Programme
from curriculum.pipeline import load
from curriculum.versions.marks import tables, value_at


@dataclass(frozen=True, slots=True)
class Suspect:
    """A mark that was made against another wording of its item."""

    owner: str
    """The session or assessment."""
    link: Link
    wording: str
    """What the item asks now."""
    stamp: str
    """The fingerprint of that."""

    def __str__(self) -> str:
        return f"{self.link.source}: {self.link.item} in {self.owner}: {self.wording}"


def suspects(folder: Path) -> tuple[Suspect, ...]:
    """Every suspect mark of a programme, in order.

    Raises SourceError when the programme cannot be put together.
    """
    programme = load(folder).programme
    if programme is None:
        raise SourceError(f"{folder}: the programme cannot be put together")
    return tuple(_suspects(programme))


def _suspects(programme: Programme) -> Iterator[Suspect]:
    marks = [(s.key, link) for _, s in programme.sessions() for link in s.teaches]
    marks += [(a.key, link) for a in programme.assessments for link in a.assesses]
    for owner, link in marks:
        framework = programme.framework(link.framework)
        item = framework.item(link.item) if framework else None
        if item and link.stamp and link.stamp != item.stamp:
            yield Suspect(owner, link, item.wording, item.stamp)


def chosen(held: Collection[Suspect], keys: Collection[str]) -> tuple[Suspect, ...]:
    """The suspect marks of some items (K7), places (M01.02) or both (M01.02:K7).

    Raises SourceError for a key that names none of them.
    """
    found: dict[Suspect, None] = {}
    for key in keys:
        named = [s for s in held if key in _names(s)]
        if not named:
            raise SourceError(f"{key}: no suspect mark is of that item or stands there")
        found.update(dict.fromkeys(named))
    return tuple(suspect for suspect in held if suspect in found)


def _names(suspect: Suspect) -> set[str]:
    item, owner = suspect.link.item, suspect.owner
    return {item, owner, f"{owner}:{item}"}


def confirmed(folder: Path, marks: Collection[Suspect]) -> dict[str, bytes]:
    """The new content of each file in which those marks stand."""
    files: dict[str, bytes] = {}
    for name in dict.fromkeys(mark.link.source.file for mark in marks):
        here = {
            (m.owner, m.link.framework, m.link.item): m.stamp
            for m in marks
            if m.link.source.file == name
        }
        files[name] = _stamped(folder / name, name, here)
    return files


def _stamped(path: Path, name: str, stamps: dict[tuple[str, str, str], str]) -> bytes:
    original = path.read_bytes().decode()
    data = tomli.loads(original.removeprefix("\ufeff").replace("\r\n", "\n"))
    text = TomlText(original, data)
    for framework in {framework for _, framework, _ in stamps}:
        for table in tables(data, framework):
            owner = str(value_at(data, table[:2]).get("key", ""))
            for item in value_at(data, table):
                stamp = stamps.get((owner, framework, item))
                if stamp:
                    text.set((*table, item, "stamp"), stamp)
    try:
        return text.text().encode()
    except EditError as error:
        raise SourceError(f"{name}: {error}; nothing is written") from error
