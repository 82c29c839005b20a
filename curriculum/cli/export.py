"""``curriculum export``: a programme in forms that other programs take."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from curriculum.cli import Exit
from curriculum.cli._show import loaded, programme_argument, show_findings
from curriculum.errors import NotWrittenError, SourceError
from curriculum.facts import Facts, gather
from curriculum.interchange import case_names, moodle_out
from curriculum.interchange.case_out import case_text
from curriculum.interchange.listing import Listing
from curriculum.interchange.long_out import long_csv, write_long_xlsx
from curriculum.interchange.long_rows import long_rows
from curriculum.interchange.moodle_out import moodle_text
from curriculum.interchange.of_programme import framework_listing, listings
from curriculum.interchange.reading import SUFFIXES, read_listing
from curriculum.model import Framework, Programme
from curriculum.writers._files import settle

Make = Callable[[Path], object]
"""Writes one file at a path."""
Made = Iterator[tuple[Path, Make]]

_NOT_CARRIED = {"case": case_names.NOT_CARRIED, "moodle": moodle_out.NOT_CARRIED}


@click.command("export")
@programme_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["case", "moodle", "csv", "xlsx"]),
    required=True,
    help="CASE 1.1, Moodle competencies, or the long table.",
)
@click.option(
    "-o", "--out", "file", required=True, metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write.",
)  # fmt: skip
@click.option(
    "--framework",
    metavar="ID",
    help="Write this framework only (Moodle: in place of the first).",
)
def command(programme: Path, form: str, file: Path, framework: str | None) -> int:
    """Write a programme in a form that other programs take.

    CASE: the programme's modules go to FILE, and each framework to a file beside
    it, since a package holds one document.  Moodle: the first framework that is
    not advisory.  csv and xlsx: one row for each item, place and role.

    PROGRAMME may also be a CASE package, a Moodle framework or a CSV of codes and
    texts, to be written as CASE or for Moodle.
    """
    if programme.is_file() and programme.suffix.casefold() in SUFFIXES:
        _write(_converted(programme, form, framework, file))
    else:
        _write(_exported(_facts(programme), form, framework, file))
        if form in _NOT_CARRIED:
            click.echo(f"not carried: {'; '.join(_NOT_CARRIED[form])}", err=True)
    return Exit.FINE


def _facts(path: Path) -> Facts:
    return gather(loaded(path))


def _exported(facts: Facts, form: str, framework: str | None, file: Path) -> Made:
    programme = facts.programme
    chosen = _named(programme, framework) if framework else None
    if form in ("csv", "xlsx"):
        rows = long_rows(facts)
        if chosen:
            rows = [row for row in rows if row.framework == chosen.id]
        if form == "csv":
            yield file, _text(long_csv(rows), "utf-8-sig")
        else:
            yield file, lambda path: write_long_xlsx(rows, programme, path)
    elif form == "moodle":
        listing = framework_listing(chosen or _first(programme), programme)
        yield file, _text(moodle_text(listing))
    elif chosen:
        yield file, _text(case_text(framework_listing(chosen, programme)))
    else:
        own, *published = listings(facts)
        yield file, _text(case_text(own))
        taken = {file.name.casefold()}
        for listing in published:
            yield _beside(file, listing, taken), _text(case_text(listing))


def _converted(path: Path, form: str, framework: str | None, file: Path) -> Made:
    if form not in ("case", "moodle") or framework:
        raise click.UsageError(
            f"{path.name} holds one framework and no programme: it can be written "
            "with --format case or moodle, without --framework"
        )
    taken = read_listing(path)
    show_findings(f"Found in {path.name}", taken.findings, err=True)
    text = case_text if form == "case" else moodle_text
    yield file, _text(text(taken.listing))


def _named(programme: Programme, id_: str) -> Framework:
    found = programme.framework(id_)
    if found is None:
        known = ", ".join(f.id for f in programme.frameworks) or "none"
        raise SourceError(f"there is no framework {id_}; there are: {known}")
    return found


def _first(programme: Programme) -> Framework:
    """The standard; where all are advisory, the first of them."""
    found = programme.standard or next(iter(programme.frameworks), None)
    if found is None:
        raise SourceError(f"{programme.code} has no framework to write")
    return found


def _beside(file: Path, listing: Listing, taken: set[str]) -> Path:
    """The name of a framework's file, unlike any other: "programme.ST0128.json"."""
    plain = "".join(c if c.isalnum() or c in "-_." else "-" for c in listing.reference)
    name, number = f"{file.stem}.{plain}{file.suffix}", 1
    while name.casefold() in taken:
        number += 1
        name = f"{file.stem}.{plain}-{number}{file.suffix}"
    taken.add(name.casefold())
    return file.with_name(name)


def _text(text: str, encoding: str = "utf-8") -> Make:
    return lambda path: path.write_bytes(text.encode(encoding, "replace"))


def _write(made: Made) -> None:
    """Make every file, then put each in its place, or beside an open one."""
    files = list(made)
    folder = files[0][0].parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".writing-", dir=folder) as temporary:
            for path, make in files:
                make(Path(temporary) / path.name)
            for path, _ in files:
                place, remark = settle(Path(temporary) / path.name, path)
                click.echo(place)
                if remark:
                    click.echo(remark, err=True)
    except OSError as error:
        where = error.filename or folder
        raise NotWrittenError(
            f"{where}: cannot be written ({error.strerror})"
        ) from error
