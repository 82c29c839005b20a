"""``curriculum diff``: what a new version of a standard changes."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from curriculum.cli._output import out_option, put, templates_option
from curriculum.cli._show import SCHEMA
from curriculum.findings import SourceError
from curriculum.model import Programme
from curriculum.pipeline import load
from curriculum.versions import affected, compare, opened
from curriculum.versions.difference import Difference
from curriculum.versions.impact import Impact
from curriculum.versions.report import as_data, as_page, lines
from curriculum.versions.wording import Piece
from curriculum.writers._word import template_in, templates_of

_COLOURS = {"out": "red", "in": "green"}


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option(
    "--programme",
    "programmes",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A programme to count what is affected in; may be given several times.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html", "docx", "xlsx"]),
    help="Otherwise what the name of FILE says, or text.",
)
@templates_option
@out_option
def command(
    old: str,
    new: str,
    programmes: tuple[Path, ...],
    form: str | None,
    file: Path | None,
    templates: Path | None,
) -> None:
    """Compare two versions of a standard; the verdict stands first.

    OLD and NEW are files, shipped documents such as ST0128, or standards of the
    library such as ST0787@1.1.  Word and Excel need -o FILE.
    """
    form = form or _form_of(file)
    if file is None and form in _BY_FILE:
        raise click.UsageError(f"--format {form} writes a file; name it with -o FILE")
    difference = compare(opened(old).edition, opened(new).edition)
    read = [_programme(path) for path in programmes]
    impacts = [
        _impact(path, programme, difference)
        for path, programme in zip(programmes, read, strict=True)
    ]
    if form == "text" and file is None:
        for line in lines(difference, impacts, _coloured):
            click.echo(line)
    elif form == "xlsx":
        put(lambda path: _sheets(difference, impacts, path), file)
    elif form == "docx":
        named = (templates_of(p, at) for p, at in zip(read, programmes, strict=True))
        own = templates or next(filter(None, named), None)
        put(_word(difference, impacts, own), file)
    else:
        put(_made(form, difference, impacts), file)


_BY_FILE = ("docx", "xlsx")
_SUFFIXES = {".json": "json", ".html": "html", ".docx": "docx", ".xlsx": "xlsx"}


def _form_of(file: Path | None) -> str:
    return _SUFFIXES.get(file.suffix.casefold(), "text") if file else "text"


def _made(form: str, difference: Difference, impacts: Sequence[Impact]) -> bytes:
    if form == "json":
        data = {"schema": SCHEMA, **as_data(difference, impacts)}
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
    if form == "html":
        return as_page(difference, impacts)
    return "".join(f"{line}\n" for line in lines(difference, impacts)).encode()


def _word(
    difference: Difference, impacts: Sequence[Impact], templates: Path | None
) -> bytes:
    from curriculum.versions.word_report import (  # noqa: PLC0415 (Word only)
        FILENAME,
        as_word,
    )

    return as_word(difference, impacts, template_in(templates, FILENAME))


def _sheets(difference: Difference, impacts: Sequence[Impact], path: Path) -> None:
    from curriculum.versions.sheets_report import write_sheets  # noqa: PLC0415 (Excel)

    write_sheets(difference, impacts, path)


def _impact(path: Path, programme: Programme, difference: Difference) -> Impact:
    impact = affected(programme, difference)
    if impact is None:
        raise SourceError(f"{path}: does not use {difference.old.reference}")
    return impact


def _programme(path: Path) -> Programme:
    loaded = load(path)
    if loaded.programme is None:
        raise SourceError(f"{path}: the programme cannot be put together")
    return loaded.programme


def _coloured(piece: Piece) -> str:
    """The signs tell it; colour only helps the eye."""
    return click.style(str(piece), fg=_COLOURS.get(piece.what))
