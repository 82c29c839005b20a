"""What is fuzzed: each reader, and each form of interchange, on plain bytes.

A file may be of any kind: the only exception that a reader may raise says so.  What
it yields must be whole: each finding has a known code and a place in that file,
and every record can be written as JSON.
"""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from curriculum.findings import Finding, SourceError
from curriculum.interchange.case_in import read_case
from curriculum.interchange.long_in import read_long
from curriculum.interchange.moodle_in import read_moodle
from curriculum.interchange.two_columns import read_two_columns
from curriculum.readers import Reader, all_readers, read
from curriculum.readers._text import FINDINGS

Target = Callable[[Path], None]


class BrokenPromiseError(AssertionError):
    """A reader yields what it must not."""


def targets() -> dict[str, Target]:
    """Every reader by name, then the forms of interchange."""
    found: dict[str, Target] = {
        reader.name: partial(_reader, reader) for reader in all_readers()
    }
    found["recognised"] = _recognised
    found["case"] = partial(_exchanged, read_case)
    found["moodle"] = partial(_exchanged, read_moodle)
    found["two_columns"] = partial(_exchanged, read_two_columns)
    found["long_table"] = partial(_exchanged, read_long)
    return found


def survives(target: Target, path: Path, data: bytes) -> None:
    """Give bytes to a target; anything but a SourceError is a fault."""
    path.write_bytes(data)
    try:
        target(path)
    except SourceError as error:
        if not str(error).strip():
            raise BrokenPromiseError("a SourceError says nothing") from error


def _reader(reader: Reader, path: Path) -> None:
    got = read(path, reader=reader.name)
    for record in got.records:
        record.model_dump_json()
    _whole(got.findings, path, {*reader.findings, *FINDINGS})


def _recognised(path: Path) -> None:
    _whole(read(path).findings, path, ())


def _exchanged(take: Callable[[Path], object], path: Path) -> None:
    taken = take(path)
    _whole(getattr(taken, "findings", ()), path, ())


def _whole(findings: Collection[Finding], path: Path, codes: Collection[str]) -> None:
    for finding in findings:
        if codes and finding.code not in codes:
            raise BrokenPromiseError(f"{finding.code} is no code of this reader")
        if finding.source.file != path.name or not finding.message.strip():
            raise BrokenPromiseError(f"has no place or says nothing: {finding!r}")
