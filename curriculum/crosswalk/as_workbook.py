"""A crosswalk as a workbook: one sheet for each thing that a reader asks."""

from collections.abc import Iterator
from pathlib import Path

from curriculum.crosswalk.sides import Framed
from curriculum.crosswalk.table import Left, Row, State, Table
from curriculum.writers._sheets import Cell, Column, Jump, Kind, Names, Sheet
from curriculum.writers._words import NONE, or_none
from curriculum.writers._workbook import Properties, write_workbook

_READING = (
    ("same", "Both say the same"),
    ("broader", "The left one holds all of the right one, and more"),
    ("narrower", "The left one is a part or a special case of the right one"),
    ("overlapping", "They share something, and each has something of its own"),
    ("none", "Somebody read the pair, and neither says anything of the other"),
    (
        "Confidence",
        "The weight of the shared words in the statement that has more of them, 0 to 1",
    ),
)


def write(table: Table, path: Path) -> None:
    """Write the workbook."""
    told = Properties(
        title=f"Crosswalk: {table.title}",
        subject=table.title,
        author="curriculum",
        company="",
        issued=None,
    )
    write_workbook(path, sheets(table), told)


def sheets(table: Table) -> tuple[Sheet, ...]:
    """Its sheets as plain cells."""
    names = Names()
    first = names.sheet("How to read this")
    body = [
        _pairs(table, State.CONFIRMED, names.sheet("Confirmed"), "Confirmed pairs"),
        _pairs(table, State.PROPOSED, names.sheet("Proposed"), "Proposals"),
        _not_covered(table.other, table.one, table.left_of_other, names),
        _not_covered(table.one, table.other, table.left_of_one, names),
        _pairs(table, State.REJECTED, names.sheet("Rejected"), "Rejected pairs"),
    ]
    if table.of(State.AGAIN):
        name = names.sheet("To be read again")
        body.insert(0, _pairs(table, State.AGAIN, name, "Decided on another wording"))
    return (_guide(table, body, first), *body)


def _guide(table: Table, body: list[Sheet], name: str) -> Sheet:
    rows: list[tuple[Cell, ...]] = [
        *(("Summary", NONE, line) for line in table.summary),
        *(("Relation", word, text) for word, text in _READING),
        *(("Sheet", Jump(sheet.name), sheet.title) for sheet in body),
        *(("Fault", NONE, fault) for fault in table.faults),
    ]
    return Sheet(
        name,
        f"Crosswalk: {table.title}",
        "What was confirmed by a person is a fact; what is proposed is none.",
        (
            Column("About", Kind.SHORT, 14),
            Column("Sign or name", Kind.KEY, 30),
            Column("Meaning", Kind.TEXT, 100),
        ),
        rows,
        filters=False,
    )


def _pairs(table: Table, state: State, name: str, title: str) -> Sheet:
    proposed = state is State.PROPOSED
    tail = (
        (
            Column("Confidence", Kind.HOURS, 11),
            Column("Shared words", Kind.TEXT, 30),
            Column("What that level means", Kind.TEXT, 34),
        )
        if proposed
        else (
            Column("Reason", Kind.TEXT, 42),
            Column("By whom", Kind.SHORT, 14),
            Column("When", Kind.DATE, 15),
        )
    )
    return Sheet(
        name,
        f"{title}: {table.title}",
        "Nobody has confirmed these; the words of both sides carry them."
        if proposed
        else "What a person decided after reading both statements.",
        (
            Column(table.one.label, Kind.KEY, 10),
            Column("Its wording", Kind.TEXT, 36),
            Column("Relation", Kind.SHORT, 13),
            Column(table.other.label, Kind.KEY, 20),
            Column("Its wording", Kind.TEXT, 26),
            *tail,
        ),
        [(*_both(row), *_tail(row, proposed=proposed)) for row in table.of(state)]
        or [("None", *[NONE] * 7)],
    )


def _both(row: Row) -> Iterator[Cell]:
    yield from (row.one.key, or_none(row.one.wording), row.relation.value)
    yield from (row.other.key, or_none(row.other.wording))


def _tail(row: Row, *, proposed: bool) -> tuple[Cell, ...]:
    if proposed:
        sure = round(row.confidence or 0.0, 2)
        return sure, or_none(", ".join(row.words)), or_none(row.meaning)
    return or_none(row.reason), or_none(row.who), row.on or NONE


def _not_covered(
    side: Framed, facing: Framed, left: tuple[Left, ...], names: Names
) -> Sheet:
    return Sheet(
        names.sheet(f"{side.edition.reference} not covered"),
        f"{side.told}: with nothing confirmed in {facing.label}",
        "A statement for which no pair is confirmed, and why, where a person said so.",
        (
            Column("Statement", Kind.KEY, 24),
            Column("Kind", Kind.SHORT, 18),
            Column("Wording", Kind.TEXT, 60),
            Column("What is known", Kind.TEXT, 60),
            Column("By whom", Kind.SHORT, 18),
        ),
        [
            (
                one.statement.key,
                or_none(one.statement.group),
                or_none(one.statement.wording),
                or_none(one.sentence),
                or_none(one.decided.who if one.decided else ""),
            )
            for one in left
        ]
        or [("None", *[NONE] * 4)],
    )
