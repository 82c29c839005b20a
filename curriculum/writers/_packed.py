"""What a review pack holds: which documents, and which published texts."""

from hashlib import sha256
from pathlib import Path

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
    if not source.path:
        return None, "it was read from a library of standards, not from a file"
    try:
        content = Path(source.path).read_bytes()
    except OSError as error:
        return None, f"its file cannot be read ({error.strerror})"
    if sha256(content).hexdigest() != source.digest:
        return None, "its file has changed since it was read"
    return content, ""
