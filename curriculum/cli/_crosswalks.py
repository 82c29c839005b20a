"""What the commands about crosswalks share."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from curriculum.cli._show import SCHEMA, loaded
from curriculum.crosswalk import as_case, as_page, as_workbook
from curriculum.crosswalk.as_text import as_data, lines
from curriculum.crosswalk.deciding import kept
from curriculum.crosswalk.sides import Framed, framed
from curriculum.crosswalk.table import Table
from curriculum.errors import SourceError
from curriculum.model import Crosswalk, Programme
from curriculum.paths import WORKED_EXAMPLE

FORMS = ["text", "json", "html", "xlsx", "case"]
_SUFFIXES = {".xlsx": "xlsx", ".html": "html", ".htm": "html", ".json": "json"}


def two_sides(one: str, other: str, path: Path | None) -> tuple[Framed, Framed]:
    """The two frameworks; names of the worked example's own do as well.

    Raises SourceError when there is no such framework.
    """
    programme = loaded(path) if path else None
    return _side(one, programme), _side(other, programme)


def _side(name: str, programme: Programme | None) -> Framed:
    try:
        return framed(name, programme)
    except SourceError:
        example = None if programme else loaded(WORKED_EXAMPLE)
        if example is None or example.framework(name) is None:
            raise
        return framed(name, example)


def decided(programme: Path | None, path: Path) -> list[Crosswalk]:
    """What was decided before: by a programme, and in a file."""
    walks = list(loaded(programme or WORKED_EXAMPLE).crosswalks)
    own = kept(path)
    return [own, *walks] if own else walks


def form_of(form: str | None, out: Path | None) -> str:
    """The form that is asked for, or that the name of a file says."""
    if form:
        return form
    if out is None:
        return "text"
    suffix = out.suffix.casefold()
    if suffix not in _SUFFIXES:
        known = ", ".join(_SUFFIXES)
        message = f"{out.name}: say the form by --format, or end in {known}"
        raise click.UsageError(message)
    return _SUFFIXES[suffix]


def content(held: Table, form: str) -> bytes:
    """A crosswalk in one of the forms."""
    if form == "html":
        return as_page.text(held)
    if form == "case":
        return as_case.text(held).encode()
    if form == "json":
        return json_bytes({"schema": SCHEMA, **as_data(held)})
    if form == "text":
        return "".join(f"{line}\n" for line in lines(held)).encode()
    with TemporaryDirectory(prefix="curriculum-") as folder:
        made = Path(folder) / "crosswalk.xlsx"
        as_workbook.write(held, made)
        return made.read_bytes()


def json_bytes(data: object) -> bytes:
    """One JSON object, laid out for people too."""
    import json  # noqa: PLC0415 (only where it is asked for)

    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(
        errors="backslashreplace"
    )
