"""What several commands print in the same way."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from curriculum.findings import Finding, Severity, counted
from curriculum.model import Programme, Record
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import UnusableProgrammeError, load, review
from curriculum.reviewed import Review
from curriculum.waivers import Waived

SCHEMA = 1
"""Raised when a field of the JSON that commands print changes its meaning."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}

programme_argument = click.argument(
    "programme",
    type=click.Path(path_type=Path),
    default=WORKED_EXAMPLE,
    required=False,
    metavar="[PROGRAMME]",
)


def loaded(path: Path) -> Programme:
    """A programme; what stands in the way is printed."""
    found = load(path)
    if found.programme is None:
        show_findings("What stands in the way", found.findings, err=True)
        raise UnusableProgrammeError(found)
    return found.programme


def reviewed(programme: Path) -> Review:
    """Load and review a programme; print why when that cannot be done."""
    try:
        return review(load(programme))
    except UnusableProgrammeError as error:
        show_findings("What stands in the way", error.findings, err=True)
        raise


def show_findings(
    heading: str, findings: Sequence[Finding], *, err: bool = False
) -> None:
    """A heading with the count, then a line for each finding."""
    if not findings:
        return
    click.echo(f"\n{heading} ({counted(findings)})", err=err)
    for finding in findings:
        click.echo(_line(finding), err=err)


def show_list(heading: str, things: Iterable[object]) -> None:
    """A heading with the count, then a line for each thing, if there are any."""
    things = tuple(things)
    if things:
        click.echo(f"\n{heading} ({len(things):,})")
        for thing in things:
            click.echo(f"  {thing}")


def show_waived(waived: Iterable[Waived]) -> None:
    """Each waived finding with who waived it and why."""
    waived = tuple(waived)
    if not waived:
        return
    click.echo(f"\nWaived ({len(waived)})")
    for one in waived:
        who = f" ({one.waiver.who})" if one.waiver.who else ""
        click.echo(f"{one.finding}\n    waived{who}: {one.waiver.reason}")


def show_proposed(programme: Programme) -> None:
    """The proposals that the programme keeps, which nothing counts."""
    if not programme.proposed:
        return
    click.echo(f"\nProposed, and counted nowhere ({len(programme.proposed)})")
    for proposal in sorted(programme.proposed, key=lambda p: -p.confidence):
        words = ", ".join(proposal.words)
        click.echo(f"  {proposal.confidence:.2f}  {proposal.key}  words: {words}")


def show_json(data: object) -> None:
    """One JSON object, for machines and people."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def as_json(records: Iterable[Record]) -> list[object]:
    """Records as plain JSON values."""
    return [record.model_dump(mode="json") for record in records]


def _line(finding: Finding) -> str:
    severity = click.style(finding.severity.value, fg=_COLOURS[finding.severity])
    return f"{finding.source}: {severity} {finding.code} {finding.message}"
