"""What a form is written from: the files of a programme, and what is published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from curriculum.assembly.frameworks import frameworks_of
from curriculum.assembly.shelf import Shelf
from curriculum.findings import Finding
from curriculum.form.records import Files
from curriculum.model import Framework
from curriculum.readers.programme import TomlFile, open_folder, read_files
from curriculum.readers.programme.folder import CALENDAR, PROGRAMME
from curriculum.readers.programme.signoffs import FACTS
from curriculum.sources import source_named

_BESIDE = ("*.toml", f"{FACTS}/*")


@dataclass(frozen=True, slots=True)
class Source:
    """The plain tables of a programme's files, and the frameworks it names."""

    files: Files
    frameworks: tuple[Framework, ...]
    sources: dict[str, bytes]
    """What lies in the folder beside the facts: published documents, sign-offs."""
    findings: tuple[Finding, ...]
    """What stands in the way of reading all of it."""
    folder: Path | None = None
    """Where the files lie, if they lie in a folder."""


def source_of(folder: Path) -> Source:
    """The files of a folder.  Raises SourceError when it is no programme folder."""
    opened, findings = open_folder(folder)
    lead = next(file.tables for file in opened if file.name == PROGRAMME)
    beside = {**dict(_own(folder, lead)), **dict(_beside(folder, opened))}
    made = source_from(opened, folder, findings, beside)
    return replace(made, folder=folder)


def source_from(
    opened: Sequence[TomlFile],
    folder: Path,
    findings: list[Finding],
    sources: dict[str, bytes],
) -> Source:
    """Opened files with the frameworks they name; ``folder`` holds their sources."""
    files = {file.name: file.tables for file in opened}
    frameworks = _frameworks(opened, folder, findings)
    return Source(files, frameworks, sources, tuple(findings))


def _frameworks(
    opened: Iterable[TomlFile], folder: Path, findings: list[Finding]
) -> tuple[Framework, ...]:
    """The frameworks alone: a form needs no other record."""
    lead = [file for file in opened if file.name in (PROGRAMME, CALENDAR)]
    shelf = Shelf(folder, [])
    found = tuple(frameworks_of(read_files(lead), shelf))
    findings += shelf.findings
    return found


def _own(folder: Path, tables: dict[str, Any]) -> Iterable[tuple[str, bytes]]:
    """The published documents that a programme brings itself, once each."""
    named = [table.get("source") for table in tables.get("frameworks", ())]
    position = tables.get("position", {})
    named += [position.get(part) for part in ("map", "profile")]
    for name in dict.fromkeys(str(name) for name in named if name):
        path = folder / name
        inside = folder.resolve() in path.resolve().parents
        if source_named(name) is None and inside and path.is_file():
            yield name, path.read_bytes()


def _beside(folder: Path, opened: Iterable[TomlFile]) -> Iterable[tuple[str, bytes]]:
    """Files of the programme that hold no facts of it: crosswalks, sign-offs."""
    known = {file.name for file in opened}
    for pattern in _BESIDE:
        for path in sorted(folder.glob(pattern)):
            name = path.relative_to(folder).as_posix()
            if name not in known and path.is_file():
                yield name, path.read_bytes()
