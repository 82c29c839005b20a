"""``curriculum confirm``: suspect marks that a person has looked at."""

from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.versions.confirming import chosen, confirmed, suspects
from curriculum.versions.saved import replace_all


@click.command("confirm")
@click.argument("programme", type=click.Path(path_type=Path))
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--all", "everything", is_flag=True, help="Confirm every suspect mark.")
def command(programme: Path, keys: tuple[str, ...], everything: bool) -> int:  # noqa: FBT001 (a flag of click)
    """Confirm marks that were made against another wording.

    KEY is an item (K7), a session or assessment (M01.02), or one mark (M01.02:K7).
    Without a KEY, the suspect marks are listed and nothing is written.
    """
    held = suspects(programme)
    if not keys and not everything:
        for suspect in held:
            click.echo(suspect)
        click.echo(f"{len(held)} to confirm", err=True)
        return Exit.ERRORS if held else Exit.FINE
    marks = held if everything else chosen(held, keys)
    replace_all(programme, confirmed(programme, marks))
    for suspect in marks:
        click.echo(suspect)
    click.echo(f"{len(marks)} confirmed, {len(held) - len(marks)} left", err=True)
    return Exit.FINE
