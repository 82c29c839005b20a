"""The publisher's rules about versions, checked on what the library holds."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import groupby, pairwise

from curriculum.findings import Finding, Severity
from curriculum.library.records import Edition

FINDINGS = {
    "STD201": "A version of a standard is not of the form major.minor.",
    "STD202": "A version does not follow the one before it: one may be missing.",
    "STD203": "A version does not begin on the day after the one before it ends.",
    "STD204": "More than one version of a standard is approved for delivery.",
    "STD205": "One version of a standard is held with several texts.",
    "STD206": "A part of a file could not be added to the library.",
    "STD207": "A version is retired, or may not be started on on the day asked for.",
    "STD208": "One version of a standard is held with several assessment plans.",
    "STD209": "An assessment plan is held without the version that it assesses.",
    "STD210": "An assessment plan that was named is that of another standard.",
}

_APPROVED = "approved for delivery"
_DAY = timedelta(days=1)


def check_versions(editions: Iterable[Edition]) -> Iterator[Finding]:
    """What is odd about the versions of each standard; editions in library order."""
    for _, group in groupby(editions, key=lambda edition: edition.reference):
        held = list(group)
        # Of several texts of one version, the one that was added last speaks for it.
        versions = list({edition.version: edition for edition in held}.values())
        yield from _forms(versions)
        yield from _several_texts(held)
        yield from _approved(versions)
        numbered = [edition for edition in versions if edition.number]
        for before, after in pairwise(numbered):
            yield from _gap(before, after) or _windows(before, after)


def _forms(versions: list[Edition]) -> Iterator[Finding]:
    for edition in versions:
        if edition.version and not edition.number:
            yield _found(
                "STD201", edition, f"{edition.label} is not of the form major.minor"
            )


def _several_texts(held: list[Edition]) -> Iterator[Finding]:
    for _, group in groupby(held, key=lambda edition: edition.version):
        editions = list(group)
        if len(editions) > 1:
            digests = ", ".join(edition.digest[:12] for edition in editions)
            last = editions[-1]
            message = f"{last.label} is held with {len(editions)} texts: {digests}"
            yield _found("STD205", last, message)


def _approved(versions: list[Edition]) -> Iterator[Finding]:
    approved = [e for e in versions if e.status.casefold() == _APPROVED]
    if len(approved) > 1:
        names = ", ".join(edition.version or "none" for edition in approved)
        last = approved[-1]
        message = f"{last.reference} has {len(approved)} approved versions: {names}"
        yield _found("STD204", last, message)


def _gap(before: Edition, after: Edition) -> list[Finding]:
    major, minor = before.number or (0, 0)
    if after.number in {(major, minor + 1), (major + 1, 0)}:
        return []
    message = (
        f"{after.label} comes after {before.version}, and what follows that "
        f"is {major}.{minor + 1} or {major + 1}.0"
    )
    return [_found("STD202", after, message)]


def _windows(before: Edition, after: Edition) -> list[Finding]:
    if after.earliest_start is None or before.earliest_start is None:
        return []  # a form that prints no dates
    if before.latest_start is None:
        message = (
            f"{before.label} has no last start, "
            f"though {after.version} starts on {after.earliest_start}"
        )
        return [_found("STD203", before, message)]
    if before.latest_start + _DAY == after.earliest_start:
        return []
    message = (
        f"{after.label} starts on {after.earliest_start}, "
        f"though the last start of {before.version} is {before.latest_start}"
    )
    return [_found("STD203", after, message)]


def _found(code: str, edition: Edition, message: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        subject=edition.reference,
        message=message,
        source=edition.source,
    )
