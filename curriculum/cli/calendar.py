"""``curriculum calendar``: a programme's dates, for Outlook or from a college."""

from datetime import UTC, datetime
from pathlib import Path

import click

from curriculum.calendars.redating import with_college
from curriculum.cli import Exit
from curriculum.cli._dates import (
    opened_terms,
    show_fit,
    show_proposal,
    show_redating,
    summary,
    write_texts,
)
from curriculum.cli._show import loaded, programme_argument
from curriculum.errors import NotWrittenError, SourceError
from curriculum.facts import Facts, gather
from curriculum.groups import each_group
from curriculum.model import Programme
from curriculum.placement import placement


@click.command("calendar")
@programme_argument
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write an iCalendar file for Outlook or Teams; importing it again updates.",
)
@click.option(
    "--terms",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take a college's term dates (CSV, ICS or a calendar.toml) into the calendar.",
)
@click.option("--group", metavar="TITLE", help="The dates of one group.")
@click.option("--propose", is_flag=True, help="Propose an order of modules that fits.")
@click.option("--write", is_flag=True, help="Write the terms; without it, only list.")
def command(
    programme: Path,
    ics: Path | None,
    terms: Path | None,
    group: str | None,
    propose: bool,  # noqa: FBT001 (a flag of click)
    write: bool,  # noqa: FBT001 (a flag of click)
) -> int:
    """Show a programme's dates, write them for Outlook, or take a college's terms."""
    if write and terms is None:
        raise click.UsageError("--write goes with --terms")
    if terms is not None and ics is not None:
        raise click.UsageError("give --terms or --ics; one after the other")
    if terms is not None:
        return _take_terms(programme, terms, propose=propose, write=write)
    facts = _facts(programme, group)
    if ics is not None:
        _write(facts, ics)
        return Exit.FINE
    _show(facts)
    if propose:
        show_proposal(facts)
    return Exit.ERRORS if facts.timetable.unplaced else Exit.FINE


def _take_terms(path: Path, terms: Path, *, propose: bool, write: bool) -> int:
    redating = with_college(path, opened_terms(terms))
    show_redating(redating)
    show_fit(redating.after)
    if propose:
        show_proposal(redating.after)
    click.echo(f"\n{summary(redating)}", err=True)
    write_texts(path, redating, write=write)
    return Exit.ERRORS if redating.fell_off or redating.lost else Exit.FINE


def _facts(path: Path, group: str | None) -> Facts:
    return gather(_chosen(loaded(path), group))


def _chosen(programme: Programme, group: str | None) -> Programme:
    """The programme as a group has it; of several, one must be named."""
    groups = {g.title: own for g, own in each_group(programme)}
    if group is None and not groups:
        return programme
    if group not in groups:
        known = ", ".join(groups) or "none"
        raise SourceError(f"name a group with --group; there are: {known}")
    return groups[group]


def _write(facts: Facts, path: Path) -> None:
    from curriculum.calendars.ics import calendar_file  # noqa: PLC0415 (its library takes 60 ms)

    try:
        earlier = path.read_bytes() if path.exists() else b""
        made = calendar_file(
            facts.programme, facts.timetable, now=datetime.now(UTC), earlier=earlier
        )
        path.write_bytes(made)
    except ValueError as error:
        raise SourceError(f"{path}: is no calendar to be replaced ({error})") from error
    except OSError as error:
        raise NotWrittenError(
            f"{path}: cannot be written ({error.strerror})"
        ) from error
    click.echo(path)


def _show(facts: Facts) -> None:
    """Terms with their weeks, hours offered and used, and the placement."""
    timetable, calendar = facts.timetable, facts.timetable.days.calendar
    title = f"{facts.programme.title} ({facts.programme.code})"
    click.echo(f"{title}: {calendar.starts} to {calendar.ends}")
    for term in timetable.days.terms:
        weeks = [w.number for w in timetable.weeks if w.term is term and w.number]
        span = f"weeks {weeks[0]} to {weeks[-1]}" if weeks else "no teaching"
        click.echo(f"  {term.title}: {term.starts} to {term.ends}, {span}")
    used = sum(p.session.hours for p in timetable.placements)
    click.echo(
        f"{timetable.delivery_weeks} delivery weeks offer {timetable.slot_hours:g} "
        f"hours; sessions take {used:g}"
    )
    work = placement(timetable.days)
    if work.days:
        click.echo(f"placement: {work.days} days, {work.hours:g} hours")
    show_fit(facts)
