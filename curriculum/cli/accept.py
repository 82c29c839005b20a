"""``curriculum accept``: make marks of proposals."""

from datetime import UTC, datetime
from pathlib import Path

import click

from curriculum.cli._suggestions import chosen, listed, suggestions
from curriculum.errors import NotWrittenError
from curriculum.model import Depth
from curriculum.suggest import marks, store
from curriculum.suggest.proposals import Proposal
from curriculum.suggest.suggestions import Suggestions


@click.command("accept")
@click.argument("programme", type=click.Path(path_type=Path))
@click.argument("keys", nargs=-1, metavar="[KEY…]")
@click.option("--above", type=click.FloatRange(0, 1), help="All so sure, or surer.")
@click.option(
    "--depth",
    type=click.Choice([depth.value for depth in Depth]),
    default=Depth.TAUGHT.value,
    show_default=True,
    help="How far a session takes the item.",
)
@click.option("--write", "write", is_flag=True, help="Write the marks, not only list.")
def command(
    programme: Path,
    keys: tuple[str, ...],
    *,
    above: float | None,
    depth: str,
    write: bool,
) -> None:
    """Write proposals into PROGRAMME as marks; without --write they are only listed.

    A KEY is as curriculum suggest prints it: M03.01:ST0128:K5.
    """
    found = suggestions(programme)
    some = chosen(found, keys, above)
    listed(some)
    if not write:
        click.echo(f"\n{len(some)} to accept; --write marks them", err=True)
        return
    files = marks.accepted(programme, found.facts.programme, some, Depth(depth))
    try:
        marks.write(files)
        _forget(found, some)
    except OSError as error:
        raise NotWrittenError(
            f"{error.filename or programme}: cannot be written ({error.strerror})"
        ) from error
    for path in files:
        click.echo(path)
    click.echo(f"\n{len(some)} marked", err=True)


def _forget(found: Suggestions, some: list[Proposal]) -> None:
    """Take what was accepted out of the kept proposals, if there are any kept."""
    if (found.folder / store.FILE).exists():
        done = {proposal.key for proposal in some}
        rest = [p for p in found.proposals() if p.key not in done]
        today = datetime.now(UTC).date()
        store.write(found.folder, rest, found.rejected, today)
