"""``curriculum template``: look after a college's own Word templates."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from curriculum.cli import Exit
from curriculum.cli._word_documents import WordDocument, word_documents
from curriculum.errors import NotWrittenError
from curriculum.office.fields import listed
from curriculum.office.word_template import TemplateCheck, check_template
from curriculum.paths import TEMPLATES, WORKED_EXAMPLE
from curriculum.writers._files import settle
from curriculum.writers._meanings import meaning_of


@click.group("template")
def command() -> None:
    """Look after Word templates."""


@command.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> int:
    """Copy the shipped templates to a folder of your own.

    A file that is there already stays as it is.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for document in word_documents().values():
            own = folder / document.filename
            if own.exists():
                click.echo(f"{own}: is there already and stays as it is", err=True)
            else:
                own.write_bytes((TEMPLATES / document.filename).read_bytes())
                click.echo(own)
    except OSError as error:
        raise NotWrittenError(
            f"{error.filename or folder}: cannot be written ({error.strerror})"
        ) from error
    click.echo(
        f"Change them in Word; then curriculum build --templates {folder} "
        f"(compare and diff take --templates, too), or "
        f'templates = "…" under [documents] in programme.toml',
        err=True,
    )
    return Exit.FINE


@command.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--fields", is_flag=True, help="List every field that there is, too.")
@click.option(
    "--document",
    metavar="NAME",
    help="The document that it is a template for, if its file name does not say so.",
)
@click.option(
    "--sample",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT.docx",
    help="Fill it, too, and put the document there.",
)
@click.option(
    "--programme",
    type=click.Path(path_type=Path),
    default=WORKED_EXAMPLE,
    help="What the sample is filled with; the worked example if not given.",
)
def check(
    file: Path,
    fields: bool,  # noqa: FBT001 (a flag of click)
    document: str | None,
    sample: Path | None,
    programme: Path,
) -> int:
    """List the fields of a template with what they show, and what cannot be filled.

    A file of another name than a document's is taken for a scheme of work.
    Nothing in the template is run.  The exit code is 1 if there is a problem.
    """
    held = _document(document or file.stem, asked=document is not None)
    found = check_template(file, held.fields, without=held.left_out)
    used = dict.fromkeys(use.field for use in found.uses)
    click.echo(f"{file.name}: {len(used)} fields of {held.filename}")
    _show_used(found, used, held)
    if fields:
        unused = [field for field in listed(held.fields) if field not in used]
        click.echo(f"\nAlso there ({len(unused)})")
        for field in unused:
            click.echo(_told(field, held))
    if found.problems:
        click.echo(f"\nProblems ({len(found.problems)})")
        for problem in found.problems:
            click.echo(f"  {problem}")
    elif not used:
        click.echo("\nNo field stands in it: every document would be the same")
    if found.problems or not used:
        return Exit.ERRORS
    if sample:
        _fill(held, file, programme, sample)
    return Exit.FINE


def _show_used(found: TemplateCheck, used: Iterable[str], held: WordDocument) -> None:
    for field in used:
        click.echo(_told(field, held))
        places = dict.fromkeys(use.place for use in found.uses if use.field == field)
        click.echo(f"      in: {'; '.join(places)}")


def _told(field: str, held: WordDocument) -> str:
    meaning = meaning_of(field, held.stem)
    return f"  {field}: {meaning}" if meaning else f"  {field}: repeats"


def _fill(held: WordDocument, template: Path, programme: Path, sample: Path) -> None:
    """Write the document through this template, whatever its name is."""
    try:
        sample.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".writing-", dir=sample.parent) as folder:
            made = Path(folder) / "sample.docx"
            held.sample(programme, template, made)
            put, remark = settle(made, sample)
    except OSError as error:
        raise NotWrittenError(
            f"{sample}: cannot be written ({error.strerror})"
        ) from error
    click.echo(f"\nFilled: {put}" + (f" ({remark})" if remark else ""))


def _document(name: str, *, asked: bool) -> WordDocument:
    """The document that a template of that name is for."""
    held = word_documents()
    stem = name.casefold().removesuffix(".docx")
    if asked and stem not in held:
        message = f"there is no Word document {name}; there are {', '.join(held)}"
        raise click.BadParameter(message, param_hint="--document")
    return held.get(stem, held["scheme-of-work"])
