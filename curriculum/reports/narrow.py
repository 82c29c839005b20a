"""A review with the findings of some codes or families only."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from curriculum.findings import Finding
from curriculum.reviewed import Review


def narrowed(review: Review, select: Sequence[str], ignore: Sequence[str]) -> Review:
    """A review without what is not selected, or is ignored.

    Each word is a code or the beginning of one, such as a family: COV, COV1, COV102.
    Where nothing is selected, everything is.
    """

    def wanted(finding: Finding) -> bool:
        code = finding.code
        return (not select or _begins(code, select)) and not _begins(code, ignore)

    return replace(
        review,
        findings=tuple(filter(wanted, review.findings)),
        published=tuple(filter(wanted, review.published)),
        waived=tuple(w for w in review.waived if wanted(w.finding)),
    )


def unknown(words: Iterable[str], codes: Iterable[str]) -> list[str]:
    """The words with which no code begins."""
    codes = tuple(codes)
    return [word for word in words if not any(_begins(code, [word]) for code in codes)]


def _begins(code: str, words: Iterable[str]) -> bool:
    return any(code.startswith(word.upper()) for word in words)
