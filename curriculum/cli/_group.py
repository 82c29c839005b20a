"""The group of all commands, each imported when it is called."""

from importlib import import_module

import click

from curriculum.cli import COMMANDS

_MODULES = {"import": "import_"}
"""Commands whose names Python keeps for itself, with the names of their files."""


class _Lazy(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's own)
        if cmd_name not in COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"curriculum.cli.{module}").command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 (click's own)
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="curriculum", message="curriculum %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of a fault.")
@click.pass_context
def curriculum(ctx: click.Context, debug: bool) -> None:  # noqa: FBT001 (a flag of click)
    """Schemes of work and coverage grids that are checked against what is published.

    PROGRAMME is a programme folder; without one, the worked example is used.
    """
    ctx.ensure_object(dict)["debug"] = debug
