"""``curriculum unit``: an apprenticeship unit out of a programme."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.cli._show import SCHEMA, loaded, show_json
from curriculum.crosswalk.sides import framed
from curriculum.crosswalk.units import (
    AUTHORITY,
    LEAST,
    MOST,
    Chosen,
    Mark,
    Part,
    Skipped,
    Unit,
    of_framework,
    of_items,
    skipped,
    unit,
)
from curriculum.facts import Facts, gather


@click.command("unit")
@click.argument("programme", type=click.Path(path_type=Path))
@click.argument("keys", nargs=-1, metavar="[KEY…]")
@click.option("--of", "ref", metavar="REF", help="A published unit, in place of KEYs.")
@click.option(
    "--framework", default="", metavar="ID", help="Whose KEYs, if not the standard's."
)
@click.option("--least", default=LEAST, show_default=True, type=click.FloatRange(0))
@click.option("--most", default=MOST, show_default=True, type=click.FloatRange(0))
@click.option("--proposals", is_flag=True, help="Take in what is only proposed.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    programme: Path,
    keys: tuple[str, ...],
    *,
    ref: str | None,
    framework: str,
    least: float,
    most: float,
    proposals: bool,
    as_json: bool,
) -> int:
    """Carve an apprenticeship unit out of PROGRAMME, and say what its holder may skip.

    The unit is given by KEYs of statements (K1 S5 …) or by --of: a shipped document, a
    standard of the library, a file, or a framework key of the programme.  The exit code
    is 1 if no unit of the right length teaches everything.
    """
    wanted = [key for word in keys for key in word.replace(",", " ").split()]
    if bool(wanted) == bool(ref):
        raise click.UsageError("name statements of the programme, or a unit by --of")
    if most < least:
        raise click.UsageError(f"--most {most:g} is less than --least {least:g}")
    facts = gather(loaded(programme))
    chosen = (
        of_framework(facts, framed(ref, facts.programme), proposals=proposals)
        if ref
        else of_items(facts.programme, wanted, framework)
    )
    made, holder = unit(facts, chosen, least, most), skipped(facts, chosen)
    if as_json:
        show_json({"schema": SCHEMA, **_data(made, holder, facts)})
    else:
        for line in _lines(made, holder, facts):
            click.echo(line)
    return Exit.FINE if made.fits else Exit.ERRORS


def _lines(made: Unit, holder: Skipped, facts: Facts) -> Iterator[str]:
    yield f"{made.chosen.title}: a unit out of {facts.programme.title}"
    yield _verdict(made)
    yield f"({AUTHORITY})"
    yield from _listed("Sessions of the unit", made.parts)
    if made.left_out:
        how = "" if made.proved else ", though no shorter choice was ruled out"
        yield (
            "\nLeft out, since together they would be too long; what is kept begins "
            f"with the shortest sessions that teach each statement{how}"
        )
        yield from map(_session, made.left_out)
    if made.hours < made.least and made.fillers:
        heading = "Sessions of the same modules that could fill it"
        yield from _listed(heading, made.fillers)
    yield from _not_carried(made.chosen)
    yield from _skipping(holder, facts)


def _verdict(made: Unit) -> str:
    said = f"{len(made.parts)} sessions of {made.hours:g} h"
    if made.untaught:
        said += f"; no session teaches {_keys(made.untaught)}"
    if not made.parts:
        return "Nothing of it is taught in this programme"
    if made.hours < made.least:
        return f"{said}: {made.least - made.hours:g} h short of {made.least:g} h"
    if made.hours > made.most:
        over = made.hours - made.most
        return f"{said}: to teach each statement takes {over:g} h over {made.most:g} h"
    return f"{said}: within {made.least:g} to {made.most:g} h"


def _listed(heading: str, parts: Iterable[Part]) -> Iterator[str]:
    parts = tuple(parts)
    if parts:
        hours = sum(part.session.hours for part in parts)
        yield f"\n{heading} ({len(parts)}, {hours:g} h)"
        yield from map(_session, parts)


def _session(part: Part) -> str:
    session = part.session
    beside = f"; also {_keys(part.beside)}" if part.beside else ""
    teaches = f" [{_keys(part.within)}{beside}]" if part.within else ""
    return f"  {session.key} {session.topic}, {session.hours:g} h{teaches}"


def _keys(marks: Iterable[Mark]) -> str:
    return ", ".join(key for _, key in marks)


def _not_carried(chosen: Chosen) -> Iterator[str]:
    for heading, some in (
        ("Statements of the unit that are carried in part", chosen.in_part),
        ("Statements of the unit of which nothing is confirmed", chosen.missing),
    ):
        if some:
            yield f"\n{heading} ({len(some)})"
            for one in some:
                by = f" ({one.held.value}: {_keys(one.by)})" if one.by else ""
                yield f"  {one.statement.key} {one.statement.wording}{by}"


def _skipping(holder: Skipped, facts: Facts) -> Iterator[str]:
    yield (
        f"\nA holder of the unit may skip {len(holder.whole)} sessions whole, "
        f"{holder.hours:g} h"
    )
    yield from map(_session, holder.whole)
    yield (
        f"and of {len(holder.partly)} sessions that teach something else too up to "
        f"{holder.hours_partly:.1f} h, by the share of their marks"
    )
    yield from map(_session, holder.partly)
    yield _rest(holder, facts)


def _rest(holder: Skipped, facts: Facts) -> str:
    planned = _off_the_job(facts)
    counted = sum(p.session.hours for p in holder.whole if p.session.off_the_job)
    said = (
        f"\nOf {planned:g} off-the-job hours planned {planned - counted:g} are left "
        "without the sessions skipped whole"
    )
    for framework in facts.programme.frameworks:
        if framework.minimum_hours:
            said += (
                f"; the published minimum for {framework.label} is "
                f"{framework.minimum_hours.figure:g}, less what prior learning "
                "takes off"
            )
    return said + ". Induction, reviews and assessment are skipped by nobody."


def _off_the_job(facts: Facts) -> float:
    held = facts.programme.sessions()
    return sum(session.hours for _, session in held if session.off_the_job)


def _data(made: Unit, holder: Skipped, facts: Facts) -> dict[str, object]:
    return {
        "programme": facts.programme.code,
        "unit": made.chosen.title,
        "fits": made.fits,
        "hours": made.hours,
        "least": made.least,
        "most": made.most,
        "authority": AUTHORITY,
        "proved": made.proved,
        "sessions": [_part(part) for part in made.parts],
        "left_out": [_part(part) for part in made.left_out],
        "could_fill": [_part(part) for part in made.fillers],
        "untaught": [{"framework": f, "item": key} for f, key in made.untaught],
        "not_carried": [
            {"key": c.statement.key, "held": c.held.value}
            for c in (*made.chosen.in_part, *made.chosen.missing)
        ],
        "holder": {
            "skips_whole": [_part(part) for part in holder.whole],
            "hours": holder.hours,
            "skips_in_part": [_part(part) for part in holder.partly],
            "hours_in_part": round(holder.hours_partly, 2),
        },
    }


def _part(part: Part) -> dict[str, object]:
    return {
        "module": part.module.key,
        "session": part.session.key,
        "topic": part.session.topic,
        "hours": part.session.hours,
        "within": [{"framework": f, "item": key} for f, key in part.within],
        "beside": [{"framework": f, "item": key} for f, key in part.beside],
    }
