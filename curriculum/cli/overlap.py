"""``curriculum overlap``: what a programme already covers of other standards."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from curriculum.cli._show import SCHEMA, loaded, show_json
from curriculum.crosswalk.covers import Cover
from curriculum.crosswalk.overlap import Carried, Held, Infill, Overlap, Plan, plan
from curriculum.crosswalk.proposing import SURE
from curriculum.crosswalk.sides import framed
from curriculum.facts import gather

CARRIES = (
    "A module carries a statement if one of its sessions teaches what corresponds to "
    "it, however far; what is proposed counts as nothing until a person confirms it "
    "(curriculum crosswalk)."
)
_TOLD = (Held.TAUGHT, Held.WHOLE, Held.PART, Held.MAYBE_WHOLE, Held.MAYBE_PART)


@click.command("overlap")
@click.argument("programme", type=click.Path(path_type=Path))
@click.argument("refs", nargs=-1, required=True, metavar="REF…")
@click.option(
    "--at-least",
    default=SURE,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="Take no proposal that is less sure.",
)
@click.option("--all", "every", is_flag=True, help="List every statement.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    programme: Path,
    refs: tuple[str, ...],
    *,
    at_least: float,
    every: bool,
    as_json: bool,
) -> None:
    """Show what PROGRAMME already covers of other standards, and what they still need.

    A REF is a shipped document, a standard of the library, a file, or a framework key
    of the programme.  What a confirmed crosswalk carries and what is only proposed
    stand apart.
    """
    held = loaded(programme)
    targets = [framed(ref, held) for ref in refs]
    made = plan(gather(held), targets, at_least)
    if as_json:
        show_json({"schema": SCHEMA, **_data(made)})
        return
    for line in _lines(made, every=every):
        click.echo(line)


def _lines(made: Plan, *, every: bool) -> Iterator[str]:
    yield f"{made.programme.title} ({made.programme.code}) beside other standards"
    for overlap in made.overlaps:
        yield from _of_one(made, overlap, every=every)
    if len(made.overlaps) > 1:
        yield "\nOne plan for all of them"
        yield from _sets(made, made.overlaps)
    yield f"\n{made.estimate.basis}."
    yield CARRIES


def _of_one(made: Plan, overlap: Overlap, *, every: bool) -> Iterator[str]:
    count = len(overlap.statements)
    yield f"\n{overlap.target.told} ({count} statements)"
    for held in (*_TOLD, Held.NOT):
        some = overlap.of(held)
        if some or held is Held.NOT:
            yield f"  {held.value}: {len(some)} of {count}"
            if every or held not in {Held.TAUGHT, Held.NOT}:
                yield from map(_carried, some)
    yield from _sets(made, [overlap])
    yield f"  infill by what is confirmed: {_infill(made.infill(overlap))}"
    if overlap.proposals:
        fewer = _infill(made.infill(overlap, proposals=True))
        yield f"  infill if every proposal is confirmed: {fewer}"
    yield from _published(overlap)


def _carried(carried: Carried) -> str:
    by = ", ".join(key for _, key in carried.by)
    where = f"by {by} in {', '.join(carried.modules)}" if by else ""
    words = f" (words: {', '.join(carried.words)})" if not carried.held.is_fact else ""
    said = f": {carried.statement.wording}"
    return f"    {carried.statement.key} {where}{words if carried.words else ''}{said}"


def _sets(made: Plan, overlaps: Sequence[Overlap]) -> Iterator[str]:
    yield f"  modules that carry what is confirmed: {_set(made.smallest(overlaps))}"
    if any(overlap.proposals for overlap in overlaps):
        both = made.smallest(overlaps, proposals=True)
        yield f"  modules that carry what is proposed too: {_set(both)}"


def _set(cover: Cover[str]) -> str:
    if not cover.chosen:
        return "none, for nothing is carried"
    count, hours = len(cover.chosen), cover.cost[1]
    proved = (
        "no smaller set exists, and none of as many modules is shorter"
        if cover.proved
        else "the search was broken off, so a smaller set may exist"
    )
    plural = "" if count == 1 else "s"
    names = ", ".join(cover.chosen)
    return f"{names} ({count} module{plural}, {hours:g} h; {proved})"


def _infill(infill: Infill) -> str:
    return (
        f"{len(infill.new)} statements anew and {len(infill.in_part)} in part, "
        f"about {infill.hours:.0f} h"
    )


def _published(overlap: Overlap) -> Iterator[str]:
    for name, value in overlap.target.edition.facts:
        if name == "minimum off-the-job hours":
            yield f"  its published minimum: {value} off-the-job hours"


def _data(made: Plan) -> dict[str, object]:
    return {
        "programme": made.programme.code,
        "basis": made.estimate.basis,
        "carries": CARRIES,
        "hours_for_a_statement": {
            kind: round(hours, 2) for kind, hours in made.estimate.hours.items()
        },
        "standards": [_standard(made, overlap) for overlap in made.overlaps],
        "together": _covers(made, made.overlaps),
    }


def _standard(made: Plan, overlap: Overlap) -> dict[str, object]:
    return {
        "reference": overlap.target.edition.reference,
        "version": overlap.target.edition.version,
        "title": overlap.target.edition.title,
        "counts": {held.value: len(overlap.of(held)) for held in Held},
        "statements": list(_statements(overlap.statements)),
        **_covers(made, [overlap]),
        "infill": _gap(made.infill(overlap)),
        "infill_if_proposals_hold": _gap(made.infill(overlap, proposals=True)),
    }


def _statements(some: Iterable[Carried]) -> Iterator[dict[str, object]]:
    for carried in some:
        yield {
            "key": carried.statement.key,
            "wording": carried.statement.wording,
            "held": carried.held.value,
            "by": [{"framework": f, "item": key} for f, key in carried.by],
            "modules": list(carried.modules),
            "words": list(carried.words),
        }


def _covers(made: Plan, overlaps: Sequence[Overlap]) -> dict[str, object]:
    return {
        "smallest_set": _cover(made.smallest(overlaps)),
        "smallest_set_with_proposals": _cover(made.smallest(overlaps, proposals=True)),
    }


def _cover(cover: Cover[str]) -> dict[str, object]:
    hours = cover.cost[1] if cover.chosen else 0.0
    return {"modules": list(cover.chosen), "hours": hours, "proved": cover.proved}


def _gap(infill: Infill) -> dict[str, object]:
    return {
        "new": [statement.key for statement in infill.new],
        "in_part": [statement.key for statement in infill.in_part],
        "hours": round(infill.hours, 1),
    }
