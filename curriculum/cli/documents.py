"""``curriculum documents``: what can be written, with a line each."""

import click

from curriculum.cli._show import SCHEMA, show_json
from curriculum.writers import all_writers


@click.command("documents")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for machines.")
def command(as_json: bool) -> None:  # noqa: FBT001 (a flag of click)
    """List the documents that build writes, and those to be had by --only."""
    writers = all_writers()
    if as_json:
        fields = ("filename", "title", "summary", "optional")
        listed = [{name: getattr(w, name) for name in fields} for w in writers]
        show_json({"schema": SCHEMA, "documents": listed})
        return
    width = max(len(writer.filename) for writer in writers)
    for heading, optional in (("By build", False), ("By build --only NAME", True)):
        held = [writer for writer in writers if writer.optional is optional]
        if held:
            click.echo(f"{heading} ({len(held)})")
        for writer in held:
            click.echo(f"  {writer.filename:{width}}  {writer.summary}")
