"""``curriculum reject``: proposals that shall not come back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from curriculum.cli._suggestions import chosen, listed, suggestions
from curriculum.errors import NotWrittenError
from curriculum.suggest import store


@click.command("reject")
@click.argument("programme", type=click.Path(path_type=Path))
@click.argument("keys", nargs=-1, required=True, metavar="KEY…")
def command(programme: Path, keys: tuple[str, ...]) -> None:
    """Reject proposals of PROGRAMME; they stay away until one of the texts changes.

    A KEY is as curriculum suggest prints it: M03.01:ST0128:K5.
    """
    found = suggestions(programme)
    some = chosen(found, keys, None)
    listed(some)
    no = found.rejected | {proposal.key: proposal.stamp for proposal in some}
    rest = store.standing(found.proposals(), no)
    try:
        path = store.write(programme, rest, no, datetime.now(UTC).date())
    except OSError as error:
        raise NotWrittenError(
            f"{programme / store.FILE}: cannot be written ({error.strerror})"
        ) from error
    click.echo(path)
