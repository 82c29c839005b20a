"""Reading again what the library keeps, with the readers of today.

A reader that has learnt more may make another text of the same file.  A programme
that pins the text that was read before is then told so, as of any other change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from curriculum.errors import SourceError
from curriculum.findings import Finding
from curriculum.library.reading import entry_of, our_version, read_bytes
from curriculum.library.records import Copy, Edition, Entry
from curriculum.library.store import Library
from curriculum.model import Standard
from curriculum.readers import Read


class Again(StrEnum):
    """What became of an edition that was read again."""

    SAME = "reads the same"
    FACTS = "same text, other facts"
    TEXT = "another text"
    UNREADABLE = "cannot be read any more"


@dataclass(frozen=True, slots=True)
class Reread:
    """An edition, and what today's reader makes of its last copy."""

    edition: Edition
    copy: Copy
    outcome: Again
    entry: Entry | None = None
    findings: tuple[Finding, ...] = ()
    why: str = ""


def reread(library: Library, editions: Iterable[Edition]) -> Iterator[Reread]:
    """Each edition read again; nothing is written."""
    for edition in editions:
        copy = library.copies(edition)[-1]
        try:
            got, standard = _standard(library, copy)
        except SourceError as error:
            yield Reread(edition, copy, Again.UNREADABLE, why=str(error))
            continue
        renewed = copy.model_copy(
            update={"reader": got.reader.name, "reader_version": our_version()}
        )
        entry = entry_of(standard, renewed, b"", edition.version)
        outcome = _outcome(library, edition, copy, entry)
        yield Reread(edition, copy, outcome, entry, got.findings)


def _standard(library: Library, copy: Copy) -> tuple[Read, Standard]:
    """The standard of a copy, by its own reader, or by that which knows it now."""
    data = library.raw(copy.digest)
    try:
        got = read_bytes(data, copy.file, copy.reader)
    except SourceError:
        got = read_bytes(data, copy.file)
    standards = [record for record in got.records if isinstance(record, Standard)]
    if len(standards) <= copy.nth:
        raise SourceError(f"{copy.file}: {got.reader.name} finds no standard in it")
    return got, standards[copy.nth]


def _outcome(library: Library, edition: Edition, copy: Copy, entry: Entry) -> Again:
    if entry.digest != edition.digest:
        return Again.TEXT
    same = entry.facts == library.facts(edition, copy)
    return Again.SAME if same else Again.FACTS
