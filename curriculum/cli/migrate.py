"""``curriculum migrate``: a programme carried over to a new version."""

from collections import Counter
from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.pipeline import load
from curriculum.plurals import many
from curriculum.versions import affected, opened, verdict
from curriculum.versions.migration import Migration, planned
from curriculum.versions.saved import SAVED, ChangedSinceError, undo, write_all


@click.command("migrate")
@click.argument("programme", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "new",
    metavar="NEW",
    help="The new version: a file, a shipped document, or ST0787@1.1 of the library.",
)
@click.option("--framework", default="", help="Which framework, if it is not plain.")
@click.option(
    "--as-version", default="", help="The version of NEW, where its text prints none."
)
@click.option("--write", is_flag=True, help="Write; without it, only list.")
@click.option("--undo", "back", is_flag=True, help="Undo the last migration.")
def command(
    programme: Path,
    new: str | None,
    framework: str,
    as_version: str,
    write: bool,  # noqa: FBT001 (a flag of click)
    back: bool,  # noqa: FBT001 (a flag of click)
) -> int:
    """Carry a programme's marks over to a new version of a standard.

    Marks whose statement has the same words move.  Others move too, but are
    suspect: curriculum check lists them until curriculum confirm settles them.
    Nothing is written without --write.
    """
    if back and new is None and not write:
        return _undone(programme)
    if back or new is None:
        raise click.UsageError("give --to NEW, or --undo alone")
    migration = planned(programme, opened(new), framework=framework, version=as_version)
    _show(programme, migration)
    if not write:
        click.echo("\nnothing is written; add --write", err=True)
    elif migration.files:
        for path in write_all(programme, migration.files):
            click.echo(path, err=True)
        click.echo(
            f"\nwhat stood there before lies in {programme / SAVED}; "
            f"curriculum migrate {programme} --undo puts it back",
            err=True,
        )
    return Exit.FINE


def _show(path: Path, migration: Migration) -> None:
    """The verdict, then every change, then how many there are."""
    programme = load(path).programme
    impact = affected(programme, migration.difference) if programme else None
    click.echo(verdict(migration.difference, [impact] if impact else []))
    for step in migration.steps:
        click.echo(str(step))
    tally = Counter(step.what for step in migration.steps)
    told = ", ".join(f"{number} {what}" for what, number in tally.items())
    click.echo(f"\n{many(len(migration.steps), 'change')} ({told or 'none'})")


def _undone(programme: Path) -> int:
    try:
        written = undo(programme)
    except ChangedSinceError as error:
        click.echo(f"curriculum: {error}", err=True)
        return Exit.CONFLICT
    for path in written:
        click.echo(path)
    return Exit.FINE
