"""``curriculum check``: what is found in a programme."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from curriculum.cli import Exit
from curriculum.cli._show import (
    programme_argument,
    reviewed,
    show_findings,
    show_json,
    show_proposed,
    show_waived,
)
from curriculum.findings import counted
from curriculum.reports import Baseline, Verdict, narrowed, unknown


class _Chosen(TypedDict):
    form: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    baseline: Path | None
    strict: bool


@click.command("check")
@programme_argument
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "junit"]),
    default="text",
    show_default=True,
    help="SARIF for a code host, JUnit for a CI server.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Only these codes or families, such as COV,HRS101.",
)
@click.option(
    "--ignore", multiple=True, metavar="CODES", help="All but these codes or families."
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="What an earlier check --json printed: only what is new fails.",
)
@click.option("--strict", is_flag=True, help="Warnings fail as errors do.")
def command(programme: Path, **chosen: Unpack[_Chosen]) -> int:
    """Check a programme and list what is found.

    The exit code is 1 if anything found is an error.
    """
    select, ignore = _codes(chosen["select"]), _codes(chosen["ignore"])
    path = chosen["baseline"]
    baseline = Baseline.read(path) if path else None
    review = narrowed(reviewed(programme), select, ignore)
    verdict = Verdict(review, chosen["strict"], baseline)
    _show(verdict, chosen["form"], programme)
    return Exit.ERRORS if verdict.failing else Exit.FINE


def _codes(words: tuple[str, ...]) -> list[str]:
    codes = [code for word in words for code in word.replace(",", " ").split()]
    if not codes:
        return []
    from curriculum.cli._codes import known_codes  # noqa: PLC0415 (all readers)

    strange = unknown(codes, known_codes())
    if strange:
        raise click.UsageError(
            f"no code begins with {', '.join(strange)}; curriculum rules lists them"
        )
    return codes


def _show(verdict: Verdict, form: str, programme: Path) -> None:
    if form == "text":
        _show_text(verdict)
    else:
        _show_for_machines(verdict, form, programme)


def _show_for_machines(verdict: Verdict, form: str, programme: Path) -> None:
    """Another form than text; what it takes is imported only for it."""
    if form == "json":
        from curriculum.reports.as_json import as_json  # noqa: PLC0415

        show_json(as_json(verdict))
    elif form == "sarif":
        from curriculum.cli._codes import reading_codes  # noqa: PLC0415
        from curriculum.reports.sarif import as_sarif  # noqa: PLC0415

        show_json(as_sarif(verdict, programme, reading_codes()))
    else:
        from curriculum.reports.junit import as_junit  # noqa: PLC0415

        click.echo(as_junit(verdict), nl=False)


def _show_text(verdict: Verdict) -> None:
    review = verdict.review
    title = f"{review.programme.title} ({review.programme.code})"
    click.echo(f"{title}: {counted(review.findings)}")
    for statement in review.statements:
        click.echo(statement)
    if verdict.baseline:
        show_findings("New since the baseline", verdict.new)
        show_findings("In the baseline already", verdict.known)
    else:
        show_findings("For the author", review.findings)
    show_waived(review.waived)
    show_proposed(review.programme)
    show_findings("In the published documents", review.published)
