"""``curriculum trace``: draw a sample of traces, from a programme or a review pack."""

from dataclasses import asdict
from pathlib import Path

import click

from curriculum.cli._show import SCHEMA, programme_argument, reviewed, show_json
from curriculum.tracing.drawing import USUAL_SIZE, Drawn, Stop, Trace, draw


@click.command("trace")
@programme_argument
@click.option(
    "--seed",
    metavar="TEXT",
    help="What the sample is drawn by: any number or word.  If not given, the one "
    "that the pack was drawn by.",
)
@click.option(
    "--size",
    type=click.IntRange(min=1),
    default=USUAL_SIZE,
    show_default=True,
    help="How many statements are drawn.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for machines.")
def command(programme: Path, seed: str | None, size: int, as_json: bool) -> None:  # noqa: FBT001 (a flag of click)
    """Draw statements and follow each to a session and an assessment.

    PROGRAMME is a programme or a review-pack.zip, which needs nothing else.  The same
    seed draws the same sample on every machine.
    """
    traces, own = _traces(programme)
    seed = (seed or "").strip() or own
    drawn = draw(traces, seed, size)
    if as_json:
        held = [asdict(one) for one in drawn]
        show_json({"schema": SCHEMA, "seed": seed, "of": len(traces), "drawn": held})
        return
    click.echo(f"seed {seed}: {len(drawn)} of {len(traces)} statements")
    for one in drawn:
        _show(one)


def _traces(path: Path) -> tuple[list[Trace], str]:
    """All that is drawn from, and the seed that it was drawn by."""
    if path.suffix.casefold() == ".zip":
        from curriculum.tracing.packs import traces_in  # noqa: PLC0415 (for packs only)

        return traces_in(path)
    from curriculum.writers._trace_rows import seed_of, traces  # noqa: PLC0415 (for programmes only)

    review = reviewed(path)
    return traces(review), seed_of(review)


def _show(one: Drawn) -> None:
    trace = one.trace
    click.echo(f"\n{trace.framework} {trace.item}  {trace.wording}")
    click.echo(f"  taught    {_found(one.session, 'in no session')}")
    click.echo(f"  assessed  {_found(one.assessment, 'by nothing')}")


def _found(stop: Stop | None, none: str) -> str:
    if stop is None:
        return none
    page = f", page {stop.page} of the PDF" if stop.page else ""
    return (
        f"{stop.key} {stop.title} ({stop.facts})\n"
        f"            {stop.document}, heading {stop.heading}, row {stop.row}{page}"
    )
