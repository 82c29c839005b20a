"""Reads ``signoffs.toml``: who approved which version, and what it then said.

The list of what a programme stated when it was signed off lies in a file of its
own in the folder ``signoffs``, so that the list of sign-offs stays short.
"""

from pathlib import Path

from curriculum.errors import SourceError
from curriculum.files import bytes_of
from curriculum.findings import Finding
from curriculum.model import SignOff
from curriculum.readers.programme.folder import LARGEST_MB, open_file

SIGNOFFS = "signoffs.toml"
FACTS = "signoffs"
"""The folder of what was signed off."""


def read_signoffs(folder: Path) -> tuple[list[SignOff], list[Finding]]:
    """The sign-offs of a programme folder in order of date, and what was found."""
    if not (folder / SIGNOFFS).exists():
        return [], []
    file, findings = open_file(folder, folder / SIGNOFFS)
    if file is None:
        return [], findings
    file.known(file.tables, ["signoffs"])
    found = [
        file.record(SignOff, table, "signoffs", index)
        for index, table in enumerate(file.array("signoffs"))
    ]
    held = [signoff for signoff in found if signoff is not None]
    return sorted(held, key=lambda signoff: signoff.date), file.findings


def facts_of(folder: Path, signoff: SignOff) -> str:
    """The text that lists what was signed off.

    Raises SourceError when it cannot be read, or lies outside the folder.
    """
    if not signoff.facts:
        raise SourceError("the sign-off names no list of what was signed off")
    path = folder / signoff.facts
    if (folder / FACTS).resolve() not in path.resolve().parents:
        raise SourceError(f"lies outside the folder {FACTS} of the programme")
    try:
        return bytes_of(path, LARGEST_MB).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError("is not UTF-8") from None
    except SourceError as error:
        raise SourceError(str(error).rpartition(": ")[2]) from None
