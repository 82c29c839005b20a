"""``curriculum waive``: record a reasoned exception to a finding."""

from datetime import date, datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click

from curriculum.cli._codes import known_codes
from curriculum.cli._show import reviewed
from curriculum.errors import NotWrittenError
from curriculum.pipeline import ABOUT_PUBLISHED
from curriculum.plurals import many
from curriculum.waivers import EVERY_SUBJECT
from curriculum.waivers import FINDINGS as ABOUT_WAIVERS
from curriculum.waiving import Fields, record_waiver


class _Chosen(TypedDict):
    reason: str
    until: datetime
    starts: datetime | None
    who: str
    programme: Path


_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("waive")
@click.argument("code")
@click.argument("subject")
@click.option("--reason", required=True, help="Why the finding is accepted.")
@click.option("--until", required=True, type=_DAY, help="Last day of the waiver.")
@click.option("--from", "starts", type=_DAY, help="First day; at once if not given.")
@click.option("--who", default="", help="Who accepts it.")
@click.option(
    "--programme",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Its folder; the one that you are in if not given.",
)
def command(code: str, subject: str, **chosen: Unpack[_Chosen]) -> None:
    """Accept the finding of a CODE about a SUBJECT, with a reason and an end.

    A SUBJECT of * accepts every finding of the rule.  A waiver of the same code and
    subject is replaced; comments in waivers.toml stay.
    """
    code = code.upper()
    folder = chosen["programme"]
    if not chosen["reason"].strip():
        raise click.UsageError("a waiver without a reason excepts nothing")
    if code[:3] in ABOUT_PUBLISHED:
        raise click.UsageError(
            f"{code} is about the published documents, which need no waiver"
        )
    if code not in known_codes() or code in ABOUT_WAIVERS:
        raise click.UsageError(
            f"there is no {code} to waive; curriculum rules lists all codes"
        )
    fields = _fields(code, subject, chosen)
    if _starts_late(fields):
        raise click.UsageError("the waiver ends before it begins")
    try:
        path, replaced = record_waiver(folder, fields)
    except OSError as error:
        raise NotWrittenError(
            f"{error.filename or folder}: cannot be written ({error.strerror})"
        ) from error
    click.echo(path)
    said = "replaces the waiver of" if replaced else "waives"
    what = f"all of {code}" if subject == EVERY_SUBJECT else f"{code} {subject}"
    click.echo(f"{said} {what}: {_excepted(folder, code, subject)}", err=True)


def _fields(code: str, subject: str, chosen: _Chosen) -> Fields:
    starts = chosen["starts"]
    return {
        "code": code,
        "subject": subject,
        "reason": chosen["reason"].strip(),
        "who": chosen["who"].strip(),
        "from": starts.date() if starts else "",
        "until": chosen["until"].date(),
    }


def _starts_late(fields: Fields) -> bool:
    starts, ends = fields["from"], fields["until"]
    return isinstance(starts, date) and isinstance(ends, date) and starts > ends


def _excepted(folder: Path, code: str, subject: str) -> str:
    """What it excepts now, in words."""
    waivers = [w.waiver for w in reviewed(folder).waived]
    count = [(w.code, w.subject) for w in waivers].count((code, subject))
    return f"{many(count, 'finding')} now"
