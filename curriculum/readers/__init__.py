"""Readers: one format of published document a file.

A reader is a module of this folder with

- ``TITLE``: the format in a few words,
- ``recognises(text)``: how sure it is, from 0 to 1, that the text is of its form,
- ``read(text)``: a generator of records and findings,
- ``FINDINGS``: what each code that it gives means,
- ``JSON = True``, if its form is JSON.

It never guesses, never stops at the first fault and never changes wording.
Files whose name begins with an underscore are shared by readers.
"""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from curriculum.findings import Finding, Severity, SourceError
from curriculum.model import (
    AssessmentPlan,
    CareerCluster,
    OccupationalMap,
    SourceRef,
    Standard,
)
from curriculum.readers._account.record import Account
from curriculum.readers._forms.opening import open_source
from curriculum.readers._forms.places import placed
from curriculum.readers._text import SourceText
from curriculum.readers._wrong_kind import holds_anything
from curriculum.sources import Erratum, all_errata

Published = Standard | OccupationalMap | CareerCluster | AssessmentPlan
"""What a reader yields beside findings: one record a document."""

Yield = Iterator[Published | Finding]

SURE_ENOUGH = 0.5
_CERTAIN = 1.0
_FIRST = "occupational_standard"
"""Most documents are of this form, and who is certain ends the asking."""
LINES_LOOKED_AT = 5_000
"""A document shows its form within so many lines; a long one takes no longer."""


class _ReaderModule(Protocol):
    TITLE: str
    FINDINGS: dict[str, str]
    recognises: Callable[[SourceText], float]
    read: Callable[[SourceText], Yield]


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader with the name of its file."""

    name: str
    title: str
    recognises: Callable[[SourceText], float]
    read: Callable[[SourceText], Yield]
    findings: dict[str, str]
    """What each code that it gives means."""
    json: bool = False
    """Whether its form is JSON; a text is shown to readers of its own sort only."""


@dataclass(frozen=True, slots=True)
class Read:
    """What one file yielded."""

    reader: Reader
    records: tuple[Published, ...]
    findings: tuple[Finding, ...]
    digest: str
    """SHA-256 of the file, in hexadecimal."""
    form: str = "text"
    """What sort of file it is: text, web page, Word document, PDF."""


@cache
def all_readers() -> tuple[Reader, ...]:
    """Every reader of this folder, by name."""
    return tuple(map(reader_named, _names()))


@cache
def reader_named(name: str) -> Reader:
    """One reader, without importing the others; SourceError if there is none."""
    if name not in _names():
        known = ", ".join(_names())
        raise SourceError(f"there is no reader named {name}; there are: {known}")
    module: _ReaderModule = import_module(f"{__name__}.{name}")
    return Reader(
        name,
        module.TITLE,
        module.recognises,
        module.read,
        module.FINDINGS,
        getattr(module, "JSON", False),
    )


@cache
def _names() -> tuple[str, ...]:
    found = pkgutil.iter_modules(__path__)
    return tuple(i.name for i in found if not i.name.startswith("_") and not i.ispkg)


def read(
    path: Path,
    *,
    reader: str | None = None,
    errata: tuple[Erratum, ...] | None = None,
) -> Read:
    """Read one published document with the reader that knows its form.

    Raises SourceError when the file cannot be opened as a document, when no reader
    knows its form, when there is no reader of the name given, or when that reader
    finds nothing of what its form holds.
    """
    text, chosen = _opened(path, reader, errata)
    return _read(text, chosen, _things(text, chosen, named=bool(reader)))


def read_and_account(path: Path, *, reader: str | None = None) -> tuple[Read, Account]:
    """Read a document, and say what became of each of its characters."""
    from curriculum.readers._account.whole import account_of  # noqa: PLC0415 (few ask for it)

    text, chosen = _opened(path, reader, None)
    things = _things(text, chosen, named=bool(reader))
    return _read(text, chosen, things), account_of(text, things, chosen.name)


def _things(
    text: SourceText, chosen: Reader, *, named: bool
) -> tuple[Published | Finding, ...]:
    """What a reader yields; SourceError if one named finds nothing of its form."""
    things = tuple(chosen.read(text))
    records = (thing for thing in things if not isinstance(thing, Finding))
    if named and not any(map(holds_anything, records)):
        raise SourceError(
            f"{text.file}: holds nothing of what the reader {chosen.name} reads "
            f"({chosen.title}); name no reader, and the file's own words choose one"
        )
    return things


def _opened(
    path: Path, reader: str | None, errata: tuple[Erratum, ...] | None
) -> tuple[SourceText, Reader]:
    text = open_source(path)
    chosen = reader_named(reader) if reader else _recognised(text)
    known = all_errata() if errata is None else errata
    text.correct(erratum for erratum in known if erratum.reader == chosen.name)
    return text, chosen


def _read(
    text: SourceText, reader: Reader, things: tuple[Published | Finding, ...]
) -> Read:
    records: list[Published] = []
    findings = list(text.findings)
    for thing in (*things, *text.corrections()):
        there = placed(thing, text) if text.form != "text" else thing
        if isinstance(there, Finding):
            findings.append(there)
        else:
            records.append(there)
    return Read(reader, tuple(records), tuple(findings), text.digest, form=text.form)


def finding(
    code: str, severity: Severity, subject: str, message: str, source: SourceRef
) -> Finding:
    """A finding of a reader, in one line."""
    return Finding(
        code=code, severity=severity, subject=subject, message=message, source=source
    )


def _recognised(text: SourceText) -> Reader:
    head = text.head(LINES_LOOKED_AT)
    is_json = head.is_json
    surest, best = 0.0, all_readers()[0]
    for reader in sorted(all_readers(), key=lambda reader: reader.name != _FIRST):
        sure = reader.recognises(head) if reader.json is is_json else 0.0
        if sure > surest:
            surest, best = sure, reader
        if surest >= _CERTAIN:
            break
    if surest < SURE_ENOUGH:
        forms = "; ".join(reader.title for reader in all_readers())
        raise SourceError(
            f"{text.file}: this is none of the documents that can be read ({forms})"
        )
    return best
