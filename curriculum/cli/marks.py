"""``curriculum marks``: the marks of a long table, put back into a programme."""

from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.cli._show import loaded, show_findings, show_list
from curriculum.interchange.long_in import read_long
from curriculum.interchange.long_marks import mark_changes, written_marks
from curriculum.plurals import many
from curriculum.versions.saved import replace_all


@click.command("marks")
@click.argument("programme", type=click.Path(path_type=Path, file_okay=False))
@click.argument("table", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--write", is_flag=True, help="Write the changes, all or none.")
@click.option("--delete", is_flag=True, help="Delete marks that have no row any more.")
def command(programme: Path, table: Path, write: bool, delete: bool) -> int:  # noqa: FBT001 (flags of click)
    """List what the marks of a long table change, and write it with --write.

    TABLE is CSV or Excel, as curriculum export writes it: one row for each item,
    place and role.  Other facts of the programme stay as they are.
    """
    found = mark_changes(loaded(programme), read_long(table), table.name)
    gone = found.missing if delete else ()
    show_list("Changes", found.changes)
    show_list("Deletions", gone)
    if not delete:
        kept = [change.spot for change in found.missing]
        show_list("Marks without a row; nothing is deleted without --delete", kept)
    show_findings(f"Found in {table.name}", found.findings, err=True)
    changes = (*found.changes, *gone)
    if write:
        replace_all(programme, written_marks(programme, changes))
    click.echo(_end(len(changes), write=write), err=True)
    return Exit.FINE


def _end(count: int, *, write: bool) -> str:
    if not count:
        return "\nnothing changes"
    changes = many(count, "change")
    if write:
        return f"\n{changes} written"
    return f"\n{changes}; nothing is written without --write"
