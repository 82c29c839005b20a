"""A crosswalk as lines of text and as JSON values."""

from collections.abc import Iterator

from curriculum.crosswalk.sides import Framed
from curriculum.crosswalk.table import Left, Row, State, Table

_HEADINGS = {
    State.CONFIRMED: "Confirmed",
    State.AGAIN: "To be read again: decided on another wording",
    State.PROPOSED: "Proposed, and confirmed by nobody",
    State.REJECTED: "Rejected",
}


def lines(table: Table, most: int | None = None) -> Iterator[str]:
    """The crosswalk as a person reads it; ``most`` rows of each state."""
    yield table.title
    yield from table.summary
    for state, heading in _HEADINGS.items():
        rows = table.of(state)
        if rows:
            yield f"\n{heading} ({len(rows)})"
            meaning = ""
            for row in rows[:most]:
                if state is State.PROPOSED and row.meaning != meaning:
                    meaning = row.meaning
                    yield f"  ({meaning})"
                yield from _row(row)
            if most is not None and len(rows) > most:
                yield f"  and {len(rows) - most} more; --all shows them"
    for side, facing, left in (
        (table.other, table.one, table.left_of_other),
        (table.one, table.other, table.left_of_one),
    ):
        yield from _left(side, facing, left)
    if table.faults:
        yield f"\nDecided on what is not there ({len(table.faults)})"
        yield from (f"  {fault}" for fault in table.faults)


def _row(row: Row) -> Iterator[str]:
    sure = "" if row.state is not State.PROPOSED else f"{row.confidence:.2f}  "
    yield f"  {sure}{row.key}  {row.sentence}"
    if row.words and row.state is State.PROPOSED:
        yield f"        words: {', '.join(row.words)}"
        yield f"        {row.one.key}: {row.one.wording}"
        yield f"        {row.other.key}: {row.other.wording}"
    if row.who:
        reason = f"{row.reason} " if row.reason else ""
        yield f"        {reason}({row.who}, {row.on})"


def _left(side: Framed, facing: Framed, left: tuple[Left, ...]) -> Iterator[str]:
    if left:
        yield (
            f"\n{side.label}: no statement of {facing.label} is confirmed for "
            f"these ({len(left)})"
        )
        for one in left:
            yield f"  {one.statement.key}: {one.statement.wording}"
            by = f" ({one.decided.who}, {one.decided.on})" if one.decided else ""
            yield f"        {one.sentence}{by}"


def as_data(table: Table) -> dict[str, object]:
    """The crosswalk as plain JSON values."""
    return {
        "one": _side(table.one),
        "other": _side(table.other),
        "summary": list(table.summary),
        "pairs": [_pair(row) for row in table.rows],
        "not_covered": [
            *(_uncovered(table.one, left) for left in table.left_of_one),
            *(_uncovered(table.other, left) for left in table.left_of_other),
        ],
        "faults": list(table.faults),
    }


def _side(side: Framed) -> dict[str, object]:
    edition = side.edition
    return {
        "reference": edition.reference,
        "version": edition.version,
        "title": edition.title,
        "statements": len(edition.items),
    }


def _pair(row: Row) -> dict[str, object]:
    return {
        "key": row.key,
        "one": row.one.key,
        "other": row.other.key,
        "relation": row.relation.value,
        "state": row.state.value,
        "confidence": None if row.confidence is None else round(row.confidence, 3),
        "meaning": row.meaning,
        "words": list(row.words),
        "one_wording": row.one.wording,
        "other_wording": row.other.wording,
        "reason": row.reason,
        "who": row.who,
        "on": row.on.isoformat() if row.on else None,
    }


def _uncovered(side: Framed, left: Left) -> dict[str, object]:
    return {
        "framework": side.edition.reference,
        "item": left.statement.key,
        "wording": left.statement.wording,
        "decided": left.decided is not None,
        "reason": left.sentence,
        "who": left.decided.who if left.decided else "",
        "on": left.decided.on.isoformat() if left.decided else None,
        "proposed": list(left.proposed),
    }
