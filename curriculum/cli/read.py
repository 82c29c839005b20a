"""``curriculum read``: what a published document says."""

from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.cli._account import account_json, account_outline
from curriculum.cli._outline import outline
from curriculum.cli._show import SCHEMA, as_json, show_findings, show_json
from curriculum.findings import Severity
from curriculum.readers import Read, all_readers, read, read_and_account
from curriculum.readers._account.record import Account


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--reader", help="Read with this reader, whatever the file looks like.")
@click.option("--json", "json_wanted", is_flag=True, help="Print one JSON object.")
@click.option(
    "--coverage",
    is_flag=True,
    help="Show what became of each line of the source, instead of the records.",
)
def command(file: Path, reader: str | None, json_wanted: bool, coverage: bool) -> int:  # noqa: FBT001 (flags of click)
    """Read a published document and show what was read, then what was found.

    Text, saved web pages, Word documents, PDF and JSON are read; the reader is found
    by what the file says.  The exit code is 1 if anything found is an error.
    """
    names = [known.name for known in all_readers()]
    if reader and reader not in names:
        raise click.BadParameter(f"{reader}; there are {', '.join(names)}")
    if coverage:
        got, account = read_and_account(file, reader=reader)
    else:
        got, account = read(file, reader=reader), None
    if json_wanted:
        show_json(_json(got, account))
    else:
        _show(file, got, account)
    errors = any(f.severity is Severity.ERROR for f in got.findings)
    return Exit.ERRORS if errors else Exit.FINE


def _json(got: Read, account: Account | None) -> dict[str, object]:
    said: dict[str, object] = {
        "schema": SCHEMA,
        "reader": got.reader.name,
        "form": got.form,
        "digest": f"sha256:{got.digest}",
        "records": as_json(got.records),
        "findings": as_json(got.findings),
    }
    return said | ({"coverage": account_json(account)} if account else {})


def _show(file: Path, got: Read, account: Account | None) -> None:
    form = "" if got.form == "text" else f" ({got.form})"
    click.echo(f"{file.name}: {got.reader.title}{form}")
    if account:
        click.echo("\n".join(account_outline(account)))
    else:
        for record in got.records:
            click.echo("\n".join(outline(record)))
    show_findings("Found while reading", got.findings)
