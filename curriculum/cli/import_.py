"""``curriculum import``: what a college already has, as a new programme."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.cli._show import show_findings
from curriculum.errors import NotWrittenError, SourceError
from curriculum.findings import Severity
from curriculum.importing.headings import field_names, words_of
from curriculum.importing.opening import open_document
from curriculum.importing.preview import preview
from curriculum.importing.understanding import Understood, understand
from curriculum.importing.writing import write
from curriculum.starter import standard_named


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--standard",
    required=True,
    metavar="REF",
    help="A shipped standard such as ST0128, or the file of a standard.",
)
@click.option(
    "-o", "--out", "folder", metavar="DIR", type=click.Path(path_type=Path),
    help="The folder of the new programme.",
)  # fmt: skip
@click.option(
    "--preview", "only_preview", is_flag=True, help="Show, and write nothing."
)
@click.option(
    "--column", "columns", multiple=True, metavar="HEADING=FIELD",
    help="Take a heading for a field, whatever it looks like; may be given again.",
)  # fmt: skip
@click.option(
    "--start",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The first taught day, where the file gives no year or no dates.",
)
def command(
    file: Path,
    standard: str,
    folder: Path | None,
    only_preview: bool,  # noqa: FBT001 (a flag of click)
    columns: tuple[str, ...],
    start: datetime | None,
) -> int:
    """Read a scheme of work or a grid into a new programme folder.

    FILE is a .docx, .xlsx or .csv file.  Everything that was inferred is listed
    with its place; what is not understood is kept in import-notes.md.
    """
    if folder is None and not only_preview:
        raise click.UsageError("name the new folder with -o DIR, or ask for --preview")
    today = datetime.now(UTC).date()
    chosen = _chosen(columns)
    taken = standard_named(standard)
    starts = start.date() if start else None
    document = open_document(file)
    understood = understand(
        document, taken.standard, chosen, today=today, starts=starts
    )
    _check_columns(chosen, understood)
    if only_preview:
        click.echo("\n".join(preview(understood)))
    elif folder is not None:
        try:
            first = starts or _next_september(today)
            made = write(folder, understood, taken, first=first, today=today)
        except OSError as error:
            raise NotWrittenError(
                f"{error.filename or folder}: cannot be written ({error.strerror})"
            ) from error
        for path in made.files:
            click.echo(path)
    found = understood.notes.findings
    show_findings("What was taken for what, and what was not", found, err=True)
    if folder is not None and not only_preview:
        click.echo(f"\nnext: curriculum check {folder}", err=True)
    errors = any(f.severity is Severity.ERROR for f in found)
    return Exit.ERRORS if errors else Exit.FINE


def _chosen(columns: tuple[str, ...]) -> dict[str, str]:
    chosen = {}
    for column in columns:
        heading, equals, name = column.rpartition("=")
        if not equals or name.strip() not in field_names():
            raise click.BadParameter(
                f"{column} is not HEADING=FIELD; fields are {', '.join(field_names())}",
                param_hint="--column",
            )
        chosen[heading.strip()] = name.strip()
    return chosen


def _check_columns(chosen: dict[str, str], understood: Understood) -> None:
    """A heading that no table has is a slip of whoever named it."""
    heads = [h.taken.heading for p in understood.reading.parts for h in p.heads]
    held = {words_of(heading) for heading in heads}
    for heading in chosen:
        if words_of(heading) not in held:
            known = ", ".join(dict.fromkeys(" ".join(h.split()) for h in heads))
            raise SourceError(
                f"{understood.document.file}: no table has the heading {heading}; "
                f"the headings are: {known or 'none'}"
            )


def _next_september(today: date) -> date:
    """The second Tuesday of the coming September: terms have begun by then."""
    year = today.year + (today >= date(today.year, 9, 1))
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 7)
