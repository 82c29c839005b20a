"""``curriculum read``: what a published document says."""

from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.cli._outline import outline
from curriculum.cli._show import SCHEMA, as_json, show_findings, show_json
from curriculum.findings import Severity
from curriculum.readers import all_readers, read


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--reader", help="Read with this reader, whatever the file looks like.")
@click.option("--json", "json_wanted", is_flag=True, help="Print one JSON object.")
def command(file: Path, reader: str | None, json_wanted: bool) -> int:  # noqa: FBT001 (a flag of click)
    """Read a published document and show what was read, then what was found.

    The reader is found by what the file says.  The exit code is 1 if anything
    found is an error.
    """
    names = [known.name for known in all_readers()]
    if reader and reader not in names:
        raise click.BadParameter(f"{reader}; there are {', '.join(names)}")
    got = read(file, reader=reader)
    if json_wanted:
        show_json(
            {
                "schema": SCHEMA,
                "reader": got.reader.name,
                "digest": f"sha256:{got.digest}",
                "records": as_json(got.records),
                "findings": as_json(got.findings),
            }
        )
    else:
        click.echo(f"{file.name}: {got.reader.title}")
        for record in got.records:
            click.echo("\n".join(outline(record)))
        show_findings("Found while reading", got.findings)
    errors = any(f.severity is Severity.ERROR for f in got.findings)
    return Exit.ERRORS if errors else Exit.FINE
