"""``curriculum suggest``: what a programme's texts may cover that is not marked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from curriculum.cli._show import SCHEMA, programme_argument, show_json
from curriculum.cli._suggestions import line, suggestions
from curriculum.errors import NotWrittenError
from curriculum.suggest import store
from curriculum.suggest.gaps import Doubt, Gap, Near
from curriculum.suggest.proposals import Proposal
from curriculum.suggest.suggestions import AT_LEAST, Suggestions

_MOST_SHOWN = 20
_ABOUT = """\
Proposals, not facts: nothing counts them until curriculum accept marks them.
A confidence says how many such proposals were right when the text was a duty of a
standard that the model had not seen; for sessions and market skills it is a guide."""


@click.command("suggest")
@programme_argument
@click.option("--at-least", default=AT_LEAST, show_default=True, type=float)
@click.option("--gaps", is_flag=True, help="What nothing covers, and what is nearest.")
@click.option("--doubts", is_flag=True, help="Marks that no word of the text supports.")
@click.option("--all", "every", is_flag=True, help="Show every one, not the first 20.")
@click.option(
    "--encoder",
    metavar="MODULE:NAME",
    help="An encoder of your own that orders proposals; none is needed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--write", "write", is_flag=True, help=f"Keep the proposals in {store.FILE}."
)
def command(
    programme: Path,
    *,
    at_least: float,
    gaps: bool,
    doubts: bool,
    every: bool,
    encoder: str | None,
    as_json: bool,
    write: bool,
) -> None:
    """Propose what sessions and assessments may cover that is not marked.

    Each proposal shows the words of both sides that carry it.
    """
    found = suggestions(programme, encoder)
    proposed = found.proposals(at_least)
    missing = found.gaps() if gaps else []
    doubtful = found.doubts() if doubts else []
    if as_json:
        show_json(_data(proposed, missing, doubtful))
    else:
        most = None if every else _MOST_SHOWN
        _show_proposals(proposed, most)
        if gaps:
            _show_gaps(missing)
        if doubts:
            _show_doubts(doubtful)
    if write:
        _keep(found, proposed)


def _keep(found: Suggestions, proposed: Sequence[Proposal]) -> None:
    today = datetime.now(UTC).date()
    try:
        path = store.write(found.folder, proposed, found.rejected, today)
    except OSError as error:
        raise NotWrittenError(
            f"{found.folder / store.FILE}: cannot be written ({error.strerror})"
        ) from error
    click.echo(path, err=True)


def _show_proposals(proposed: Sequence[Proposal], most: int | None) -> None:
    """By kind of item, since kinds are not comparable."""
    click.echo(_ABOUT)
    kinds: defaultdict[tuple[str, str], list[Proposal]] = defaultdict(list)
    for proposal in proposed:
        kinds[proposal.framework, proposal.item.group].append(proposal)
    for (framework, group), some in kinds.items():
        click.echo(f"\n{framework}: {group} ({len(some)} proposed)")
        said = ""
        for proposal in some[:most]:
            if proposal.meaning != said:
                said = proposal.meaning
                click.echo(f"  ({said})")
            click.echo(line(proposal))
        if most is not None and len(some) > most:
            click.echo(f"  and {len(some) - most} more; --all shows them")
    if not proposed:
        click.echo("\nNothing is proposed.")


def _show_gaps(missing: Iterable[Gap]) -> None:
    missing = tuple(missing)
    click.echo(f"\nGaps ({len(missing)})")
    for gap in missing:
        verb = "assesses" if gap.kind.value == "assessment" else "covers"
        click.echo(f"  {gap.framework} {gap.item.key}: no {gap.kind.value} {verb} it")
        click.echo(f"      {gap.item.wording}")
        for near in gap.nearest:
            click.echo(f"      {_near(near)}")
        if not gap.nearest:
            click.echo("      nothing speaks of it")


def _near(near: Near) -> str:
    place = near.proposal.place
    said = f"nearest: {place.key} {place.title}"
    if near.activity:
        return f"{said}; it does what that is for ({near.activity}), not with it"
    add = f"; to add: {', '.join(near.add)}" if near.add else ""
    return f"{said}; shared: {', '.join(map(str, near.proposal.words))}{add}"


def _show_doubts(doubtful: Iterable[Doubt]) -> None:
    doubtful = tuple(doubtful)
    click.echo(f"\nMarks that no word of the text supports ({len(doubtful)})")
    for doubt in doubtful:
        click.echo(
            f"  {doubt.link.source}: {doubt.place.key} {doubt.link.item} "
            f"{doubt.item.wording}"
        )


def _data(
    proposed: Iterable[Proposal], missing: Iterable[Gap], doubtful: Iterable[Doubt]
) -> object:
    return {
        "schema": SCHEMA,
        "proposals": [_proposal(p) for p in proposed],
        "gaps": [
            {
                "framework": gap.framework,
                "item": gap.item.key,
                "missing_from": gap.kind.value,
                "nearest": [
                    {
                        **_proposal(near.proposal),
                        "add": list(near.add),
                        "stands_for": near.activity,
                    }
                    for near in gap.nearest
                ],
            }
            for gap in missing
        ],
        "doubts": [
            {
                "framework": doubt.link.framework,
                "item": doubt.link.item,
                "place": doubt.place.key,
                "source": str(doubt.link.source),
            }
            for doubt in doubtful
        ],
    }


def _proposal(proposal: Proposal) -> dict[str, object]:
    return {
        "key": proposal.key,
        "framework": proposal.framework,
        "item": proposal.item.key,
        "kind": proposal.item.group,
        "wording": proposal.item.wording,
        "place": proposal.place.key,
        "place_kind": proposal.place.kind.value,
        "title": proposal.place.title,
        "confidence": round(proposal.confidence, 3),
        "meaning": proposal.meaning,
        "rank": proposal.rank,
        "words": [
            {"item": w.item, "text": w.text, "product": w.product}
            for w in proposal.words
        ],
        "stamp": proposal.stamp,
    }
