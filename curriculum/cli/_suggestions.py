"""What the commands about suggestions share."""

from collections.abc import Iterable
from pathlib import Path

import click

from curriculum.cli._show import loaded
from curriculum.facts import gather
from curriculum.suggest.encoders import encoder_named
from curriculum.suggest.proposals import Proposal
from curriculum.suggest.suggestions import Suggestions


def suggestions(programme: Path, encoder: str | None = None) -> Suggestions:
    """Load a programme and compare its texts with its frameworks."""
    facts = gather(loaded(programme))
    own = encoder_named(encoder) if encoder else None
    return Suggestions.of(programme, facts, own)


def line(proposal: Proposal) -> str:
    """One proposal: how sure, where, what, and why."""
    words = ", ".join(map(str, proposal.words))
    rank = f"no. {proposal.rank} of its kind"
    return (
        f"  {proposal.confidence:.2f}  {proposal.key}  {rank}\n"
        f"        {proposal.place.kind.value}: {proposal.place.title}\n"
        f"        {proposal.item.group.lower()}: {proposal.item.wording}\n"
        f"        words: {words}"
    )


def chosen(
    found: Suggestions, keys: tuple[str, ...], above: float | None
) -> list[Proposal]:
    """The proposals that a command line asks for.

    Raises a usage error when it asks for none, or for one that is not proposed.
    """
    if bool(keys) == (above is not None):
        raise click.UsageError("name proposals by their key, or give --above")
    if above is not None:
        return found.proposals(above)
    some, unknown = found.named(keys)
    if unknown:
        raise click.UsageError(
            f"nothing proposes {', '.join(unknown)}; curriculum suggest lists the keys"
        )
    return some


def listed(some: Iterable[Proposal]) -> None:
    """Each with its words."""
    for proposal in some:
        click.echo(line(proposal))
