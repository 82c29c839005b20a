"""What a review pack holds: which documents, and which published texts."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path, PurePath

from curriculum.model import PublishedSource
from curriculum.reviewed import Review
from curriculum.writers import Writer, all_writers, usual_writers

NOT_PACKED = ("review_pack", "review_summary")
"""The pack itself, and the summary, which it always holds."""


def packed(review: Review) -> tuple[Writer, ...]:
    """The writers of the documents chosen, or else of the usual ones."""
    if not review.packed:
        return usual_writers()
    return tuple(
        writer
        for writer in all_writers()
        if writer.filename in review.packed and writer.name not in NOT_PACKED
    )


def enclosed(source: PublishedSource) -> tuple[bytes | None, str]:
    """A published document as it was received, or why it is not in the pack."""
    if not source.may_be_passed_on:
        return None, "no licence is stated that lets anybody pass it on"
    if source.held:
        return source.held, ""
    if not source.path:
        return None, "it was read from a library of standards, which no longer holds it"
    try:
        content = Path(source.path).read_bytes()
    except OSError as error:
        return None, f"its file cannot be read ({error.strerror})"
    if sha256(content).hexdigest() != source.digest:
        return None, "its file has changed since it was read"
    return content, ""


def names_in_pack(sources: Sequence[PublishedSource]) -> list[str]:
    """The file name of each published document in the pack, no two alike.

    The name of what is not enclosed is free.
    """
    taken: set[str] = set()
    names: list[str] = []
    for source in sources:
        name = PurePath(source.held_as or source.file)
        number, free = 1, name.name
        while free.casefold() in taken:
            number += 1
            free = f"{name.stem}-{number}{name.suffix}"
        if enclosed(source)[0] is not None:
            taken.add(free.casefold())
        names.append(free)
    return names
