"""The command line.  Each command is one file, imported only when it is called.

Help is what people wait for most often, so it is answered before the library that
takes the command line apart is imported; a test holds it against that library's own.
"""

import os
import sys

from curriculum.errors import NotWrittenError, SourceError

COMMANDS = {
    "accept": "Make marks of proposals.",
    "accessibility": "Check whether documents shut readers out.",
    "build": "Check a programme and write all its documents.",
    "calendar": "Show dates, write them for Outlook, or take term dates.",
    "check": "Check a programme and list what is found.",
    "compare": "List what changed between two programmes or documents.",
    "confirm": "Confirm marks made against another wording.",
    "crosswalk": "Set two frameworks side by side, and keep what is confirmed.",
    "diff": "Compare two versions of a standard.",
    "documents": "List the documents that can be written.",
    "export": "Write a programme as CASE, for Moodle, or as a long table.",
    "form": "Write a programme as a workbook that people fill in.",
    "import": "Read a scheme of work or a grid into a new programme.",
    "marks": "Put the marks of a long table into a programme.",
    "merge": "Put what came back in forms into a programme.",
    "migrate": "Carry a programme over to a new version.",
    "new": "Write the folder of a new programme.",
    "occupation": "Show where an occupation stands, and what is near it.",
    "overlap": "Show what a programme already covers of other standards.",
    "read": "Read a published document and show what was read.",
    "redate": "Lay a programme out for a new year.",
    "reject": "Reject proposals, until a text changes.",
    "rules": "List the rules, or explain one.",
    "signoff": "Record that somebody approved a programme as it is.",
    "standards": "Keep published standards in a library, and search it.",
    "suggest": "Propose what may be covered and is not marked.",
    "template": "Look after Word templates.",
    "trace": "Draw a sample of traces, from a programme or a review pack.",
    "unit": "Carve an apprenticeship unit out of a programme.",
    "verify": "Compare documents with the facts they carry.",
    "waive": "Accept a finding, with a reason and an end.",
}
"""Each command and its line of help, so that help imports none of them."""
_HELP = """\
Usage: curriculum [OPTIONS] COMMAND [ARGS]...

  Schemes of work and coverage grids that are checked against what is
  published.

  PROGRAMME is a programme folder; without one, the worked example is used.

Options:
  --version   Show the version and exit.
  --debug     Show the traceback of a fault.
  -h, --help  Show this message and exit.

Commands:
"""


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
    if sys.argv[1:] in (["--help"], ["-h"]):
        sys.stdout.write(plain_help())
        sys.exit(Exit.FINE)
    sys.exit(_run())


def plain_help() -> str:
    """What ``curriculum --help`` prints."""
    width = max(map(len, COMMANDS))
    lines = (f"  {name:<{width}}  {line}\n" for name, line in COMMANDS.items())
    return _HELP + "".join(lines)


def _run() -> int:
    import click  # noqa: PLC0415 (help does not wait for it)

    from curriculum.cli._group import curriculum  # noqa: PLC0415 (as click)

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
            import traceback  # noqa: PLC0415 (only a fault needs it)

            traceback.print_exc()
    return code if isinstance(code, int) else Exit.FINE


def _told(message: str, code: int) -> int:
    sys.stderr.write(f"curriculum: {message}\n")
    return code


def _speak_utf8() -> None:
    """A Windows console may be set to another encoding: no name may break a run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
