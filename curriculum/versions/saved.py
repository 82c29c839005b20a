"""Writing many files all or nothing, with a copy by which it can be undone.

The copies stand in ``.before-migration/NUMBER`` of the programme folder, with a
list of what was written; they are complete before the first file is replaced.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from curriculum.errors import NotWrittenError, SourceError

SAVED = ".before-migration"
_LIST = "written.json"


class ChangedSinceError(SourceError):
    """A file was edited after it was written: undoing would lose that."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file: the digests of what stood there before (if anything) and after."""

    name: str
    before: str | None
    after: str


def write_all(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files of a folder, all or none; what they are.

    Raises NotWrittenError when nothing was written.
    """
    try:
        saved = _save(folder, files)
    except OSError as error:
        raise _not_written(error, folder) from error
    try:
        for name, content in files.items():
            _replace(folder / name, content)
    except OSError as error:
        _restore(folder, saved)
        raise _not_written(error, folder) from error
    return [folder / name for name in files]


def replace_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files of a folder, all or none, without keeping what stood there."""
    before = {name: (folder / name).read_bytes() for name in files}
    done: list[str] = []
    try:
        for name, content in files.items():
            _replace(folder / name, content)
            done.append(name)
    except OSError as error:
        for name in done:
            _replace(folder / name, before[name])
        raise _not_written(error, folder) from error


def undo(folder: Path) -> list[Path]:
    """Put back what stood before the last writing, byte for byte; what was put back.

    Raises ChangedSinceError when a file is neither as it was written nor as it was
    before, and SourceError when there is nothing to undo.
    """
    saved = _last(folder)
    if saved is None:
        raise SourceError(f"{folder}: there is no migration to undo")
    entries = list(_entries(saved))
    edited = [
        e.name for e in entries if _digest(folder / e.name) not in (e.before, e.after)
    ]
    if edited:
        raise ChangedSinceError(
            f"{', '.join(edited)}: edited since the migration; "
            f"what stood there before lies in {saved}"
        )
    try:
        _restore(folder, saved)
    except OSError as error:
        raise _not_written(error, folder) from error
    return [folder / entry.name for entry in entries]


def _save(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Copy what will be replaced; the copy has its name only when it is complete."""
    last = _last(folder)
    number = int(last.name) + 1 if last else 1
    saved = folder / SAVED / f"{number:03}"
    making = saved.with_name(f"{saved.name}.incomplete")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    listed = []
    for name, content in files.items():
        before = _digest(folder / name)
        if before is not None:
            copy = making / "files" / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(folder / name, copy)
        after = sha256(content).hexdigest()
        listed.append({"name": name, "before": before, "after": after})
    (making / _LIST).write_text(json.dumps(listed, indent=2), "utf-8")
    making.replace(saved)
    return saved


def _restore(folder: Path, saved: Path) -> None:
    """Put the copies back, take out what was new, and forget the copies."""
    for entry in _entries(saved):
        if entry.before is None:
            (folder / entry.name).unlink(missing_ok=True)
        else:
            _replace(folder / entry.name, (saved / "files" / entry.name).read_bytes())
    shutil.rmtree(saved)
    if not any(saved.parent.iterdir()):
        saved.parent.rmdir()


def _entries(saved: Path) -> Iterator[_Entry]:
    for entry in json.loads((saved / _LIST).read_text("utf-8")):
        yield _Entry(**entry)


def _last(folder: Path) -> Path | None:
    """The copies of the last writing."""
    kept = [p for p in (folder / SAVED).glob("*") if p.name.isdecimal()]
    return max(kept, key=lambda path: int(path.name), default=None)


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole, or leave the earlier one."""
    beside = path.with_name(f".{path.name}.writing")
    try:
        beside.write_bytes(content)
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)  # noqa: PTH105 (replaces an open file's name at once)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _digest(path: Path) -> str | None:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def _not_written(error: OSError, folder: Path) -> NotWrittenError:
    return NotWrittenError(
        f"{error.filename or folder}: cannot be written ({error.strerror}); "
        "the programme is as it was"
    )
