"""What a confirmed crosswalk says of an item, in a sentence."""

from collections.abc import Iterator

from curriculum.model import Crosswalk, Framework, Programme, Side


def crosswalked(programme: Programme, framework: Framework) -> tuple[Crosswalk, ...]:
    """The crosswalks of the programme in which a framework stands."""
    return tuple(
        walk
        for walk in programme.crosswalks
        if framework.id in (walk.one.framework, walk.other.framework)
    )


def facing(walk: Crosswalk, framework: str) -> Side:
    """The side of a crosswalk that a framework is set against."""
    return walk.one if walk.other.framework == framework else walk.other


def met_by(programme: Programme, framework: Framework, key: str) -> str:
    """By which statements of other frameworks an item is met, or why by none."""
    return "; ".join(
        said
        for walk in crosswalked(programme, framework)
        for said in _said(walk, framework.id, key)
    )


def unmet_by(programme: Programme, framework: Framework, key: str) -> str:
    """That no statement of a crosswalked framework meets an item, and why not."""
    return " ".join(
        f"Met {said.rstrip('.')}."
        for walk in crosswalked(programme, framework)
        if not walk.about(framework.id, key)
        for said in _said(walk, framework.id, key)
    )


def _said(walk: Crosswalk, framework: str, key: str) -> Iterator[str]:
    pairs = walk.about(framework, key)
    whole = ", ".join(pair.one for pair in pairs if pair.relation.holds)
    part = ", ".join(pair.one for pair in pairs if not pair.relation.holds)
    if whole:
        yield f"whole by {whole}"
    if part:
        yield f"in part by {part}"
    if not pairs:
        of = facing(walk, framework).framework
        left = {(u.framework, u.item): u.reason for u in walk.uncovered}
        why = left.get((framework, key))
        yield f"by nothing of {of}: {why}" if why else f"by nothing of {of}"
