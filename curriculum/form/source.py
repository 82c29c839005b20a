"""What a form is written from: the files of a programme, and what is published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curriculum.assembly.frameworks import frameworks_of
from curriculum.assembly.shelf import Shelf
from curriculum.findings import Finding
from curriculum.form.records import Files
from curriculum.library.pins import Pin, pin_of
from curriculum.model import Framework, Proposed
from curriculum.readers.programme import TomlFile, open_folder, read_files
from curriculum.readers.programme.decided import read_proposed
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
    proposed: tuple[Proposed, ...] = ()
    """What is proposed to be marked."""
    library: bytes = b""
    """What the programme pins, as a library, where that was asked for."""


def source_of(folder: Path, *, whole: bool = False) -> Source:
    """The files of a folder, if ``whole`` with what it takes from the library.

    Raises SourceError when it is no programme folder.
    """
    opened, findings = open_folder(folder)
    lead = next(file.tables for file in opened if file.name == PROGRAMME)
    beside = {**dict(_own(folder, lead)), **dict(_beside(folder, opened))}
    return source_from(opened, folder, findings, beside, whole=whole)


def source_from(
    opened: Sequence[TomlFile],
    folder: Path,
    findings: list[Finding],
    sources: dict[str, bytes],
    *,
    whole: bool = False,
) -> Source:
    """Opened files with the frameworks they name; ``folder`` holds their sources."""
    files = {file.name: file.tables for file in opened}
    return Source(
        files,
        _frameworks(opened, folder, findings),
        sources,
        tuple(findings),
        tuple(read_proposed(folder)[0]),
        _library(files[PROGRAMME], folder) if whole else b"",
    )


def _library(tables: dict[str, Any], folder: Path) -> bytes:
    """The standards and assessment plans that a programme pins in a library."""
    standards = list(_pinned(tables, folder, "source"))
    plans = [pin for pin, _ in _pinned(tables, folder, "assessment_plan")]
    if not standards and not plans:
        return b""
    from curriculum.library.carrying import carried  # noqa: PLC0415 (opens SQLite)

    return carried(standards, plans, folder)


def _pinned(
    tables: dict[str, Any], folder: Path, key: str
) -> Iterable[tuple[Pin, str]]:
    """The pins that frameworks name so, each with the digest of the framework."""
    for table in tables.get("frameworks", ()):
        name = str(table.get(key, ""))
        pin = pin_of(name)
        if pin and source_named(name) is None and not (folder / name).is_file():
            yield pin, str(table.get("digest", "")).removeprefix("sha256:")


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
    named = [
        table.get(key)
        for table in tables.get("frameworks", ())
        for key in ("source", "assessment_plan")
    ]
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
