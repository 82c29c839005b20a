"""The command line.  Each command is one file, imported only when it is called."""

import os
import sys
from importlib import import_module

import click

from curriculum.errors import NotWrittenError, SourceError

COMMANDS = {
    "accept": "Make marks of proposals.",
    "build": "Check a programme and write all its documents.",
    "calendar": "Show dates, write them for Outlook, or take a college's terms.",
    "check": "Check a programme and list what is found.",
    "confirm": "Confirm marks made against another wording.",
    "diff": "Compare two versions of a standard.",
    "documents": "List the documents that can be written.",
    "export": "Write a programme as CASE, for Moodle, or as a long table.",
    "form": "Write a programme as a workbook that people fill in.",
    "import": "Read a scheme of work or a grid into a new programme.",
    "merge": "Put what came back in forms into a programme.",
    "migrate": "Carry a programme over to a new version.",
    "new": "Write the folder of a new programme.",
    "read": "Read a published document and show what was read.",
    "redate": "Lay a programme out for a new year.",
    "reject": "Reject proposals, until a text changes.",
    "rules": "List the rules, or explain one.",
    "standards": "Keep published standards in a library, and search it.",
    "suggest": "Propose what may be covered and is not marked.",
    "template": "Look after Word templates.",
    "waive": "Accept a finding, with a reason and an end.",
}
"""Each command and its line of help, so that help imports none of them."""
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
        command: click.Command = import_module(f"{__name__}.{module}").command
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


class Exit:
    """What the exit code says."""

    FINE = 0
    ERRORS = 1
    USAGE = 2
    UNUSABLE = 3
    CONFLICT = 4
    NOT_WRITTEN = 5
    BUG = 70
    STOPPED = 130


_BUG = (
    "this is a fault of the program, not of your files ({}: {}); run it again as "
    "curriculum --debug … and send what it prints to its maintainers"
)


def main() -> None:
    """Run the command line and leave with its exit code."""
    _speak_utf8()
    sys.exit(_run())


def _run() -> int:
    code: object
    try:
        code = curriculum.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        code = _told("stopped", Exit.STOPPED)
    except SourceError as error:
        code = _told(str(error), Exit.UNUSABLE)
    except NotWrittenError as error:
        code = _told(str(error), Exit.NOT_WRITTEN)
    except BrokenPipeError:
        # The reader of a pipe has seen enough; what is left must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = Exit.FINE
    except Exception as error:  # noqa: BLE001 (the last resort, told as what it is)
        code = _told(_BUG.format(type(error).__name__, error), Exit.BUG)
        if "--debug" in sys.argv:
            import traceback  # noqa: PLC0415 (help must not wait for it)

            traceback.print_exc()
    return code if isinstance(code, int) else Exit.FINE


def _told(message: str, code: int) -> int:
    click.echo(f"curriculum: {message}", err=True)
    return code


def _speak_utf8() -> None:
    """A Windows console may be set to another encoding: no name may break a run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
