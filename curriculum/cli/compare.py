"""``curriculum compare``: what changed between two programmes, or two documents."""

from pathlib import Path

import click

from curriculum.cli._output import templates_option
from curriculum.cli._show import SCHEMA, show_json
from curriculum.errors import NotWrittenError
from curriculum.verifying.comparing import Comparison, compared
from curriculum.verifying.edits import Edit, Kind
from curriculum.verifying.report import FILENAME, as_data, as_page, as_word, lines
from curriculum.writers._word import template_in

_COLOURS = {Kind.ADDED: "green", Kind.GONE: "red", Kind.CHANGED: "yellow"}
_FORMS = {".html": "html", ".htm": "html", ".docx": "word", ".json": "json"}


@click.command("compare")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "word", "json"]),
    help="By default text, or what the name of the file to write says.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write into this file; needed for Word.",
)
@templates_option
def command(
    old: Path, new: Path, form: str | None, out: Path | None, templates: Path | None
) -> None:
    """List what changed between two programmes, or two generated documents.

    OLD and NEW are programme folders, forms, or generated Word and Excel files.
    """
    form = form or (_FORMS.get(out.suffix.casefold(), "text") if out else "text")
    if form == "word" and out is None:
        raise click.UsageError("a Word document needs a file: -o changes.docx")
    held = compared(old, new)
    if out is not None:
        _write(out, _content(held, form, templates or held.templates))
        click.echo(out)
        click.echo(f"{held.old} → {held.new}: {held.verdict}", err=True)
    elif form == "json":
        show_json({"schema": SCHEMA, **as_data(held)})
    elif form == "html":
        click.echo(as_page(held).decode(), nl=False)
    else:
        for line in lines(held, _coloured):
            click.echo(line)


def _content(held: Comparison, form: str, templates: Path | None) -> bytes:
    if form == "word":
        return as_word(held, template_in(templates, FILENAME))
    if form == "html":
        return as_page(held)
    if form == "json":
        import json  # noqa: PLC0415 (only here)

        told = {"schema": SCHEMA, **as_data(held)}
        return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
    return "".join(f"{line}\n" for line in lines(held)).encode()


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise NotWrittenError(
            f"{path}: cannot be written ({error.strerror})"
        ) from error


def _coloured(edit: Edit, line: str) -> str:
    """The signs tell it; colour only helps the eye."""
    return click.style(line, fg=_COLOURS[edit.kind])
