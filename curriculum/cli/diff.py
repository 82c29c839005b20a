"""``curriculum diff``: what a new version of a standard changes."""

from pathlib import Path

import click

from curriculum.cli._show import SCHEMA, show_json
from curriculum.findings import SourceError
from curriculum.model import Programme
from curriculum.pipeline import load
from curriculum.versions import affected, compare, opened
from curriculum.versions.difference import Difference
from curriculum.versions.impact import Impact
from curriculum.versions.report import as_data, as_page, lines
from curriculum.versions.wording import Piece

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
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
)
def command(old: str, new: str, programmes: tuple[Path, ...], form: str) -> None:
    """Compare two versions of a standard; the verdict stands first.

    OLD and NEW are files, or shipped documents such as ST0128.
    """
    difference = compare(opened(old).edition, opened(new).edition)
    impacts = [_impact(path, difference) for path in programmes]
    if form == "json":
        show_json({"schema": SCHEMA, **as_data(difference, impacts)})
    elif form == "html":
        click.echo(as_page(difference, impacts).decode(), nl=False)
    else:
        for line in lines(difference, impacts, _coloured):
            click.echo(line)


def _impact(path: Path, difference: Difference) -> Impact:
    impact = affected(_programme(path), difference)
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
