"""``curriculum standards``: the library of published standards."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.cli._outline import outline
from curriculum.cli._show import SCHEMA, as_json, show_findings, show_json
from curriculum.cli._standards_again import plan_in, show_checked, show_reread
from curriculum.errors import NotWrittenError, SourceError
from curriculum.findings import Finding
from curriculum.library.pins import Pin, default_library, pin_of
from curriculum.library.plans import check_plans, editions_of
from curriculum.library.reading import Provenance, Tick, entries_of, read_held
from curriculum.library.records import (
    Added,
    Copy,
    Edition,
    Hit,
    Outcome,
    Plan,
    PlanEntry,
)
from curriculum.library.search import search
from curriculum.library.store import Library
from curriculum.library.version_rules import check_versions
from curriculum.plurals import many

_DIGITS = 12
"""So much of a digest tells editions apart."""
_PLACES = 3
"""So many standards are named beside a wording; the rest are counted."""


def _pinned(_ctx: click.Context, _param: click.Parameter, value: str) -> Pin:
    pin = pin_of(value)
    if pin is None:
        raise click.BadParameter(f"{value} is not of the form ST0787 or ST0787@1.1")
    return pin


_pin = click.argument("pin", callback=_pinned, metavar="REF[@VERSION][#DIGEST]")
_as_json = click.option(
    "--json", "json_wanted", is_flag=True, help="Print one JSON object."
)
_library = click.option(
    "--library",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=lambda _ctx, _param, value: value or default_library(),
    help="The library's file; otherwise CURRICULUM_LIBRARY, or one of your own.",
)


@click.group("standards")
def command() -> None:
    """Keep published standards in a library, and search it.

    The library is one file.  Every version of a standard is kept as it was
    published.  A programme names it as source = "ST0787@1.1", and the assessment
    plan that is kept with it as assessment_plan = "ST0787@1.1".
    """


@command.command("add")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path)
)
@click.option("--version", default="", help="The version, if the file prints none.")
@click.option("--address", default="", help="Where the file was fetched from.")
@click.option(
    "--fetched",
    type=click.DateTime(["%Y-%m-%d"]),
    help="When it was fetched; otherwise the day on which it was last written.",
)
@_library
def add(
    files: tuple[Path, ...],
    version: str,
    address: str,
    fetched: datetime | None,
    library: Path,
) -> int:
    """Add the standards of files: each file whole, or not at all.

    What is held already is not added again.  A text that differs under the same
    version is kept beside the other, and reported.  An assessment plan is kept with
    the version of the standard that it names, or that --version gives.
    """
    provenance = Provenance(version, address, fetched.date() if fetched else None)
    tally: Counter[Outcome] = Counter()
    kinds: Counter[str] = Counter()
    findings: list[Finding] = []
    touched: set[str] = set()
    unusable = 0
    with Library(library, create=True) as shelves:
        for file in files:
            try:
                entries, found = entries_of(file, provenance, _tick(file))
            except SourceError as error:
                click.echo(f"curriculum: {error}", err=True)
                unusable += 1
                continue
            findings += (f for f in found if f.code == "STD206")
            for added in shelves.add(entries):
                tally[added.outcome] += 1
                kinds[_kind(added)] += 1
                if added.outcome is not Outcome.HELD:
                    touched.add(added.entry.reference)
                    click.echo(_line_of(added))
        for reference in sorted(touched):
            pin = Pin(reference)
            findings += check_versions(shelves.editions(pin))
            findings += check_plans(shelves, shelves.plans(pin), ())
    counts = ", ".join(f"{n} {outcome}" for outcome, n in tally.items())
    told = " and ".join(many(n, kind) for kind, n in kinds.items())
    click.echo(f"{told or '0 standards'}: {counts or 'none'}")
    show_findings("Found in the library", findings)
    return Exit.UNUSABLE if unusable else Exit.FINE


@command.command("list")
@_as_json
@_library
def list_(json_wanted: bool, library: Path) -> None:  # noqa: FBT001 (a flag of click)
    """List the versions held, and what is odd about them."""
    with Library(library) as shelves:
        editions = shelves.editions()
        plans = shelves.plans()
        findings = [*check_versions(editions), *check_plans(shelves, plans, ())]
    if json_wanted:
        show_json(
            {
                "schema": SCHEMA,
                "library": str(library),
                "standards": as_json(editions),
                "plans": as_json(plans),
                "findings": as_json(findings),
            }
        )
        return
    for edition in editions:
        click.echo(_row(edition))
    for plan in plans:
        click.echo(_plan_row(plan))
    references = len({edition.reference for edition in editions})
    total = f"{many(references, 'standard')} in {many(len(editions), 'version')}"
    beside = f", {many(len(plans), 'assessment plan')}" if plans else ""
    click.echo(f"{total}{beside} ({library})", err=True)
    show_findings("Found in the library", findings)


@command.command("show")
@_pin
@_as_json
@_library
def show(pin: Pin, json_wanted: bool, library: Path) -> None:  # noqa: FBT001 (a flag of click)
    """Show what a standard says, and where each copy of it came from."""
    with Library(library) as shelves:
        edition, got = read_held(shelves, pin)
        copies = shelves.copies(edition)
        others = [e for e in shelves.editions(Pin(pin.reference)) if e != edition]
        plans = [
            plan
            for plan in shelves.plans(Pin(pin.reference))
            if edition in editions_of(shelves, plan)
        ]
    if json_wanted:
        show_json(
            {
                "schema": SCHEMA,
                "edition": as_json([edition])[0],
                "copies": as_json(copies),
                "others": as_json(others),
                "plans": as_json(plans),
                "record": as_json(got.records)[0],
                "findings": as_json(got.findings),
            }
        )
        return
    click.echo(_row(edition))
    for copy in copies:
        click.echo(f"  {_origin(copy)}")
    for plan in plans:
        click.echo(f"  {plan.label}: {_origin(plan.origin)}")
    for other in others:
        click.echo(f"  there is also {_row(other)}")
    for record in got.records:
        click.echo("\n".join(outline(record)))
    show_findings("Found while reading", got.findings)


@command.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@_as_json
@_library
def search_(
    words: tuple[str, ...],
    limit: int,
    json_wanted: bool,  # noqa: FBT001 (a flag of click)
    library: Path,
) -> None:
    """Find duties and KSBs by their wording, best first.

    Words in double quotes must stand together: '"risk assessment"'.
    """
    wanted = " ".join(words)
    if not any(character.isalnum() for character in wanted):
        raise click.UsageError(f"there is no word in {wanted[:80]!r} to search for")
    with Library(library) as shelves:
        found = search(shelves, wanted, limit=limit)
    if json_wanted:
        show_json({"schema": SCHEMA, **found.model_dump(mode="json")})
        return
    for hit in found.hits:
        click.echo(f"{_marked(hit)}\n    {_places(hit)}")
    if found.hits and not found.all_words:
        click.echo("no wording holds all the words; these hold some of them", err=True)
    click.echo(f"{len(found.hits)} of {many(found.total, 'wording')}", err=True)


def _many(
    _ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]
) -> list[Pin]:
    return [_pinned(_ctx, _param, each) for each in value]


_pins = click.argument(
    "pins", nargs=-1, callback=_many, metavar="[REF[@VERSION][#DIGEST]]…"
)


@command.command("check")
@_pins
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
    help="The day on which somebody would start; today without it.",
)
@click.option(
    "--plan",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="An assessment plan that is not in the library; without REF, of its standard.",
)
@_as_json
@_library
def check(
    pins: list[Pin],
    on: datetime | None,
    plan: Path | None,
    json_wanted: bool,  # noqa: FBT001 (a flag of click)
    library: Path,
) -> int:
    """Check standards by themselves: their versions, duties, KSBs, codes, wording.

    The assessment plans that the library holds are compared with them.  What a
    reader said when the file was read is not said again; show lists it.
    """
    named = plan_in(plan) if plan else None
    with Library(library) as shelves:
        return show_checked(shelves, pins, on, named, json_wanted=json_wanted)


@command.command("reread")
@_pins
@click.option("--write", is_flag=True, help="Keep what was read.")
@_as_json
@_library
def reread_(
    pins: list[Pin],
    write: bool,  # noqa: FBT001 (a flag of click)
    json_wanted: bool,  # noqa: FBT001 (a flag of click)
    library: Path,
) -> int:
    """Read the kept files again with the readers of today, and say what differs.

    The files stay as they are.  A programme that pins the text that was read before
    is told of the change when it is checked.
    """
    return show_reread(library, pins, write=write, json_wanted=json_wanted)


@command.command("remove")
@_pin
@click.option("--all", "every", is_flag=True, help="All versions that match.")
@_library
def remove(pin: Pin, every: bool, library: Path) -> int:  # noqa: FBT001 (a flag of click)
    """Take a version out of the library, or all versions of a standard.

    An assessment plan goes with the last text that it assesses.
    """
    with Library(library) as shelves:
        editions = shelves.editions(pin)
        named = shelves.plans(pin) if not editions else []
        if not named:
            shelves.one(pin)
        if len(editions) > 1 and not every:
            click.echo(
                f"curriculum: {pin} names {len(editions)} texts; "
                "name one of these, or say --all",
                err=True,
            )
            for edition in editions:
                click.echo(f"  {_short(edition)}", err=True)
            return Exit.CONFLICT
        before = shelves.plans(Pin(pin.reference))
        shelves.remove(editions, named)
        left = shelves.plans(Pin(pin.reference))
    for edition in editions:
        click.echo(f"removed {_row(edition)}")
    for plan in before:
        if plan not in left:
            click.echo(f"removed {_plan_row(plan)}")
    return Exit.FINE


@command.command("export")
@_pin
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="The file to write, or a folder; without it, standard output.",
)
@click.option("--plan", is_flag=True, help="The assessment plan, not the standard.")
@_library
def export(pin: Pin, out: Path | None, plan: bool, library: Path) -> None:  # noqa: FBT001 (a flag of click)
    """Write what was published, byte for byte.

    A standard that was added from a list is written without the rest of the list.
    """
    with Library(library) as shelves:
        if plan:
            copy = shelves.one_plan(pin).origin
        else:
            copy = shelves.copies(shelves.one(pin))[-1]
        data = shelves.raw(copy.digest)
    if out is None:
        sys.stdout.buffer.write(data)
        return
    target = out / Path(copy.file).name if out.is_dir() else out
    try:
        _write_new(target, data)
    except OSError as error:
        raise NotWrittenError(
            f"{target}: cannot be written ({error.strerror})"
        ) from None
    click.echo(target)


def _write_new(target: Path, data: bytes) -> None:
    """Write a file that is not there yet; an equal one is as good."""
    if target.exists():
        if target.read_bytes() == data:
            return
        raise NotWrittenError(f"{target}: is there already, and holds something else")
    half = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        half.write_bytes(data)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _tick(file: Path) -> Tick | None:
    """Counts the parts of a long list, on a terminal only."""
    if not sys.stderr.isatty():
        return None

    def tick(done: int, of: int) -> None:
        if of > 1 and (done % 25 == 0 or done == of):
            end = "\n" if done == of else ""
            click.echo(f"\r{file.name}: {done} of {of}{end}", err=True, nl=False)

    return tick


def _kind(added: Added) -> str:
    is_plan = isinstance(added.entry, PlanEntry)
    return "assessment plan" if is_plan else "standard"


def _line_of(added: Added) -> str:
    entry = added.entry
    version = entry.version or "without a version"
    of = "assessment plan of " if isinstance(entry, PlanEntry) else ""
    return f"{added.outcome}: {of}{entry.reference} {version} {entry.title}"


def _origin(copy: Copy) -> str:
    """Where a copy came from, and who read it."""
    place = f" {copy.place}" if copy.place.startswith("[") else ""
    address = f", from {copy.address}" if copy.address else ""
    return (
        f"{copy.file}{place} of {copy.fetched}{address}, read by "
        f"{copy.reader} {copy.reader_version}, sha256:{copy.digest}"
    )


def _plan_row(plan: Plan) -> str:
    version = f"@{plan.version}" if plan.version else ""
    return f"{plan.reference}{version} assessment plan: {plan.origin.file}"


def _row(edition: Edition) -> str:
    level = f", level {edition.level}" if edition.level else ""
    status = f", {edition.status}" if edition.status else ""
    starts = ""
    if edition.earliest_start or edition.latest_start:
        begins, ends = edition.earliest_start or "…", edition.latest_start or "…"
        starts = f", starts {begins} to {ends}"
    return f"{_short(edition)} {edition.title}{level}{status}{starts}"


def _short(edition: Edition) -> Pin:
    return Pin(edition.reference, edition.version, edition.digest[:_DIGITS])


def _marked(hit: Hit) -> str:
    """The wording with what was searched for marked: bold, or in brackets."""
    bold = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return "".join(_pieces(hit, bold=bold))


def _pieces(hit: Hit, *, bold: bool) -> Iterator[str]:
    at = 0
    for begin, end in hit.marks:
        yield hit.wording[at:begin]
        piece = hit.wording[begin:end]
        yield click.style(piece, bold=True) if bold else f"[{piece}]"
        at = end
    yield hit.wording[at:]


def _places(hit: Hit) -> str:
    """Where it stands, a standard at a time: "ST0787 K3 (1.0, 1.1) Title"."""
    versions: dict[tuple[str, str, str], list[str]] = {}
    for place in hit.places:
        where = versions.setdefault((place.reference, place.key, place.title), [])
        where.append(place.version)
    names = [
        f"{reference} {key}{_in(held)} {title}"
        for (reference, key, title), held in versions.items()
    ]
    more = f"; and {len(names) - _PLACES} more" if len(names) > _PLACES else ""
    return "; ".join(names[:_PLACES]) + more


def _in(versions: Iterable[str]) -> str:
    named = ", ".join(dict.fromkeys(version for version in versions if version))
    return f" ({named})" if named else ""
