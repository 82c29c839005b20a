"""``curriculum merge``: what came back in forms, put into the programme."""

from collections.abc import Sequence
from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.cli._show import SCHEMA, show_findings, show_json, show_list
from curriculum.findings import Severity
from curriculum.form.merging import Merge, merge, write
from curriculum.plurals import many


@click.command("merge")
@click.argument("programme", type=click.Path(path_type=Path, file_okay=False))
@click.argument("forms", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--write", "writes", is_flag=True, help="Write the changes, all or none.")
@click.option(
    "--accept",
    multiple=True,
    metavar="CELL",
    help="Take the value of this cell where you must choose: Marks!F12, "
    "copy-2.xlsx:Marks!F12, a file's name, or all. May be given several times.",
)
@click.option("--delete", is_flag=True, help="Delete what has no row any more.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    programme: Path,
    forms: tuple[Path, ...],
    accept: tuple[str, ...],
    **flags: bool,
) -> int:
    """List what forms change in a programme folder, and write it with --write.

    What was changed in two places differently is a conflict: nothing is written
    and the exit code is 4.  What cannot be read is listed and nothing is written;
    the exit code is 1.
    """
    made = merge(programme, forms, accept=accept, delete=flags["delete"])
    written = write(made) if flags["writes"] else []
    if flags["as_json"]:
        show_json(_record(made, written))
    else:
        _show(made, flags["writes"], written)
    if made.has_errors:
        return Exit.ERRORS
    return Exit.CONFLICT if made.comparison.conflicts else Exit.FINE


def _show(made: Merge, writes: bool, written: Sequence[Path]) -> None:  # noqa: FBT001 (a flag of click)
    held = made.comparison
    show_list("Changes", (*held.changes, *held.additions))
    show_list("Deletions", held.deletions)
    show_list("Proposals rejected", made.rejected)
    show_list("Conflicts: choose with --accept", held.conflicts)
    show_list("Not accepted, so as the programme has it", held.left)
    show_list("Named with --accept, but nothing is to be chosen there", held.in_vain)
    show_list(
        "Rows that are missing; nothing is deleted without --delete", held.missing
    )
    show_findings("In the forms", made.findings)
    show_list("Kept aside: not read, and still in the workbook", _aside(made))
    click.echo(_end(made, writes, written), err=True)


def _aside(made: Merge) -> list[str]:
    skipped = [f"{n}: is only the lock of an open workbook" for n in made.skipped]
    return [*skipped, *(f"{name}: {sentence}" for name, sentence in made.aside)]


def _end(made: Merge, writes: bool, written: Sequence[Path]) -> str:  # noqa: FBT001 (a flag of click)
    held = made.comparison
    count = _count(made)
    changes = many(count, "change")
    if held.conflicts or made.has_errors:
        errors = sum(f.severity is Severity.ERROR for f in made.findings)
        parts = [f"{len(held.conflicts)} to choose" if held.conflicts else ""]
        parts.append(f"{errors} to put right" if errors else "")
        why = ", ".join(filter(None, parts))
        return f"\n{changes}, {why}: nothing is written"
    if not count:
        return "\nnothing changes"
    if writes:
        return f"\n{changes} written to {many(len(written), 'file')}"
    return f"\n{changes}; nothing is written without --write"


def _count(made: Merge) -> int:
    held = made.comparison
    whole = len(held.additions) + len(held.deletions)
    return len(held.changes) + whole + len(made.rejected)


def _record(made: Merge, written: Sequence[Path]) -> dict[str, object]:
    held = made.comparison
    return {
        "schema": SCHEMA,
        "changes": [str(c) for c in (*held.changes, *held.additions)],
        "deletions": [str(d) for d in held.deletions],
        "rejected": list(made.rejected),
        "conflicts": [str(c) for c in held.conflicts],
        "not_accepted": [str(c) for c in held.left],
        "accepted_in_vain": held.in_vain,
        "missing": [str(d) for d in held.missing],
        "findings": [f.model_dump(mode="json") for f in made.findings],
        "kept_aside": _aside(made),
        "written": [str(path) for path in written],
    }
