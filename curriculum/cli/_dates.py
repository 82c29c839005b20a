"""What the commands about dates print and write in the same way."""

from collections.abc import Sequence
from pathlib import Path

import click

from curriculum.calendars.proposal import Proposal, propose
from curriculum.calendars.redating import IN_HOLIDAY, Redating
from curriculum.calendars.shortfall import Shortfall, shortfall
from curriculum.calendars.term_dates import TermDates, read_term_dates
from curriculum.cli._show import show_findings
from curriculum.facts import Facts
from curriculum.findings import counted
from curriculum.plurals import many
from curriculum.versions.saved import replace_all

_MOST_DAYS_SHOWN = 8


def opened_terms(path: Path) -> TermDates:
    """A college's term dates; what was passed over goes to standard error."""
    college = read_term_dates(path)
    show_findings(f"Passed over in {path.name}", college.findings, err=True)
    return college


def show_redating(redating: Redating) -> None:
    """What moves, what falls off, what loses cover, and what is found anew."""
    _list("Dates that change", [str(moved) for moved in redating.moved])
    _list("Sessions that no longer have a date", redating.fell_off)
    _list("Cover that is lost", [str(cover) for cover in redating.lost])
    holiday = redating.in_holiday
    others = [f for f in redating.found if f.code != IN_HOLIDAY]
    show_findings("Assessments now in a holiday", holiday)
    show_findings("Found now, and not before", others)


def show_fit(facts: Facts) -> None:
    """Whether the sessions fit, and if not, by how much and why."""
    short = shortfall(facts.programme, facts.timetable)
    if not short.sessions:
        click.echo("\nall sessions have a date")
        return
    click.echo(f"\n{len(short.sessions)} sessions of {short.hours:g} hours do not fit")
    for line in _why(short):
        click.echo(f"  {line}")


def show_proposal(facts: Facts) -> None:
    """An order of modules that fits better, if there is one."""
    found = propose(facts)
    if not any(found.before):
        click.echo("\nthe present order of modules is fine as it is")
    elif not found.helps:
        click.echo(f"\nno better order was found ({_faults(found, after=False)})")
    else:
        stems = [_stem(facts, key) for key in found.order]
        click.echo(f"\nthe present order: {_faults(found, after=False)}")
        click.echo(f"proposed: {_faults(found, after=True)}; in programme.toml")
        click.echo(f"order = {list(stems)}".replace("'", '"'))
        if not found.waits:
            click.echo("and without start_week in the modules")


def write_texts(folder: Path, redating: Redating, *, write: bool) -> None:
    """Write the changed files, or say how to."""
    if not redating.files:
        click.echo("\nnothing changes", err=True)
    elif not write:
        click.echo("\nnothing is written; add --write", err=True)
    else:
        replace_all(folder, redating.texts(folder))
        for name in redating.files:
            click.echo(folder / name, err=True)


def summary(redating: Redating) -> str:
    """The outcome in a line."""
    moved, fell = len(redating.moved), len(redating.fell_off)
    return (
        f"{many(moved, 'date')} moved, {many(fell, 'session')} off the end, cover lost "
        f"of {many(len(redating.lost), 'item')}; found anew: {counted(redating.found)}"
    )


def _why(short: Shortfall) -> list[str]:
    lines = []
    if short.weeks_needed:
        weeks = f"{short.weeks_needed} more week{'s' * (short.weeks_needed != 1)}"
        lines.append(f"{weeks} of {short.hours_a_week:g} hours would hold them")
    if short.free:
        weeks = ", ".join(str(week) for week, _ in short.free)
        waiting = ", ".join(short.waiting) or "a later module"
        lines.append(
            f"{short.free_hours:g} hours stand free in week {weeks}, "
            f"where {waiting} waits for its start week"
        )
    lost = [f"{day} {why}, {hours:g} hours" for day, why, hours in short.lost]
    if len(lost) > _MOST_DAYS_SHOWN:
        more = len(lost) - _MOST_DAYS_SHOWN
        lost = [*lost[:_MOST_DAYS_SHOWN], f"and {more} more days"]
    return [*lines, *(f"not taught: {line}" for line in lost)]


def _faults(found: Proposal, *, after: bool) -> str:
    faults = found.after if after else found.before
    told = (
        (faults.hours_left, "hours without a date"),
        (faults.broken, "modules before what they build on"),
        (faults.too_early, "items assessed before they are taught"),
        (faults.rested, "items that rest too long"),
    )
    return ", ".join(f"{n:g} {what}" for n, what in told if n) or "nothing wrong"


def _stem(facts: Facts, key: str) -> str:
    """The name of a module's file, by which programme.toml puts it in order."""
    module = facts.programme.module(key)
    return Path(module.source.file).stem if module else key


def _list(heading: str, lines: Sequence[str]) -> None:
    if lines:
        click.echo(f"\n{heading} ({len(lines)})")
        click.echo("\n".join(lines))
