"""Putting documents in place: whole or not at all, and never over an open one."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from curriculum.reviewed import Review
from curriculum.writers import Writer


@dataclass(frozen=True, slots=True)
class Written:
    """A document in its place; ``remark`` says why it is not the usual place."""

    writer: Writer
    path: Path
    remark: str = ""


def write_all(
    review: Review, folder: Path, writers: tuple[Writer, ...]
) -> list[Written]:
    """Make every document, then put them in place one after the other."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [file for writer in writers for file in writer.parted(review)]
    with TemporaryDirectory(prefix=".writing-", dir=folder) as made:
        for file in files:
            make(file, review, Path(made))
        return [_place(w, Path(made) / w.filename, folder / w.filename) for w in files]


def make(writer: Writer, review: Review, folder: Path) -> Path:
    """Write a document into a folder, with the folders that its name asks for."""
    path = folder / writer.filename
    path.parent.mkdir(parents=True, exist_ok=True)
    writer.write(review, path)
    return path


def _place(writer: Writer, made: Path, wanted: Path) -> Written:
    wanted.parent.mkdir(parents=True, exist_ok=True)
    return Written(writer, *settle(made, wanted))


def settle(made: Path, wanted: Path) -> tuple[Path, str]:
    """Move a document to its place, or to a neighbour if that one is open.

    Where it is now, and a remark if that is not where it was wanted.
    """
    if not _is_open(wanted):
        try:
            made.replace(wanted)
        except PermissionError:
            if not wanted.exists():
                raise
        else:
            return wanted, ""
    neighbour = _neighbour(wanted)
    made.replace(neighbour)
    remark = f"{wanted.name} is open in another program; this is its new version"
    return neighbour, remark


def _is_open(path: Path) -> bool:
    """Whether an office program holds it open, by the lock file that it leaves."""
    locks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return path.exists() and any(path.with_name(lock).exists() for lock in locks)


def _neighbour(path: Path) -> Path:
    """The first free name of the kind "scheme-of-work (2).docx"."""
    number = 2
    while (beside := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return beside
