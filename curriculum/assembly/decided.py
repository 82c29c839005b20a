"""Crosswalks and proposals of a folder, joined with what they speak of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from curriculum.assembly.assembled import Assembled
from curriculum.findings import Finding, Severity
from curriculum.model import (
    Crosswalk,
    Framework,
    Pair,
    Programme,
    Proposed,
    Side,
    SourceRef,
    Uncovered,
)
from curriculum.readers.programme.decided import read_crosswalks, read_proposed

Sides = tuple[tuple[Side, Framework | None], ...]


def with_decided(assembled: Assembled, folder: Path) -> Assembled:
    """The same with the crosswalks and kept proposals of its folder."""
    crosswalks, of_crosswalks = read_crosswalks(folder)
    proposed, of_proposals = read_proposed(folder)
    found = [*assembled.findings, *of_crosswalks, *of_proposals]
    programme = assembled.programme
    if programme is not None and (crosswalks or proposed):
        found += (f for c in crosswalks for f in faults(c, programme))
        programme = programme.model_copy(
            update={
                "crosswalks": tuple(crosswalks),
                "proposed": tuple(standing(proposed, programme)),
            }
        )
    return replace(assembled, programme=programme, findings=tuple(found))


def standing(proposed: Iterable[Proposed], programme: Programme) -> Iterator[Proposed]:
    """The proposals that still mean something: what is marked since is none."""
    marked = dict(_marked(programme))
    items = {(f.id, key) for f in programme.frameworks for key in f.by_key}
    for proposal in proposed:
        what = (proposal.framework, proposal.item)
        if what in items and what not in marked.get(proposal.place, {what}):
            yield proposal


def faults(crosswalk: Crosswalk, programme: Programme) -> Iterator[Finding]:
    """What a crosswalk names and is not there, or is worded otherwise by now."""
    sides = tuple(
        (side, programme.framework(side.framework))
        for side in (crosswalk.one, crosswalk.other)
    )
    if not any(framework for _, framework in sides):
        names = f"{crosswalk.one.label} and {crosswalk.other.label}"
        message = f"neither of {names} is a framework of the programme"
        yield _missing(crosswalk.one.framework, message, crosswalk.source)
    for side, framework in sides:
        if framework is not None and side.version not in ("", framework.version):
            message = f"{side.label} is crosswalked, and taught is {framework.label}"
            yield _outdated(side.framework, message, side.source)
    for pair in crosswalk.pairs:
        yield from _of_pair(pair, sides)
    for left in crosswalk.uncovered:
        yield from _of_uncovered(left, sides)


def _marked(programme: Programme) -> Iterator[tuple[str, set[tuple[str, str]]]]:
    for module in programme.modules:
        yield module.key, {(c.framework, c.item) for c in module.intends}
        for session in module.sessions:
            yield session.key, {(link.framework, link.item) for link in session.teaches}
    for assessment in programme.assessments:
        yield assessment.key, {(m.framework, m.item) for m in assessment.assesses}


def _of_pair(pair: Pair, sides: Sides) -> Iterator[Finding]:
    stamps = pair.stamps if len(pair.stamps) == len(sides) else ("", "")
    held = zip((pair.one, pair.other), stamps, sides, strict=True)
    for key, stamp, (_, framework) in held:
        item = framework.item(key) if framework else None
        if framework is not None and item is None:
            message = f"{pair.key} names {key}, which {framework.label} does not have"
            yield _missing(key, message, pair.source)
        elif item is not None and stamp not in ("", item.stamp):
            message = f"{pair.key} was decided on another wording of {key}"
            yield _outdated(key, message, pair.source)


def _of_uncovered(left: Uncovered, sides: Sides) -> Iterator[Finding]:
    for side, framework in sides:
        if side.framework == left.framework:
            if framework is not None and framework.item(left.item) is None:
                message = f"{left.item} is not in {framework.label}"
                yield _missing(left.item, message, left.source)
            return
    message = f"{left.framework} is neither side of this crosswalk"
    yield _missing(left.item, message, left.source)


def _missing(subject: str, message: str, at: SourceRef) -> Finding:
    return _finding("ASM214", Severity.ERROR, (subject, message), at)


def _outdated(subject: str, message: str, at: SourceRef) -> Finding:
    return _finding("ASM215", Severity.WARNING, (subject, message), at)


def _finding(
    code: str, severity: Severity, said: Sequence[str], at: SourceRef
) -> Finding:
    subject, message = said
    return Finding(
        code=code, severity=severity, subject=subject, message=message, source=at
    )
