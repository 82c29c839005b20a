"""``curriculum new``: the folder of a new programme."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from curriculum.errors import NotWrittenError
from curriculum.starter import standard_named, write_folder

_LAST_YEAR = 2999
"""A later year is a slip, and dates reckoned from it would not exist."""


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--standard",
    required=True,
    metavar="REF",
    help="A shipped standard such as ST0128, or the file of a standard.",
)
@click.option(
    "--start",
    type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
    help="The first taught day; without it, a Tuesday in early September.",
)
def command(folder: Path, standard: str, start: datetime | None) -> None:
    """Write the folder of a new programme.

    It is complete in form; curriculum check DIR lists what is still to write.
    """
    today = datetime.now(UTC).date()
    starts = start.date() if start else _next_september(today)
    if starts.year > _LAST_YEAR:
        message = f"{starts} is no year to plan for; the last one is {_LAST_YEAR}"
        raise click.BadParameter(message, param_hint="--start")
    chosen = standard_named(standard)
    try:
        written = write_folder(folder, chosen, starts=starts, today=today)
    except OSError as error:
        raise NotWrittenError(
            f"{error.filename or folder}: cannot be written ({error.strerror})"
        ) from error
    for path in written:
        click.echo(path)
    click.echo(f"\nnext: curriculum check {folder}", err=True)


def _next_september(today: date) -> date:
    """The second Tuesday of the coming September: terms have begun by then."""
    year = today.year + (today >= date(today.year, 9, 1))
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 7)
