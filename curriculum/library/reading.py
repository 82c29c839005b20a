"""From a published file to entries of the library, and back to what was read."""

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version as installed
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from curriculum.errors import SourceError
from curriculum.findings import Finding, Severity
from curriculum.library.parts import Part, parts_of
from curriculum.library.pins import Pin, pin_of
from curriculum.library.records import Copy, Edition, Entry, Plan, PlanEntry
from curriculum.library.store import Library
from curriculum.model import AssessmentPlan, SourceRef, Standard
from curriculum.readers import Read, finding, read

P = TypeVar("P", bound=Standard | AssessmentPlan)
LARGEST_MB = 64
"""The list of all standards takes some 16 MB."""
_FASTER = 6
"""Compression that saves nearly all that the slowest saves."""

Tick = Callable[[int, int], None]
"""Told how many parts of how many are read."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is known of a file beyond what it says."""

    version: str = ""
    """The version that it states, if the form does not print one."""
    address: str = ""
    fetched: date | None = None
    """None for the day on which the file was last written."""


def entries_of(
    path: Path,
    provenance: Provenance | None = None,
    tick: Tick | None = None,
) -> tuple[list[Entry | PlanEntry], list[Finding]]:
    """The standards and plans of a file, and what was found while reading them.

    Raises SourceError if there is not one of them in it.
    """
    data, fetched = _bytes(path)
    known = provenance or Provenance()
    file = _File(path, known, known.fetched or fetched)
    entries: list[Entry | PlanEntry] = []
    findings: list[Finding] = []
    parts = parts_of(data)
    for nth, part in enumerate(parts, start=1):
        try:
            read_of_part = file.read(part)
        except SourceError as error:
            if len(parts) == 1:
                raise
            findings.append(_refused(file.at(part), str(error)))
        else:
            found, faults = file.entries(part, read_of_part)
            entries += found
            findings += [*read_of_part.findings, *faults]
        if tick:
            tick(nth, len(parts))
    if not entries:
        refused = [f.message for f in findings if f.code == "STD206"]
        neither = "it holds neither an occupational standard nor an assessment plan"
        why = refused[0] if refused else neither
        raise SourceError(f"{path.name}: {why}")
    if known.version and len(entries) > 1:
        raise SourceError(
            f"{path.name}: holds {len(entries)} standards, "
            "which cannot all be given one version"
        )
    return entries, findings


def read_held(library: Library, pin: Pin, prefer: str = "") -> tuple[Edition, Read]:
    """The edition that a pin names, read again from what was published.

    Raises SourceError if the library does not hold it.
    """
    edition = library.one(pin, prefer)
    copy = library.copies(edition)[-1]
    standard, got = _read_again(library, copy, Standard, edition.label)
    # What another copy, or the person who added it, says and this one does not.
    missing = {
        name: getattr(edition, name)
        for name in ("reference", "version", "status", "earliest_start", "latest_start")
        if not getattr(standard, name)
    }
    standard = standard.model_copy(update=missing)
    digest = text_digest(standard)
    return edition, Read(got.reader, (standard,), got.findings, digest)


def read_plan(library: Library, plan: Plan) -> tuple[AssessmentPlan, Read]:
    """A plan of the library, read again from what was published.

    Raises SourceError if today's reader finds no plan in it.
    """
    record, got = _read_again(library, plan.origin, AssessmentPlan, plan.label)
    return record, Read(got.reader, (record,), got.findings, plan.origin.digest)


def _read_again(
    library: Library, copy: Copy, kind: type[P], label: str
) -> tuple[P, Read]:
    """The record of a kind that a copy was kept for, by the reader of today."""
    got = read_bytes(library.raw(copy.digest), copy.file, copy.reader)
    records = [record for record in got.records if isinstance(record, kind)]
    if len(records) <= copy.nth:
        what = "standard" if kind is Standard else "plan"
        raise SourceError(
            f"{label}: reader {got.reader.name} finds no {what} any more "
            f"in {copy.file}, which {copy.reader} {copy.reader_version} could read"
        )
    return records[copy.nth], got


def read_bytes(data: bytes, name: str, reader: str | None = None) -> Read:
    """Read bytes as if they lay in a file of that name."""
    with TemporaryDirectory(prefix="curriculum-") as folder:
        path = Path(folder) / (Path(name).name or "standard")
        path.write_bytes(data)
        return read(path, reader=reader)


def text_digest(standard: Standard) -> str:
    """Fingerprint of what a standard asks: its duties, statements and links.

    Blind to white space, to the order of links and to everything else: one text
    has one digest, whether it was read from a page, from JSON or from Word.
    """
    duties = [
        (d.key, " ".join(d.text.split()), sorted(d.ksbs)) for d in standard.duties
    ]
    ksbs = [(k.key, " ".join(k.text.split())) for k in standard.ksbs]
    return _digest([duties, ksbs])


