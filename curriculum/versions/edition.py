"""Editions: what two versions of a framework have in common to be compared."""

from dataclasses import dataclass
from pathlib import Path

from curriculum.findings import SourceError
from curriculum.library.lookup import read_pinned
from curriculum.library.pins import pin_of
from curriculum.model import (
    CareerCluster,
    Duty,
    Framework,
    Item,
    SourceRef,
    Standard,
    stamp_of,
)
from curriculum.readers import Published, read
from curriculum.sources import all_sources, all_versions, source_named


@dataclass(frozen=True, slots=True)
class Statement:
    """One item or duty of an edition."""

    key: str
    wording: str
    """What is compared and shown: the corrected reading where there is one."""
    text: str
    """What is printed, which stamps are made of."""
    guid: str
    group: str
    """Its kind in words."""
    ksbs: tuple[str, ...]
    """The items that a duty names."""
    source: SourceRef

    @property
    def stamp(self) -> str:
        """Fingerprint of the printed wording."""
        return stamp_of(self.text)


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a framework: its statements, and facts about the whole."""

    reference: str
    title: str
    version: str
    items: tuple[Statement, ...]
    duties: tuple[Statement, ...]
    facts: tuple[tuple[str, str], ...] = ()
    """Name and value of each fact about the whole that is printed."""

    @property
    def label(self) -> str:
        """Reference and version: "ST0128 v1.1"."""
        return f"{self.reference} v{self.version}" if self.version else self.reference

    def item(self, key: str) -> Statement | None:
        """The item of that key; of two with one key, the first."""
        return next((item for item in self.items if item.key == key), None)


@dataclass(frozen=True, slots=True)
class Opened:
    """An edition with the file that it was read from."""

    edition: Edition
    path: Path | None
    """The file; None for a standard of the library."""
    source: str
    """The name of a shipped document or a standard of the library, or empty."""
    digest: str


def edition_of(record: Standard | CareerCluster | Framework) -> Edition:
    """The edition that a published record, or a programme's framework, is."""
    if isinstance(record, Framework):
        return _edition(
            record.id, record.title, record.version, record.items, record.duties
        )
    if isinstance(record, CareerCluster):
        skills = (*record.skills, *record.software_skills)
        return _edition(record.title, record.title, "", skills, ())
    return _edition(
        record.reference,
        record.title,
        record.version or _known_version(record),
        record.ksbs,
        record.duties,
        _facts(record),
    )


def opened(name: str) -> Opened:
    """An edition: a shipped document, a file, or a standard of the library.

    The library's are named ST0787 or ST0787@1.1; FILE#ST0128 or FILE#ST0128@1.1 is
    one standard of a file that holds several.  Raises SourceError when there is
    none, or more than one.
    """
    source, file, wanted = source_named(name), name, ""
    if source is None and not Path(name).is_file():
        if pin := pin_of(name):
            got = read_pinned(pin)
            record = _chosen(got.records, name, "")
            return Opened(edition_of(record), None, str(pin), got.digest)
        file, _, wanted = name.rpartition("#")
    path = source.path if source else Path(file or name)
    if source is None and not path.is_file():
        known = ", ".join(n for one in all_sources() for n in (one.id, *one.names))
        raise SourceError(
            f"{name}: is neither a shipped document ({known}), "
            "nor a file, nor a standard of the library"
        )
    got = read(path)
    record = _chosen(got.records, name, wanted)
    return Opened(edition_of(record), path, source.id if source else "", got.digest)


def _chosen(
    records: tuple[Published, ...], name: str, wanted: str
) -> Standard | CareerCluster:
    """The one record that is meant."""
    usable = [r for r in records if isinstance(r, Standard | CareerCluster)]
    if wanted:
        usable = [r for r in usable if wanted.casefold() in _names(r)]
    if len(usable) == 1:
        return usable[0]
    if not usable:
        raise SourceError(f"{name}: holds no standard or profile to compare")
    first = max(_names(usable[0]))
    raise SourceError(
        f"{name}: holds {len(usable)} standards; name one, such as {name}#{first}"
    )


def _names(record: Standard | CareerCluster) -> set[str]:
    reference = record.key.casefold()
    if isinstance(record, Standard):
        return {reference, f"{reference}@{record.version}"}
    return {reference}


def _edition(  # noqa: PLR0913, PLR0917 (the parts of an edition)
    reference: str,
    title: str,
    version: str,
    items: tuple[Item, ...],
    duties: tuple[Duty, ...],
    facts: tuple[tuple[str, str], ...] = (),
) -> Edition:
    return Edition(
        reference=reference,
        title=title,
        version=version,
        items=tuple(_statement(i, i.group, ()) for i in items),
        duties=tuple(_statement(d, "Duties", d.ksbs) for d in duties),
        facts=facts,
    )


def _statement(record: Item | Duty, group: str, ksbs: tuple[str, ...]) -> Statement:
    return Statement(
        key=record.key,
        wording=record.wording,
        text=record.text,
        guid=record.guid.casefold(),
        group=group,
        ksbs=ksbs,
        source=record.source,
    )


def _known_version(standard: Standard) -> str:
    """The version that the shipped facts give to this edition, by its date."""
    for fact in all_versions():
        same = fact.reference == standard.reference
        if same and fact.date_updated in {standard.date_updated} - {None}:
            return fact.version
    return ""


def _facts(standard: Standard) -> tuple[tuple[str, str], ...]:
    """What the publisher grades a change by, beside the statements."""
    duration, hours = standard.typical_duration_months, standard.minimum_hours
    values = {
        "title": standard.title.strip(),
        "level": standard.level,
        "route": standard.route,
        "pathway": standard.pathway,
        "cluster": standard.cluster,
        "options": "; ".join(option.title for option in standard.options),
        "typical duration in months": duration,
        "minimum off-the-job hours": f"{hours:g}" if hours is not None else None,
    }
    return tuple((name, str(v)) for name, v in values.items() if v not in ("", None))
