"""``curriculum template``: what a Word template names, and what is wrong with it."""

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from curriculum.cli import Exit
from curriculum.model import SCHEME_COLUMNS
from curriculum.office.fields import fields_of, listed
from curriculum.office.word_template import check_template
from curriculum.writers import all_writers


@click.group("template")
def command() -> None:
    """Look after Word templates."""


@command.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--fields", is_flag=True, help="List every field that there is, too.")
@click.option(
    "--document",
    metavar="NAME",
    help="The document that it is a template for, if its file name does not say so.",
)
def check(file: Path, fields: bool, document: str | None) -> int:  # noqa: FBT001 (a flag of click)
    """List the fields of a template, and what cannot be filled.

    A file of another name than a document's is taken for a scheme of work.
    Nothing in the template is run.  The exit code is 1 if there is a problem.
    """
    writer = _writer(document or file.stem, asked=document is not None)
    known = fields_of(writer.FIELDS)
    left_out = writer.unwanted(SCHEME_COLUMNS) if hasattr(writer, "unwanted") else ()
    found = check_template(file, known, without=left_out)
    used = dict.fromkeys(use.field for use in found.uses)
    click.echo(f"{file.name}: {len(used)} fields")
    for field in used:
        places = dict.fromkeys(use.place for use in found.uses if use.field == field)
        click.echo(f"  {field}    {'; '.join(places)}")
    if fields:
        unused = [field for field in listed(known) if field not in used]
        click.echo(f"\nAlso there ({len(unused)})")
        click.echo("\n".join(f"  {field}" for field in unused))
    if found.problems:
        click.echo(f"\nProblems ({len(found.problems)})")
        for problem in found.problems:
            click.echo(f"  {problem}")
    if not used:
        click.echo("\nNo field stands in it: every document would be the same")
    return Exit.FINE if used and not found.problems else Exit.ERRORS


def _writer(name: str, *, asked: bool) -> Any:  # noqa: ANN401 (a module)
    """The writer of the document that a template of that name is for."""
    held = {w.stem: w.name for w in all_writers() if w.filename.endswith(".docx")}
    stem = name.casefold().removesuffix(".docx")
    if asked and stem not in held:
        message = f"there is no Word document {name}; there are {', '.join(held)}"
        raise click.BadParameter(message, param_hint="--document")
    return import_module(f"curriculum.writers.{held.get(stem, 'scheme_of_work')}")
