"""The marks of a long table set against those of a programme, and written into it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from curriculum.edits import EditError, TomlText
from curriculum.findings import Finding, SourceError
from curriculum.interchange.found import Notes
from curriculum.interchange.long_rows import ASSESSED, TAUGHT, LongRow, LongTaken
from curriculum.model import Depth, Framework, Item, Link, Programme

_ARRAYS = {TAUGHT: ("sessions", "teaches"), ASSESSED: ("assessments", "assesses")}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands: taught or assessed, at which place, of which item."""

    role: str
    place: str
    framework: str
    code: str

    def __str__(self) -> str:
        return f"{self.place}: {self.framework} {self.code} {self.role}"


@dataclass(frozen=True, slots=True)
class MarkChange:
    """A mark that the table has otherwise than the programme; empty for none."""

    spot: Spot
    old: str
    new: str
    file: str
    stamp: str = ""
    """Of the wording that the mark was made against, where it is not that of today."""

    def __str__(self) -> str:
        return f"{self.spot}: {self.old or 'none'} → {self.new or 'none'}"


@dataclass(frozen=True, slots=True)
class MarkChanges:
    """What a long table changes."""

    changes: tuple[MarkChange, ...]
    missing: tuple[MarkChange, ...]
    """Marks of its frameworks that no row of the table names."""
    findings: tuple[Finding, ...]


def mark_changes(programme: Programme, taken: LongTaken, file: str) -> MarkChanges:
    """What the marks of a table change in a programme."""
    notes = Notes(file)
    files = dict(_places(programme))
    held = {spot: _word(spot, link) for spot, link in _held(programme)}
    wanted: dict[Spot, tuple[str, str]] = {}
    named: set[Spot] = set()
    for at, spot, asked in _wanted(programme, taken, files, notes):
        named.add(spot)
        if asked[0] and wanted.setdefault(spot, asked) != asked:
            said = f"{spot} stands in two rows that differ; the first is taken"
            notes.found("XCH102", spot.code, said, at)
    changes = [
        MarkChange(spot, held.get(spot, ""), word, files[spot.role, spot.place], stamp)
        for spot, (word, stamp) in wanted.items()
        if held.get(spot) != word
    ]
    frameworks = {spot.framework for spot in named}
    missing = [
        MarkChange(spot, word, "", files[spot.role, spot.place])
        for spot, word in held.items()
        if spot.framework in frameworks and spot not in named
    ]
    findings = (*taken.findings, *notes.findings)
    return MarkChanges(tuple(changes), tuple(missing), findings)


def written_marks(folder: Path, changes: Collection[MarkChange]) -> dict[str, bytes]:
    """The new content of each file of the folder that changes.

    Raises SourceError where a file is written in a form that cannot be edited.
    """
    files: dict[str, bytes] = {}
    for name in dict.fromkeys(change.file for change in changes):
        original = (folder / name).read_bytes().decode()
        data = tomli.loads(original.removeprefix("\ufeff").replace("\r\n", "\n"))
        text = TomlText(original, data)
        for change in changes:
            if change.file == name:
                _edit(text, data, change)
        try:
            files[name] = text.text().encode()
        except EditError as error:
            raise SourceError(f"{name}: {error}; nothing is written") from error
    return files


def _edit(text: TomlText, data: Mapping[str, Any], change: MarkChange) -> None:
    spot = change.spot
    array, word = _ARRAYS[spot.role]
    index, entry = next(
        (n, e) for n, e in enumerate(data[array]) if str(e.get("key")) == spot.place
    )
    path = (array, index, word, spot.framework, spot.code)
    mark = entry.get(word, {}).get(spot.framework, {}).get(spot.code)
    if not change.new:
        text.remove(path)
    elif isinstance(mark, dict):
        text.set((*path, "mark"), change.new)
    elif change.stamp:
        text.set(path, {"mark": change.new, "stamp": change.stamp})
    else:
        text.set(path, change.new)


def _places(programme: Programme) -> Iterator[tuple[tuple[str, str], str]]:
    """The file of each session and assessment."""
    for _, session in programme.sessions():
        yield (TAUGHT, session.key), session.source.file
    for assessment in programme.assessments:
        yield (ASSESSED, assessment.key), assessment.source.file


def _held(programme: Programme) -> Iterator[tuple[Spot, Link]]:
    for _, session in programme.sessions():
        for link in session.teaches:
            yield Spot(TAUGHT, session.key, link.framework, link.item), link
    for assessment in programme.assessments:
        for link in assessment.assesses:
            yield Spot(ASSESSED, assessment.key, link.framework, link.item), link


def _word(spot: Spot, link: Link) -> str:
    """The mark as a programme file writes it."""
    if spot.role == ASSESSED:
        return ASSESSED
    return link.depth.value if link.depth else Depth.TAUGHT.value


def _wanted(
    programme: Programme,
    taken: LongTaken,
    places: Collection[tuple[str, str]],
    notes: Notes,
) -> Iterator[tuple[str, Spot, tuple[str, str]]]:
    """Each row with the mark it asks for, and its stamp if the wording is another.

    A row whose mark cannot be read asks for none, so that its mark stays as it is.
    """
    for row, at in zip(taken.rows, taken.places, strict=True):
        framework = _framework(programme, row)
        item = _item(framework, row.code) if framework else None
        if framework is None or item is None:
            name = f"{row.framework} {row.code}".strip()
            notes.found("XCH107", row.code, f"the programme has no {name}", at)
        elif row.role in _ARRAYS and (row.role, row.place) not in places:
            name = f"the programme has no {row.place or 'place'} where {row.code} could"
            notes.found("XCH107", row.code, f"{name} be {row.role}", at)
        elif row.role in _ARRAYS:
            spot = Spot(row.role, row.place, framework.id, item.key)
            stamp = row.stamp if row.stamp != item.stamp else ""
            yield at, spot, (_asked(row, notes, at), stamp)


def _framework(programme: Programme, row: LongRow) -> Framework | None:
    """That which a row names; where it names none, the only one there is."""
    if not row.framework and len(programme.frameworks) == 1:
        return programme.frameworks[0]
    return programme.framework(row.framework)


def _item(framework: Framework, code: str) -> Item | None:
    """The item of a code; people write k1, too."""
    return framework.item(code) or framework.item(code.upper())


def _asked(row: LongRow, notes: Notes, at: str) -> str:
    """The mark of a row; empty if its depth is none, which is a finding."""
    if row.role == ASSESSED:
        return ASSESSED
    word = row.depth.strip().casefold() or Depth.TAUGHT.value
    if word in {depth.value for depth in Depth}:
        return word
    known = ", ".join(depth.value for depth in Depth)
    message = f"{row.code} has the depth {row.depth}; there are {known}"
    notes.found("XCH105", row.code, message, at)
    return ""
