"""Where a report goes: a file, whole or not at all, or standard output."""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from curriculum.errors import NotWrittenError
from curriculum.writers._files import settle

out_option = click.option(
    "-o", "--out", "file", metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; without it, standard output.",
)  # fmt: skip


templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Word templates of your own; what is not there is the shipped one.",
)


def put(content: bytes | Callable[[Path], object], file: Path | None) -> None:
    """Write bytes, or what a function writes at a path, into its place.

    Raises NotWrittenError if that cannot be done.
    """
    if file is None:
        sys.stdout.buffer.write(content if isinstance(content, bytes) else b"")
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".writing-", dir=file.parent) as folder:
            made = Path(folder) / file.name
            if isinstance(content, bytes):
                made.write_bytes(content)
            else:
                content(made)
            place, remark = settle(made, file)
    except OSError as error:
        where = error.filename or file
        why = error.strerror
        raise NotWrittenError(f"{where}: cannot be written ({why})") from error
    click.echo(place)
    if remark:
        click.echo(remark, err=True)
