"""``curriculum form``: a programme as a workbook that people fill in."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from curriculum.cli._show import programme_argument, show_findings
from curriculum.errors import NotWrittenError
from curriculum.form.loading import source_in
from curriculum.form.source import source_of
from curriculum.form.writing import write_form
from curriculum.writers._files import settle


@click.command("form")
@programme_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The workbook to write; without it, the programme's code and -form.xlsx.",
)
def command(programme: Path, output: Path | None) -> None:
    """Write a programme as a workbook that people fill in and send back.

    curriculum merge puts what comes back into the programme.
    """
    source = (
        source_in(programme)
        if programme.is_file()
        else source_of(programme, whole=True)
    )
    code = str(source.files["programme.toml"].get("code", "programme"))
    wanted = output or Path(f"{code}-form.xlsx")
    if wanted.suffix.lower() != ".xlsx":
        raise click.UsageError(f"{wanted}: a form is an Excel workbook, FILE.xlsx")
    show_findings(
        "Could not be read, so it is not in the form", source.findings, err=True
    )
    try:
        with TemporaryDirectory(prefix=".writing-", dir=wanted.parent) as made:
            fresh = Path(made) / wanted.name
            baseline = write_form(source, fresh)
            path, remark = settle(fresh, wanted)
    except OSError as error:
        raise NotWrittenError(
            f"{wanted}: cannot be written ({error.strerror})"
        ) from error
    click.echo(path)
    if remark:
        click.echo(f"{path.name}: {remark}", err=True)
    click.echo(f"revision {baseline.revision} of {code}", err=True)
