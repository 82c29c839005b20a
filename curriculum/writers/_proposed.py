"""Proposals as documents show them: apart from every mark, and in no count."""

from collections.abc import Iterator
from dataclasses import dataclass

from curriculum.model import Programme, Proposed

PROPOSED = "?"
"""The sign of a proposal in a grid."""
WHAT_PROPOSED = "proposed and confirmed by nobody; no count includes it"


@dataclass(frozen=True, slots=True)
class Shown:
    """One proposal with the texts that it is about."""

    proposal: Proposed
    wording: str
    words: str

    @property
    def sure(self) -> str:
        """Its confidence with two digits."""
        return f"{self.proposal.confidence:.2f}"


def shown(programme: Programme) -> tuple[Shown, ...]:
    """The kept proposals, the surest first."""
    order = sorted(programme.proposed, key=lambda p: (-p.confidence, p.key))
    return tuple(_shown(programme, proposal) for proposal in order)


def _shown(programme: Programme, proposal: Proposed) -> Shown:
    framework = programme.framework(proposal.framework)
    item = framework.item(proposal.item) if framework else None
    return Shown(proposal, item.wording if item else "", ", ".join(proposal.words))


def proposed_cells(programme: Programme, framework: str) -> frozenset[tuple[str, str]]:
    """Where a grid shows a proposal: item, and module or assessment."""
    if not programme.proposed:
        return frozenset()
    columns = dict(_columns(programme))
    return frozenset(
        (proposal.item, columns[proposal.place])
        for proposal in programme.proposed
        if proposal.framework == framework and proposal.place in columns
    )


def _columns(programme: Programme) -> Iterator[tuple[str, str]]:
    """Each place with the column that shows it: a session is part of its module."""
    for module in programme.modules:
        yield module.key, module.key
        yield from ((session.key, module.key) for session in module.sessions)
    yield from ((a.key, a.key) for a in programme.assessments)
