"""``curriculum signoff``: record that somebody approved the programme as it is."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from curriculum.cli._show import reviewed
from curriculum.errors import NotWrittenError
from curriculum.findings import counted
from curriculum.model import SignOff
from curriculum.plurals import many
from curriculum.reviewed import Review
from curriculum.signing import Signing, record_signoff, same_version

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("signoff")
@click.argument(
    "programme", type=click.Path(path_type=Path, file_okay=False), default=Path()
)
@click.option("--who", default="", help="Who signs off.  Without it nothing is signed.")
@click.option("--role", default="", help="In what part: Head of Digital.")
@click.option("--note", default="", help="A remark that documents print.")
@click.option("--on", type=_DAY, help="The day, as 2026-06-26; today if not given.")
def command(
    programme: Path, who: str, role: str, note: str, on: datetime | None
) -> None:
    """Record that somebody approved the programme as it is now.

    Who, when, which version and everything that the programme states go into
    signoffs.toml and the folder signoffs beside it; documents then list what changed
    since.  Without --who, the sign-offs and those changes are listed.
    """
    review = reviewed(programme)
    if not who.strip():
        _list(review)
        return
    day = on.date() if on else datetime.now(UTC).date()
    earlier = same_version(review)
    signing = Signing(who.strip(), day, role.strip(), note.strip())
    try:
        written = record_signoff(programme, review, signing)
    except OSError as error:
        raise NotWrittenError(
            f"{error.filename or programme}: cannot be written ({error.strerror})"
        ) from error
    for path in written:
        click.echo(path)
    _say(review, day, earlier)


def _say(review: Review, day: date, earlier: SignOff | None) -> None:
    """What was signed off, and what should give pause."""
    version = review.programme.version or "without a number"
    since = _since(review)
    click.echo(f"version {version} is signed off on {day}; {since}", err=True)
    if earlier:
        click.echo(
            f"version {version} was signed off on {earlier.date} as well, when it said "
            "something else: a change deserves a new version in programme.toml",
            err=True,
        )
    if review.has_errors:
        click.echo(
            f"it was signed off with {counted(review.findings)}; "
            "errors stand in the way of approval",
            err=True,
        )


def _since(review: Review) -> str:
    changed = review.programme.changes
    if not review.programme.signoffs:
        return "it is the first sign-off"
    if changed is None:
        return "what changed since the last sign-off cannot be told"
    told = many(len(changed), "change") if changed else "nothing changed"
    return f"{told} since the last sign-off"


def _list(review: Review) -> None:
    programme = review.programme
    for held in programme.signoffs:
        by = f"{held.who}, {held.role}" if held.role else held.who
        version = f"version {held.version}" if held.version else "no version"
        note = f": {held.note}" if held.note else ""
        click.echo(f"{held.date}  {version}, {by}{note}")
    if not programme.signoffs:
        click.echo("nothing is signed off; --who NAME signs", err=True)
        return
    for change in programme.changes or ():
        click.echo(f"    {change}")
    click.echo(f"\n{_since(review)}", err=True)
