"""``curriculum occupation``: one occupation on the map, its standard, its market."""

import json
from pathlib import Path

import click

from curriculum.cli._output import out_option, put
from curriculum.cli._show import SCHEMA
from curriculum.library.pins import default_library
from curriculum.occupation import Charts, OccupationReport, report
from curriculum.occupation.text import lines
from curriculum.occupation_links import links_of

_FILE = click.Path(path_type=Path)
_LONGEST_NAME = 300


@click.command("occupation")
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "svg", "html", "json"]),
    default="text",
    show_default=True,
)
@out_option
@click.option(
    "--map",
    "maps",
    type=_FILE,
    multiple=True,
    help="A map to look in, in place of the shipped; may be given several times.",
)
@click.option(
    "--profile",
    "profiles",
    type=_FILE,
    multiple=True,
    help="A career-cluster profile, in place of the shipped.",
)
@click.option(
    "--links",
    type=_FILE,
    multiple=True,
    help="Links that your college has confirmed, in the form of the shipped.",
)
@click.option(
    "--library",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=lambda _ctx, _param, value: value or default_library(),
    help="The library's file; otherwise CURRICULUM_LIBRARY, or one of your own.",
)
def command(
    name: tuple[str, ...],
    form: str,
    file: Path | None,
    maps: tuple[Path, ...],
    profiles: tuple[Path, ...],
    links: tuple[Path, ...],
    library: Path,
) -> None:
    """Show where an occupation stands, its standard, and demand for what is near.

    NAME is a title or an option as the map prints it, with or without its level in
    brackets, or the reference of a standard such as ST0128.  American figures stand
    as facts where a person has confirmed the link, and else as proposals.
    """
    wanted = " ".join(" ".join(name).split())
    if not 0 < len(wanted) <= _LONGEST_NAME:
        raise click.UsageError(
            f"NAME is a title of 1 to {_LONGEST_NAME} characters, not {len(wanted):,}"
        )
    charts = Charts.of(maps, profiles)
    found = report(wanted, charts, links_of(links), library)
    put(_made(found, charts, form), file)


def _made(found: OccupationReport, charts: Charts, form: str) -> bytes:
    if form == "json":
        data = {"schema": SCHEMA, **found.model_dump(mode="json")}
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
    if form == "text":
        return "".join(f"{line}\n" for line in lines(found)).encode()
    from curriculum.occupation import picture  # noqa: PLC0415 (pictures only)

    if form == "svg":
        return f"{picture.drawn(found, charts)}\n".encode()
    from curriculum.occupation.page import as_page  # noqa: PLC0415 (pages only)

    return as_page(found, picture.picture_of(found, charts))
