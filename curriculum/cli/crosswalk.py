"""``curriculum crosswalk``: how the statements of two frameworks stand."""

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict, Unpack

import click

from curriculum.cli._crosswalks import FORMS, content, decided, form_of, two_sides
from curriculum.cli._show import SCHEMA, show_json
from curriculum.crosswalk import deciding
from curriculum.crosswalk.as_text import as_data, lines
from curriculum.crosswalk.deciding import Decision, Said
from curriculum.crosswalk.proposing import AT_LEAST
from curriculum.crosswalk.table import Table, table
from curriculum.errors import NotWrittenError
from curriculum.model import Relation
from curriculum.writers._files import settle

_MOST_SHOWN = 20
_RELATIONS = [r.value for r in Relation if r is not Relation.NONE]


class _Chosen(TypedDict):
    programme: Path | None
    kept: Path | None
    at_least: float
    confirm: tuple[str, ...]
    reject: tuple[str, ...]
    uncovered: tuple[str, ...]
    relation: str | None
    reason: str
    who: str
    writes: bool
    form: str | None
    out: Path | None
    every: bool


@click.command("crosswalk")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option(
    "--programme",
    type=click.Path(path_type=Path),
    help="A programme: A and B may be its framework keys, and it keeps the crosswalk.",
)
@click.option(
    "--kept",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file that keeps what is decided, if it is no programme's.",
)
@click.option(
    "--at-least",
    default=AT_LEAST,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="Propose nothing that is less sure.",
)
@click.option(
    "--confirm", multiple=True, metavar="PAIR",
    help="Confirm a pair: K5=S3, or several: K5=S3,K6=S4.",
)  # fmt: skip
@click.option("--reject", multiple=True, metavar="PAIR", help="Reject a pair.")
@click.option(
    "--uncovered", multiple=True, metavar="KEY",
    help="Record that nothing covers a statement: K16, or ST0128:K16.",
)  # fmt: skip
@click.option(
    "--relation",
    type=click.Choice(_RELATIONS),
    help="How A's statement stands to B's, where it is not as proposed.",
)
@click.option("--reason", default="", help="Why, in a sentence.")
@click.option("--who", default="", metavar="NAME", help="Who decides.")
@click.option("--write", "writes", is_flag=True, help="Keep it, not only show it.")
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), help="text, unless FILE says another."
)
@click.option(
    "-o", "--out", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help="Write the crosswalk to FILE: .xlsx, .html, .json, or with --format case.",
)  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Show every one, not the first 20.")
def command(one: str, other: str, **chosen: Unpack[_Chosen]) -> None:
    """Set the statements of A and B side by side; propose what corresponds.

    A and B are shipped documents such as ST0128, standards of the library, files of
    any kind that can be read, or framework keys of a programme.
    """
    sides = two_sides(one, other, chosen["programme"])
    folder = chosen["programme"] or Path()
    folder = folder.parent if folder.is_file() else folder
    path = chosen["kept"] or deciding.kept_at(folder, *sides)
    walks = decided(chosen["programme"], path)
    held = table(*sides, walks, chosen["at_least"])
    if chosen["confirm"] or chosen["reject"] or chosen["uncovered"]:
        every = table(*sides, walks, 0.0)
        _decide(every, path, chosen)
        return
    _show(held, chosen)


def _decide(held: Table, path: Path, chosen: _Chosen) -> None:
    if not chosen["who"].strip():
        raise click.UsageError("say who decides: --who NAME")
    relation = chosen["relation"]
    said = Said(
        chosen["who"].strip(),
        _today(),
        chosen["reason"].strip(),
        Relation(relation) if relation else None,
    )
    decisions = [
        *deciding.confirm(held, _keys(chosen["confirm"]), said),
        *deciding.reject(held, _keys(chosen["reject"]), said),
        *deciding.leave(held, _keys(chosen["uncovered"]), said),
    ]
    text = deciding.written(path, held, decisions)
    for decision in decisions:
        click.echo(_line(decision, said))
    if not chosen["writes"]:
        click.echo(f"\n{len(decisions)} to keep; --write keeps them", err=True)
        return
    deciding.write(path, text)
    click.echo(path)


def _line(decision: Decision, said: Said) -> str:
    return f"  {decision.sentence} ({said.who}, {said.on})"


def _keys(words: tuple[str, ...]) -> list[str]:
    return [key for word in words for key in word.replace(",", " ").split()]


def _show(held: Table, chosen: _Chosen) -> None:
    form, out = form_of(chosen["form"], chosen["out"]), chosen["out"]
    if out is not None:
        _write(held, form, out)
    elif form == "xlsx":
        raise click.UsageError("a workbook needs a file: -o crosswalk.xlsx")
    elif form == "text":
        for line in lines(held, None if chosen["every"] else _MOST_SHOWN):
            click.echo(line)
    elif form == "json":
        show_json({"schema": SCHEMA, **as_data(held)})
    else:
        click.echo(content(held, form).decode(), nl=False)


def _write(held: Table, form: str, out: Path) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".writing-", dir=out.parent) as work:
            made = Path(work) / out.name
            made.write_bytes(content(held, form))
            place, remark = settle(made, out)
    except OSError as error:
        raise NotWrittenError(f"{out}: cannot be written ({error.strerror})") from error
    click.echo(place)
    if remark:
        click.echo(remark, err=True)


def _today() -> date:
    return datetime.now(UTC).date()
