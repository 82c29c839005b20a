"""``curriculum redate``: a programme laid out for a new year."""

from datetime import datetime
from pathlib import Path

import click

from curriculum.calendars.redating import redate
from curriculum.cli import Exit
from curriculum.cli._dates import (
    opened_terms,
    show_fit,
    show_proposal,
    show_redating,
    summary,
    write_texts,
)


@click.command("redate")
@click.argument("programme", type=click.Path(path_type=Path))
@click.option(
    "--start",
    required=True,
    type=click.DateTime(["%Y-%m-%d"]),
    help="The new first day.",
)
@click.option(
    "--calendar",
    "terms",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The college's term dates (CSV, ICS or a calendar.toml); without them the "
    "old terms move by whole weeks.",
)
@click.option("--propose", is_flag=True, help="Propose an order of modules that fits.")
@click.option("--write", is_flag=True, help="Write; without it, only list.")
def command(
    programme: Path,
    start: datetime,
    terms: Path | None,
    propose: bool,  # noqa: FBT001 (a flag of click)
    write: bool,  # noqa: FBT001 (a flag of click)
) -> int:
    """Lay a programme out for a new year.

    Dates of assessments keep their teaching week and their day of the week; sessions
    flow into the new calendar.  The exit code is 1 if sessions fall off the end or
    an item loses its cover.
    """
    redating = redate(programme, start.date(), opened_terms(terms) if terms else None)
    show_redating(redating)
    show_fit(redating.after)
    if propose:
        show_proposal(redating.after)
    click.echo(f"\n{redating.weeks:+d} weeks: {summary(redating)}", err=True)
    if terms is None:
        click.echo(
            "the terms are the old ones, moved by whole weeks; "
            "give --calendar for the college's own",
            err=True,
        )
    for line in redating.dated_texts:
        click.echo(line, err=True)
    write_texts(programme, redating, write=write)
    return Exit.ERRORS if redating.fell_off or redating.lost else Exit.FINE
