"""A difference as a workbook: the verdict first, then statements to sort and filter."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from curriculum.versions.difference import Difference
from curriculum.versions.grades import AUTHORITY, proposal
from curriculum.versions.impact import Impact, verdict
from curriculum.versions.report import grade_line, remark, title
from curriculum.versions.rows import Row, rows
from curriculum.versions.wording import Piece
from curriculum.writers._sheets import Cell, Column, Jump, Kind, Marked, Sheet
from curriculum.writers._workbook import Properties, write_workbook

_SIGNS = "What was taken out stands as [-old-], what was put in as {+new+}."


def write_sheets(difference: Difference, impacts: Sequence[Impact], path: Path) -> None:
    """Write the report as a workbook; the same difference gives the same bytes."""
    about = Properties(
        title=f"What changed: {title(difference)}",
        subject=title(difference),
        author="curriculum",
        company="",
        issued=None,
    )
    write_workbook(path, sheets(difference, impacts), about)


def sheets(difference: Difference, impacts: Sequence[Impact] = ()) -> tuple[Sheet, ...]:
    """The workbook's sheets as plain cells, in their order."""
    held = [_statements(difference, "Statements")]
    if difference.links:
        held.append(_links(difference, "Duties"))
    if difference.facts:
        held.append(_facts(difference, "The whole"))
    if impacts:
        held.append(_impacts(impacts, "Affected"))
    return (_verdict(difference, impacts, held), *held)


def _verdict(
    difference: Difference, impacts: Sequence[Impact], others: Sequence[Sheet]
) -> Sheet:
    """What was found, and then which sheet holds what."""
    said = [("Verdict", line) for line in verdict(difference, impacts).splitlines()]
    said += [("Remark", remark(i)) for i in impacts if not i.same_edition]
    said.append(("Proposed grade", grade_line(difference)))
    said += [("Reason", reason) for reason in proposal(difference).reasons]
    said.append(("Grades", f"A proposal by house rule, in the words of {AUTHORITY}"))
    rows: list[tuple[Cell, ...]] = [*said]
    rows += [(Jump(sheet.name), sheet.explanation) for sheet in others]
    return Sheet(
        "Summary",
        f"What changed: {title(difference)}",
        f"The verdict first, and then what each sheet holds. {_SIGNS}",
        (Column("About", Kind.KEY, 18), Column("What was found", Kind.TEXT, 110)),
        rows,
    )


def _statements(difference: Difference, name: str) -> Sheet:
    return Sheet(
        name,
        "Every statement",
        f"One statement a row, KSBs first, with what became of it. {_SIGNS}",
        (
            Column("Code before", Kind.KEY, 12),
            Column("Code now", Kind.KEY, 12),
            Column("What", Kind.SHORT, 8),
            Column("What became of it", Kind.SHORT, 22),
            Column("Wording", Kind.TEXT, 90),
            Column("How sure", Kind.SHORT, 10),
            Column("Score", Kind.HOURS, 8),
            Column("Why", Kind.TEXT, 40),
            Column("Proposed grade", Kind.SHORT, 14),
        ),
        [_statement(row) for row in rows(difference)],
        frozen_columns=2,
    )


def _statement(row: Row) -> tuple[str | float | Marked, ...]:
    return (
        " + ".join(row.old) or "None",
        " + ".join(row.new) or "None",
        row.what,
        row.label,
        _wording(row.pieces),
        row.certainty,
        round(row.score, 2),
        row.why,
        row.grade.value,
    )


def _wording(pieces: Sequence[Piece]) -> Marked:
    return Marked.of((piece.what, str(piece)) for piece in pieces)


def _links(difference: Difference, name: str) -> Sheet:
    return Sheet(
        name,
        "Duties that rest on other KSBs",
        "One duty a row, with the KSBs that it names now and did not, or did and "
        "does not any more.",
        (
            Column("Duty", Kind.KEY, 12),
            Column("Rests on now", Kind.TEXT, 50),
            Column("Rests on no longer (old code)", Kind.TEXT, 50),
        ),
        [
            (
                _keys(d.key for d in link.duty.new),
                _keys(link.added),
                _keys(link.removed),
            )
            for link in difference.links
        ],
    )


def _facts(difference: Difference, name: str) -> Sheet:
    return Sheet(
        name,
        "The standard as a whole",
        "One fact a row that both versions print, and print otherwise.",
        (
            Column("Fact", Kind.KEY, 30),
            Column("Was", Kind.TEXT, 50),
            Column("Is", Kind.TEXT, 50),
        ),
        [(fact.name, fact.old, fact.new) for fact in difference.facts],
    )


def _impacts(impacts: Sequence[Impact], name: str) -> Sheet:
    kinds = ("items", "modules", "sessions", "assessments", "documents")
    return Sheet(
        name,
        "What rests on what changed",
        "One programme and kind of thing a row: somebody has to look at these again.",
        (
            Column("Programme", Kind.KEY, 20),
            Column("Kind", Kind.SHORT, 16),
            Column("How many", Kind.COUNT, 10),
            Column("Which", Kind.TEXT, 90),
        ),
        [
            (i.programme, kind.capitalize(), len(held), _keys(held))
            for i in impacts
            for kind in kinds
            for held in [getattr(i, kind)]
        ],
    )


def _keys(keys: Iterable[str]) -> str:
    return ", ".join(keys) or "None"
