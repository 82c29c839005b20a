"""``curriculum standards check`` and ``reread``: what is kept, looked at again."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.cli._show import SCHEMA, as_json, show_findings, show_json
from curriculum.errors import SourceError
from curriculum.findings import Finding, Severity
from curriculum.library.linting import lint
from curriculum.library.pins import Pin, pin_of
from curriculum.library.plans import check_named, check_plans
from curriculum.library.reading import read_held
from curriculum.library.records import Edition
from curriculum.library.rereading import Again, Reread, reread
from curriculum.library.store import Library
from curriculum.library.version_rules import check_versions
from curriculum.model import AssessmentPlan, Standard
from curriculum.plurals import many
from curriculum.readers import read


def chosen(shelves: Library, pins: Sequence[Pin]) -> list[Edition]:
    """The editions that pins name, or all.  Raises SourceError for an unknown one."""
    if not pins:
        return shelves.editions()
    for pin in pins:
        shelves.one(pin)
    return [edition for pin in pins for edition in shelves.editions(pin)]


def checked(shelves: Library, editions: Sequence[Edition], on: date) -> list[Finding]:
    """What is odd about the versions, each text by itself, and its plans."""
    references = dict.fromkeys(edition.reference for edition in editions)
    found = [
        finding
        for reference in references
        for finding in check_versions(shelves.editions(Pin(reference)))
    ]
    for edition in editions:
        held, got = read_held(shelves, edition.pin)
        (standard,) = got.records
        if isinstance(standard, Standard) and held.id == edition.id:
            found += lint(standard, got.findings, on)
    plans = [p for reference in references for p in shelves.plans(Pin(reference))]
    return [*found, *check_plans(shelves, plans, editions)]


def plan_in(file: Path) -> AssessmentPlan:
    """The assessment plan that a file holds.  Raises SourceError if it holds none."""
    for record in read(file).records:
        if isinstance(record, AssessmentPlan):
            return record
    raise SourceError(f"{file.name}: is no assessment plan")


def show_checked(
    shelves: Library,
    pins: Sequence[Pin],
    on: datetime | None,
    plan: AssessmentPlan | None,
    *,
    json_wanted: bool,
) -> int:
    """Print what was found, and how much was looked at."""
    day = on.date() if on else datetime.now(UTC).date()
    editions = chosen(shelves, pins or _pins_of(plan))
    found = checked(shelves, editions, day)
    if plan:
        found += check_named(shelves, plan, editions)
    errors = any(finding.severity is Severity.ERROR for finding in found)
    code = Exit.ERRORS if errors else Exit.FINE
    if json_wanted:
        data = {"schema": SCHEMA, "on": day.isoformat(), "findings": as_json(found)}
        show_json(data | {"standards": as_json(editions)})
        return code
    show_findings("Found in the library", found)
    texts = many(len(editions), "text")
    click.echo(f"{texts} checked, for a start on {day}", err=True)
    return code


def _pins_of(plan: AssessmentPlan | None) -> list[Pin]:
    """The standard that a plan says it assesses, where no other is named."""
    if plan is None:
        return []
    name = f"{plan.reference}@{plan.version}" if plan.version else plan.reference
    pin = pin_of(name)
    if pin is None:
        raise SourceError(
            f"{plan.source.file}: does not say which standard it assesses; name one, "
            "such as ST0787@1.1"
        )
    return [pin]


def show_reread(
    library: Path, pins: Sequence[Pin], *, write: bool, json_wanted: bool
) -> int:
    """Read again, say what differs, and keep it if that is wanted."""
    with Library(library, create=write) as shelves:
        again = list(reread(shelves, chosen(shelves, pins)))
        changed = [(r.edition, r.entry) for r in again if r.entry and _differs(r)]
        if write:
            shelves.renew(changed)
    if json_wanted:
        show_json({"schema": SCHEMA, "written": write, "standards": _data(again)})
    else:
        for one in again:
            if one.outcome is not Again.SAME:
                click.echo(_line(one))
        tally = Counter(one.outcome.value for one in again)
        counts = ", ".join(f"{number} {outcome}" for outcome, number in tally.items())
        click.echo(f"{len(again)} read again: {counts or 'none'}", err=True)
        if changed and not write:
            click.echo("nothing is written; --write keeps what was read", err=True)
    unreadable = any(one.outcome is Again.UNREADABLE for one in again)
    return Exit.ERRORS if unreadable else Exit.FINE


def _differs(one: Reread) -> bool:
    stale = one.entry is not None and one.entry.copy != one.copy
    return one.outcome in {Again.TEXT, Again.FACTS} or stale


def _line(one: Reread) -> str:
    label, copy = one.edition.label, one.copy
    said = f"{one.outcome}: {label} {one.edition.title}"
    if one.entry is None:
        return f"{said} ({one.why})"
    new = one.entry
    how = f"{copy.reader} {copy.reader_version} → {new.copy.reader}"
    how += f" {new.copy.reader_version}"
    if one.outcome is Again.TEXT:
        how += f"; {one.edition.digest[:12]} → {new.digest[:12]}"
    return f"{said} ({how})"


def _data(again: Sequence[Reread]) -> list[dict[str, object]]:
    return [
        {
            "reference": one.edition.reference,
            "version": one.edition.version,
            "outcome": one.outcome.value,
            "before": one.edition.digest,
            "now": one.entry.digest if one.entry else None,
            "why": one.why,
            "findings": as_json(one.findings),
        }
        for one in again
    ]
