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
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Protocol

from curriculum.findings import Finding, Severity, SourceError
from curriculum.model import CareerCluster, OccupationalMap, SourceRef, Standard
from curriculum.readers._text import SourceText, open_text
from curriculum.sources import Erratum, all_errata

Published = Standard | OccupationalMap | CareerCluster
"""What a reader yields beside findings: one record a document."""

Yield = Iterator[Published | Finding]

SURE_ENOUGH = 0.5
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

    Raises SourceError when the file cannot be opened as text, when no reader
    knows its form, or when there is no reader of the name given.
    """
    text = open_text(path)
    chosen = reader_named(reader) if reader else _recognised(text)
    known = all_errata() if errata is None else errata
    text.correct(erratum for erratum in known if erratum.reader == chosen.name)
    records: list[Published] = []
    findings: list[Finding] = list(text.findings)
    for thing in chosen.read(text):
        if isinstance(thing, Finding):
            findings.append(thing)
        else:
            records.append(thing)
    findings += text.corrections()
    return Read(chosen, tuple(records), tuple(findings), text.digest)


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
    if not is_json and _is_html(head):
        raise SourceError(
            f"{text.file}: is a web page with its markup; open it in a browser, select "
            "all, copy, and save what you copied as plain text"
        )
    alike = (reader for reader in all_readers() if reader.json is is_json)
    sure = [(reader.recognises(head), reader) for reader in alike]
    surest, best = max(sure, key=itemgetter(0))
    if surest < SURE_ENOUGH:
        forms = "; ".join(reader.title for reader in all_readers())
        raise SourceError(
            f"{text.file}: this is none of the documents that can be read ({forms})"
        )
    return best


def _is_html(head: SourceText) -> bool:
    """Whether the first written lines are those of a saved web page."""
    opening = "".join(line.printed for line in islice(head.written(), 5)).casefold()
    return "<!doctype html" in opening or "<html" in opening
