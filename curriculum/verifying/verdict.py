"""The verdict on one file: what it says otherwise than when it was written.

The file alone is needed: it carries what it showed, and the facts behind that, on
which the checks are run again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curriculum.carried.carrying import copies_of, stamp_of
from curriculum.carried.facts import (
    Carried,
    UnreadableFactsError,
    from_json,
    unpacked,
)
from curriculum.carried.programme import programme_from, texts_of
from curriculum.carried.reading import shown_of
from curriculum.carried.record import shown_in
from curriculum.carried.shown import Shown
from curriculum.carried.signing import PublicKey
from curriculum.findings import SourceError, counted
from curriculum.model import Programme
from curriculum.office.package import Package
from curriculum.pipeline import review
from curriculum.plurals import many
from curriculum.reviewed import Review
from curriculum.verifying.differences import differences
from curriculum.verifying.edits import Edit
from curriculum.verifying.formulas import with_causes, without_lost

NO_SIGNATURE = (
    "verify finds drift; it is no signature: whoever can change a document can change "
    "the facts that it carries, too"
)

SIGNED = (
    "the signature shows that who holds that key sealed these facts; it does not show "
    "when, and pictures and dress are no part of them"
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with what it carries."""

    path: Path
    copies: tuple[Carried, ...]
    told: Mapping[str, Any]
    """What the facts say of the document."""
    then: Shown
    now: Shown
    programme: Programme
    stamp: str

    @property
    def facts(self) -> Carried:
        """The facts that it carries."""
        return self.copies[0]

    @property
    def title(self) -> str:
        """How places in it begin: "scheme of work"."""
        title = str(self.told.get("title") or self.path.stem)
        return title if title[:2].isupper() else title[:1].lower() + title[1:]

    @property
    def tool(self) -> str:
        """What wrote it: "curriculum 0.1.0"."""
        return str(self.told.get("tool") or "a version that is not stated")


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found about one file."""

    opened: Opened
    edits: tuple[Edit, ...]
    review: Review
    faults: tuple[str, ...] = ()
    """What is wrong with the facts themselves, or with their signature."""
    notes: tuple[str, ...] = ()
    """What is worth knowing, and is no drift."""
    is_confirmed: bool = False
    """Whether the facts are signed by the key that was given."""

    @property
    def has_drifted(self) -> bool:
        """Whether anything is not as it was written."""
        return bool(self.edits or self.faults)

    @property
    def verdict(self) -> str:
        """The verdict in a line."""
        count = len(self.edits)
        told = many(count, "edit") if count else "nothing changed"
        doubt = ", but that cannot be relied on" if self.faults and not count else ""
        return (
            f"{self.opened.path.name}: {told} since {self.opened.tool} wrote it{doubt}"
        )

    @property
    def checked(self) -> str:
        """What the checks find now, and whether they found something else then."""
        now = counted(self.review.findings)
        held = self.opened.told.get("found")
        told = f"the checks on the facts that it carries find {now}"
        if not isinstance(held, Mapping):
            return told
        then = _counted(held)
        return told if then == now else f"{told}; when it was written they found {then}"


def _counted(held: Mapping[str, Any]) -> str:
    kinds = (("errors", "error"), ("warnings", "warning"))
    counts = [(held.get(name), word) for name, word in kinds]
    parts = [many(n, word) for n, word in counts if n]
    return " and ".join(parts) or "no findings"


def refuse_zip(path: Path) -> None:
    """Raise SourceError for a zip file, such as a review pack."""
    if path.suffix.casefold() == ".zip" and path.is_file():
        raise SourceError(f"{path.name}: is a zip file; unpack it, name its documents")


def opened(path: Path) -> Opened:
    """A document and the facts that it carries.

    Raises SourceError, with a sentence, for what is no Office file, is damaged,
    protected or unpacks beyond reason, and for what carries no facts.
    """
    if path.is_dir():
        raise SourceError(f"{path}: is a folder; name the documents in it")
    refuse_zip(path)
    package = Package.open(path)
    now = shown_of(package)
    try:
        copies = tuple(copies_of(package))
        if not copies:
            raise SourceError(_without_facts(package))
        told = copies[0].told()
        programme = unpacked(copies[0].programme)
        record = from_json(unpacked(copies[0].shown))
        then = shown_in(record, texts_of(programme))
        made_of = programme_from(from_json(programme))
        return Opened(path, copies, told, then, now, made_of, stamp_of(package))
    except UnreadableFactsError as error:
        raise SourceError(
            f"{package.name}: the facts that it carries cannot be read: {error}"
        ) from None


def _without_facts(package: Package) -> str:
    if stamp_of(package):
        return (
            f"{package.name}: the facts that it carried were stripped, so nothing can "
            "be verified; its properties still say that it had them (Inspect Document "
            "strips them, and so does saving in another format and back)"
        )
    return (
        f"{package.name}: carries no facts, so nothing can be verified: it is no "
        "document of ours, or the facts were stripped from it"
    )


@dataclass(slots=True)
class Verifier:
    """Verifies files; the checks run once for documents of one programme."""

    key: PublicKey | None = None
    _reviews: dict[str, Review] = field(default_factory=dict)

    def verify(self, path: Path) -> Verification:
        """The verdict on a file.  Raises SourceError if it cannot be verified."""
        held = opened(path)
        confirmed = self.key is not None and not self.key.objection(held.facts)
        found = differences(held.then, held.now, held.title)
        edits, lost = without_lost(found, held.now, held.title)
        notes = self._notes(held, confirmed=confirmed)
        return Verification(
            held,
            tuple(with_causes(edits)),
            self._review(held),
            tuple(self._faults(held)),
            (*notes, str(lost)) if lost else tuple(notes),
            confirmed,
        )

    def _review(self, held: Opened) -> Review:
        packed = held.facts.programme
        if packed not in self._reviews:
            self._reviews[packed] = review(held.programme)
        return self._reviews[packed]

    def _faults(self, held: Opened) -> list[str]:
        facts = held.facts
        found: list[str] = []
        if facts.digest != facts.right_digest:
            found.append(
                "the facts that it carries were changed: their digest is wrong"
            )
        if any(copy != facts for copy in held.copies[1:]):
            found.append("its two copies of the facts differ")
        if held.stamp and not held.stamp.endswith(f"sha256:{facts.digest}"):
            found.append(
                "the facts that it carries are not those it was written with: its "
                "properties name another digest"
            )
        if self.key is not None:
            wrong = self.key.objection(facts)
            found += [wrong] if wrong else []
        return found

    def _notes(self, held: Opened, *, confirmed: bool) -> list[str]:
        if self.key is not None and confirmed:
            return [f"it is signed, and the signature is of {self.key.name}"]
        if held.facts.signature and self.key is None:
            return ["it is signed; --key FILE says whether by the key that you trust"]
        return []