class _File:
    """One file that is being added."""

    def __init__(self, path: Path, provenance: Provenance, fetched: date) -> None:
        self._path = path
        self._provenance = provenance
        self._fetched = fetched
        self._reader: str | None = None

    def at(self, part: Part) -> SourceRef:
        return SourceRef(file=self._path.name, place=part.place)

    def read(self, part: Part) -> Read:
        """Read a part, from the bytes that are kept.

        The parts of one list are expected to be of one form.
        """
        if self._reader:
            try:
                got = read_bytes(part.data, self._path.name, self._reader)
            except SourceError:
                got = None
            if got and got.records:
                return got
        got = read_bytes(part.data, self._path.name)
        self._reader = got.reader.name
        return got

    def entries(
        self, part: Part, got: Read
    ) -> tuple[list[Entry | PlanEntry], list[Finding]]:
        entries: list[Entry | PlanEntry] = []
        faults = []
        for kind in (Standard, AssessmentPlan):
            records = [record for record in got.records if isinstance(record, kind)]
            for nth, record in enumerate(records):
                fault = self._fault(record)
                if fault:
                    faults.append(_refused(self.at(part), fault))
                else:
                    entries.append(self._entry(part, got, nth, record))
        return entries, faults

    def _fault(self, record: Standard | AssessmentPlan) -> str:
        told = self._provenance.version
        if pin_of(record.reference) != Pin(record.reference):
            said = f"{record.reference} {record.title}".strip() or "the plan"
            return f"{said} has no reference such as ST0787 by which it could be named"
        if told and record.version not in ("", told):
            return f"{record.reference} says that its version is {record.version}"
        return ""

    def _entry(
        self, part: Part, got: Read, nth: int, record: Standard | AssessmentPlan
    ) -> Entry | PlanEntry:
        place = part.place or record.source.place
        copy = Copy(
            digest=sha256(part.data).hexdigest(),
            nth=nth,
            file=_plain(self._path.name),
            place=_plain(place),
            address=_plain(self._provenance.address),
            fetched=self._fetched,
            added=datetime.now(UTC).date(),
            reader=got.reader.name,
            reader_version=our_version(),
        )
        told = self._provenance.version
        packed = zlib.compress(part.data, _FASTER)
        if isinstance(record, Standard):
            return entry_of(record, copy, packed, told)
        return plan_entry_of(record, copy, packed, told)


def plan_entry_of(
    plan: AssessmentPlan, copy: Copy, packed: bytes, version: str
) -> PlanEntry:
    """A plan as the library keeps it; a version is told if none is printed."""
    return PlanEntry(
        reference=_plain(plan.reference),
        version=_plain(plan.version or version),
        title=_plain(plan.title),
        facts=_facts_digest(plan),
        copy=copy,
        packed=packed,
    )


def entry_of(standard: Standard, copy: Copy, packed: bytes, version: str) -> Entry:
    """A standard as the library keeps it; a version is told if none is printed."""
    return Entry(
        reference=_plain(standard.reference),
        version=_plain(standard.version or version),
        title=_plain(standard.title),
        level=standard.level,
        route=_plain(standard.route),
        status=_plain(standard.status),
        earliest_start=standard.earliest_start,
        latest_start=standard.latest_start,
        digest=text_digest(standard),
        facts=_facts_digest(standard),
        statements=tuple(_statements(standard)),
        copy=copy,
        packed=packed,
    )


def _statements(standard: Standard) -> Iterator[tuple[str, str]]:
    for duty in standard.duties:
        yield _plain(duty.key), _plain(duty.wording)
    for ksb in standard.ksbs:
        yield _plain(ksb.key), _plain(ksb.wording)


def _plain(text: str) -> str:
    """The same without half characters, which JSON can spell and no file can hold."""
    return text.encode("utf-8", "replace").decode()


@cache
def our_version() -> str:
    """The version of this program, which every copy is stamped with."""
    return installed("curriculum")


def _without_sources(value: object) -> object:
    """The same facts, wherever they were read."""
    if isinstance(value, dict):
        return {k: _without_sources(v) for k, v in value.items() if k != "source"}
    if isinstance(value, list):
        return [_without_sources(each) for each in value]
    return value


def _facts_digest(record: Standard | AssessmentPlan) -> str:
    return _digest(_without_sources(record.model_dump(mode="json")))


def _digest(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def _refused(at: SourceRef, why: str) -> Finding:
    message = f"is not added, because {why}"
    return finding("STD206", Severity.WARNING, at.file, message, at)


def _bytes(path: Path) -> tuple[bytes, date]:
    try:
        if path.stat().st_size > LARGEST_MB * 1_000_000:
            raise SourceError(f"{path.name}: is larger than {LARGEST_MB} MB")
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
        return path.read_bytes(), written
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror})") from None
