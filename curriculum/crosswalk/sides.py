"""The two frameworks of a crosswalk, by whatever name they are called."""

from dataclasses import dataclass
from pathlib import Path

from curriculum.errors import SourceError
from curriculum.interchange.identity import is_uuid
from curriculum.interchange.listing import Listing
from curriculum.interchange.reading import SUFFIXES, read_listing
from curriculum.library.pins import pin_of
from curriculum.model import Framework, Programme
from curriculum.versions.edition import Edition, Statement, edition_of, opened


@dataclass(frozen=True, slots=True)
class Framed:
    """One framework as it is compared, with all the names that it goes by."""

    edition: Edition
    names: frozenset[str]

    @property
    def label(self) -> str:
        """Reference and version."""
        return self.edition.label

    @property
    def told(self) -> str:
        """Reference, version and title."""
        same = self.edition.title.casefold() == self.edition.reference.casefold()
        return self.label if same else f"{self.label} {self.edition.title}".strip()

    def is_called(self, framework: str, title: str = "") -> bool:
        """Whether a name means it, whichever version it is.

        A college's own short name says less than the title; a reference says all.
        """
        if framework.casefold() in self.names:
            return True
        return pin_of(framework) is None and title.strip().casefold() in self.names


def framed(name: str, programme: Programme | None = None) -> Framed:
    """A framework of the programme, or what is published or kept under the name.

    Raises SourceError when there is none.
    """
    held = programme.framework(name) if programme else None
    if held is not None:
        return of_framework(held)
    path = Path(name)
    try:
        edition = opened(name).edition
    except SourceError:
        if not (path.is_file() and path.suffix.casefold() in SUFFIXES):
            raise
        edition = _of_listing(path)
    if not edition.items:
        raise SourceError(f"{name}: {edition.label} has no statements to compare")
    return Framed(edition, _names(edition.reference, edition.title))


def is_same(one: Framed, other: Framed) -> bool:
    """Whether two are one version of one framework, by whatever name."""
    same = one.edition.reference.casefold() == other.edition.reference.casefold()
    if not same and any(pin_of(f.edition.reference) for f in (one, other)):
        return False
    versions = {f.edition.version for f in (one, other)} - {""}
    return not one.names.isdisjoint(other.names) and len(versions) <= 1


def of_framework(framework: Framework) -> Framed:
    """A framework of a programme."""
    edition = edition_of(framework)
    return Framed(edition, _names(framework.id, framework.title))


def _names(*names: str) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in names if name.strip())


def _of_listing(path: Path) -> Edition:
    """A package of CASE, a framework of Moodle, or a list of codes and texts.

    Raises SourceError when the file is none of these.
    """
    listing: Listing = read_listing(path).listing
    above = {statement.parent for statement in listing.statements}
    items = tuple(
        Statement(
            key=statement.key or str(nth),
            wording=statement.text,
            text=statement.printed or statement.text,
            guid=statement.identifier if is_uuid(statement.identifier) else "",
            group=statement.kind or "Statement",
            ksbs=(),
            source=statement.source,
        )
        for nth, statement in enumerate(listing.statements, start=1)
        if statement.identifier not in above and statement.kind != "Duty"
    )
    reference = listing.reference or listing.title or path.stem
    return Edition(reference, listing.title, listing.version, items, ())
