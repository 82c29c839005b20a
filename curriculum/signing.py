"""Records a sign-off: who approved a programme, and what it stated that day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomli

from curriculum.edits import document
from curriculum.errors import SourceError
from curriculum.files import put
from curriculum.findings import counted
from curriculum.model import SignOff
from curriculum.readers.programme.folder import PROGRAMME, open_file
from curriculum.readers.programme.signoffs import FACTS, SIGNOFFS
from curriculum.reviewed import Review
from curriculum.snapshot import Told, as_json, digest_of, snapshot

MOST_CHANGES = 200
"""Changes that are kept in words; the list of what was stated holds the rest."""


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs off, in what part, when, and with what remark."""

    who: str
    on: date
    role: str = ""
    note: str = ""


def record_signoff(folder: Path, review: Review, signing: Signing) -> list[Path]:
    """Write a sign-off into a programme folder; the files written.

    Raises SourceError when the folder is no programme or its list of sign-offs cannot
    be read, and OSError when a file cannot be written.
    """
    if not (folder / PROGRAMME).is_file():
        raise SourceError(
            f"{folder}: is no programme folder, for it has no {PROGRAMME}"
        )
    told = snapshot(review.programme)
    listed = folder / SIGNOFFS
    facts = _free(folder, f"{signing.on}-{digest_of(told)[:12]}")
    text = _with(listed, folder, dict(_entry(review, signing, told, facts)))
    path = folder / facts
    path.parent.mkdir(exist_ok=True)
    put(path, as_json(told))
    try:
        put(listed, text)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return [listed, path]


def same_version(review: Review) -> SignOff | None:
    """An earlier sign-off of this version, if it signed something else."""
    programme = review.programme
    digest = digest_of(snapshot(programme))
    return next(
        (
            held
            for held in reversed(programme.signoffs)
            if held.version == programme.version
            and held.digest.removeprefix("sha256:") != digest
        ),
        None,
    )


def _entry(
    review: Review, signing: Signing, told: Told, facts: str
) -> Iterator[tuple[str, Any]]:
    """What the list of sign-offs keeps; nothing is kept of what is empty."""
    changed = list(review.programme.changes or ())
    if len(changed) > MOST_CHANGES:
        rest = len(changed) - MOST_CHANGES
        changed = [*changed[:MOST_CHANGES], f"and {rest:,} more changes"]
    held = (
        ("who", signing.who),
        ("role", signing.role),
        ("date", signing.on),
        ("version", review.programme.version),
        ("note", signing.note),
        ("findings", counted(review.findings)),
        ("digest", f"sha256:{digest_of(told)}"),
        ("facts", facts),
        ("changes", changed),
    )
    return ((name, value) for name, value in held if value)


def _free(folder: Path, name: str) -> str:
    """A file name in the folder of facts that nothing has yet."""
    number, free = 1, f"{FACTS}/{name}.json"
    while (folder / free).exists():
        number += 1
        free = f"{FACTS}/{name}-{number}.json"
    return free


def _with(path: Path, folder: Path, entry: dict[str, Any]) -> str:
    """The list of sign-offs with one more; what stands there stays as it lies."""
    added = document({"signoffs": [entry]})
    if not path.exists():
        return added
    file, findings = open_file(folder, path)
    if file is None:
        raise SourceError(f"{path}: {findings[0].message}")
    kept = file.text.rstrip("\n")
    text = f"{kept}\n\n{added}" if kept else added
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        raise SourceError(
            f"{path}: signoffs is not a list of [[signoffs]] tables"
        ) from None
    windows = b"\r\n" in path.read_bytes()
    return text.replace("\n", "\r\n") if windows else text
