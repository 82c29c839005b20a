"""The published documents that one programme draws on, each read once."""

from functools import lru_cache
from pathlib import Path

from curriculum.findings import Finding, Severity, SourceError
from curriculum.library.lookup import (
    Received,
    read_pinned,
    read_pinned_plan,
    received,
)
from curriculum.library.pins import pin_of
from curriculum.model import PublishedSource, SourceRef, Standard
from curriculum.readers import Published, Read, read
from curriculum.readers.programme.records import did_you_mean
from curriculum.sources import Source, all_sources, source_named


class Shelf:
    """Opens what a programme names, and keeps what was found while joining it."""

    def __init__(self, folder: Path, findings: list[Finding]) -> None:
        self.findings = findings
        self.published: list[Finding] = []
        self.sources: list[PublishedSource] = []
        self._folder = folder
        self._opened: dict[tuple[Path, bool], Read] = {}

    def found(self, code: str, subject: str, message: str, at: SourceRef) -> None:
        """Note what does not join."""
        self.findings.append(
            Finding(
                code=code,
                severity=Severity.ERROR,
                subject=subject,
                message=message,
                source=at,
            )
        )

    def records(self) -> list[Published]:
        """Every record opened so far."""
        return [record for got in self._opened.values() for record in got.records]

    def open(
        self,
        subject: str,
        name: str,
        at: SourceRef,
        digest: str = "",
        *,
        plan: bool = False,
    ) -> tuple[Source | None, Read] | None:
        """A document by its name in sources.toml, its path in the folder, or its pin.

        A pin names a standard of the library, or the ``plan`` beside it; of several
        texts of one version the digest tells which.  None, with a finding, if the
        document cannot be read.
        """
        source = source_named(name)
        path = source.path if source else self._folder / name
        key = path, plan and not path.is_file()
        if key not in self._opened:
            try:
                if path.is_file():
                    reader = source.reader if source else None
                    got, held = _read_file(path, reader), Received()
                else:
                    got, held = _from_library(name, self._folder, digest, plan=plan)
            except SourceError as error:
                self.found("ASM205", subject, f"{subject} cannot be read: {error}", at)
                return None
            if not got.records:
                message = f"{subject} cannot be read: {path.name} holds nothing usable"
                self.found("ASM205", subject, message, at)
                return None
            self._opened[key] = got
            if len(got.records) == 1:
                self.published += got.findings
            self.sources.append(_published(source, path, got, held))
        return source, self._opened[key]


def _read_file(path: Path, reader: str | None) -> Read:
    return _read_once(path, path.stat().st_mtime_ns, path.stat().st_size, reader)


def _from_library(
    name: str, folder: Path, digest: str, *, plan: bool
) -> tuple[Read, Received]:
    """What a library holds under that name, and the file that it was given."""
    pin = pin_of(name)
    if pin is None:
        known = (n for s in all_sources() for n in (s.id, *s.names))
        raise SourceError(
            f"{name} is neither a shipped document nor a file of this folder"
            f"{did_you_mean(name, known)}"
        )
    if plan:
        return read_pinned_plan(pin, folder)
    return read_pinned(pin, digest, folder), received(pin, digest, folder)


@lru_cache(maxsize=64)
def _read_once(path: Path, _changed_ns: int, _size: int, reader: str | None) -> Read:
    """A document, read again only when the file has changed.

    A shipped document says which reader reads it, so that no other is imported.
    """
    return read(path, reader=reader)


def _title(path: Path, got: Read) -> str:
    """The title of a document, or of a file that holds several standards."""
    first, *others = got.records
    return f"{path.name} ({len(got.records)} standards)" if others else first.title


def _licence(got: Read) -> str:
    """The licence that a document of one standard prints."""
    record = got.records[0] if len(got.records) == 1 else None
    return record.licence if isinstance(record, Standard) else ""


def _lies(path: Path) -> str:
    return str(path) if path.is_file() else ""


def _published(
    source: Source | None, path: Path, got: Read, held: Received
) -> PublishedSource:
    corrections = tuple(f.message for f in got.findings if f.code == "SRC010")
    if source is None:
        return PublishedSource(
            title=_title(path, got),
            licence=_licence(got),
            file=path.name,
            path=_lies(path),
            held_as=held.name,
            held=held.content,
            held_from=held.fetched,
            digest=got.digest,
            corrections=corrections,
        )
    return PublishedSource(
        title=source.title,
        publisher=source.publisher,
        dated=source.dated,
        licence=source.licence,
        acknowledgement=source.acknowledgement,
        file=source.file,
        path=_lies(path),
        digest=got.digest,
        corrections=corrections,
    )
