"""What differs between a table as it was and as it is."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from curriculum.carried.shown import Block, Cell, Row, Table
from curriculum.verifying.aligning import rising, same_and_gaps
from curriculum.verifying.edits import (
    At,
    Edit,
    Kind,
    by_formula,
    cell_in_words,
    with_formula,
    worked_out,
)
from curriculum.verifying.labels import column_label, row_labels

_ALIKE = 0.34
"""Share of cells in common from which on a row is the same one, changed."""
_MOST_TRIED = 40_000
"""Pairs of rows up to which each is tried with each."""
_BETWEEN = " | "
_MOST_NAMED = 3
"""Rows or sheets that stand elsewhere of which the names are told."""


@dataclass(frozen=True, slots=True)
class Named:
    """A table with its place: the number of its part and of itself, and its name."""

    part: int
    number: int
    place: Callable[[str], str]
    """The place of a row of that label."""
    address: Callable[[int, int], str]
    """The address of a cell as it is, by row and column; empty in a text."""


def table_edits(old: Table, new: Table, named: Named) -> Iterator[Edit]:
    """Every edit of a table: its header, its columns, its rows, its cells."""
    old, new = _as_wide(old, new), _as_wide(new, old)
    columns = _columns(old[0], new[0])
    yield from _header_edits(old[0], new[0], columns, named)
    before = [_picked(row, [at for at, _ in columns]) for row in old]
    after = [_picked(row, [other for _, other in columns]) for row in new]
    pairs = dict(_row_pairs(before, after))
    labels, new_labels = row_labels(old), row_labels(new)
    for a in range(1, len(old)):
        b = pairs.get(a)
        if b is None:
            place, at = named.place(labels[a]), At(named.part, named.number, a)
            yield Edit(Kind.GONE, place, _told(old[a]), "", "row", at=at)
        elif before[a] != after[b]:
            yield from _cell_edits((old, a), (new, b), columns, named, labels[a])
    known = set(pairs.values())
    for b in range(1, len(new)):
        if b not in known:
            yield Edit(
                Kind.ADDED,
                named.place(new_labels[b]),
                "",
                _told(new[b]),
                "row",
                at=At(named.part, named.number),
                row=_as_in(len(old[0]), columns, new[b]),
                address=named.address(b, 0),
            )
    in_order = {a for a, _ in rising(sorted(pairs.items()))}
    moved = [labels[a] for a in sorted(pairs) if a not in in_order]
    if moved:
        place, now = named.place(""), elsewhere(moved)
        yield Edit(Kind.CHANGED, place, "as written", now, "order of rows")


def elsewhere(moved: Sequence[str]) -> str:
    """What stands elsewhere: the first few by name, and how many more."""
    told, rest = ", ".join(moved[:_MOST_NAMED]), len(moved) - _MOST_NAMED
    more = f" and {rest} more" if rest > 0 else ""
    stand = "stands" if len(moved) == 1 else "stand"
    return f"another, for {told}{more} {stand} elsewhere"


def _as_wide(table: Table, other: Table) -> Table:
    """A table with the empty columns that the other has at its end.

    So a remark beside a table is a cell that was empty, and no new column.
    """
    more = len(other[0]) - len(table[0])
    if more <= 0 or any(other[0][-more:]):
        return table
    return ((*table[0], *((),) * more), *table[1:])


def _told(row: Row) -> str:
    return _BETWEEN.join(cell_in_words(cell) for cell in row if cell)


def table_likeness(old: Block, new: Block) -> float:
    """How alike two tables are: the share of cells in common, and 1 for one header."""
    if isinstance(old, str) or isinstance(new, str):
        return 0.0
    first, second = _cells(old), _cells(new)
    share = len(first & second) / max(1, min(len(first), len(second)))
    return share + (old[0] == new[0])


def _cells(table: Table) -> set[tuple[str, ...]]:
    rows: Sequence[Row] = table[1:]
    return {cell for row in rows for cell in row if cell}


# Columns.


def _columns(old: Row, new: Row) -> list[tuple[int, int]]:
    """Which column is which: by heading, then by place where as many are renamed."""
    if len(old) == len(new):
        moved = [a for a, b in zip(old, new, strict=True) if a != b]
        if not any(cell in new for cell in moved):
            return [(n, n) for n in range(len(old))]
    pairs, gaps = same_and_gaps(old, new)
    for gap in gaps:
        if len(gap.old) == len(gap.new):
            pairs += zip(gap.old, gap.new, strict=True)
    return sorted(pairs)


def _header_edits(
    old: Row, new: Row, columns: Sequence[tuple[int, int]], named: Named
) -> Iterator[Edit]:
    place = named.place("")
    for a, b in columns:
        if old[a] != new[b]:
            was, now = cell_in_words(old[a]), cell_in_words(new[b])
            what, at = f"header of column {a + 1} changed", named.address(0, b)
            yield Edit(Kind.CHANGED, place, was, now, what, address=at)
    kept, held = {a for a, _ in columns}, {b for _, b in columns}
    for n, cell in enumerate(old):
        if n not in kept:
            yield Edit(Kind.GONE, place, cell_in_words(cell), "", f"column {n + 1}")
    for n, cell in enumerate(new):
        if n not in held:
            told, at = cell_in_words(cell), named.address(0, n)
            yield Edit(Kind.ADDED, place, "", told, f"column {n + 1}", address=at)


def _picked(row: Row, columns: Sequence[int]) -> Row:
    return tuple(row[n] if n < len(row) else () for n in columns)


def _as_in(width: int, columns: Sequence[tuple[int, int]], row: Row) -> Row:
    """A row of the new table in the columns of the old one."""
    places = dict(columns)
    return tuple(
        row[places[n]] if n in places and places[n] < len(row) else ()
        for n in range(width)
    )


# Rows.


def _row_pairs(old: Sequence[Row], new: Sequence[Row]) -> list[tuple[int, int]]:
    """Which row is which: the same ones, then those of one key, then those alike."""
    same, gaps = same_and_gaps(old[1:], new[1:])
    pairs = [(a + 1, b + 1) for a, b in same]
    left = [n + 1 for gap in gaps for n in gap.old]
    right = [n + 1 for gap in gaps for n in gap.new]
    for sign in (lambda row: row, _key):
        found = _by_sign(old, new, (left, right), sign)
        pairs += found
        used, taken = {a for a, _ in found}, {b for _, b in found}
        left = [a for a in left if a not in used]
        right = [b for b in right if b not in taken]
    free, open_ = set(left), set(right)
    for gap in gaps:
        old_rows = [n + 1 for n in gap.old if n + 1 in free]
        new_rows = [n + 1 for n in gap.new if n + 1 in open_]
        pairs += _alike(old, new, old_rows, new_rows)
    return pairs


def _key(row: Row) -> Row:
    """What names a row: its first cell."""
    return row[:1] if row and row[0] else ()


def _by_sign(
    old: Sequence[Row],
    new: Sequence[Row],
    rows: tuple[list[int], list[int]],
    sign: Callable[[Row], Row],
) -> list[tuple[int, int]]:
    """Rows whose sign stands once in either table."""
    told, again = (Counter(map(sign, table)) for table in (old, new))
    where = {sign(new[b]): b for b in rows[1] if again[sign(new[b])] == 1}
    found = ((a, where.get(sign(old[a]))) for a in rows[0] if told[sign(old[a])] == 1)
    return [(a, b) for a, b in found if b is not None and sign(old[a])]


def _alike(
    old: Sequence[Row], new: Sequence[Row], left: list[int], right: list[int]
) -> list[tuple[int, int]]:
    """Rows of a stretch that are the same row, changed."""
    if len(left) == len(right):
        pairs = list(zip(left, right, strict=True))
        if all(_likeness(old[a], new[b]) for a, b in pairs):
            return pairs
    if len(left) * len(right) > _MOST_TRIED:
        return list(zip(left, right, strict=False))
    tried = sorted(
        (-score, abs(a - b), a, b)
        for a in left
        for b in right
        if (score := _likeness(old[a], new[b])) >= _ALIKE
    )
    found: list[tuple[int, int]] = []
    used, taken = set[int](), set[int]()
    for _, _, a, b in tried:
        if a not in used and b not in taken:
            found.append((a, b))
            used.add(a)
            taken.add(b)
    return found


def _likeness(old: Row, new: Row) -> float:
    """How much two rows have in common, from 0 to 1; the first cell counts thrice."""
    total = same = 0
    for number, (a, b) in enumerate(zip_longest(old, new, fillvalue=())):
        weight = 3 if number == 0 else 1
        if a or b:
            total += weight
            same += weight * (a == b)
    return same / total if total else 1.0


# Cells.


def _cell_edits(
    old: tuple[Table, int],
    new: tuple[Table, int],
    columns: Sequence[tuple[int, int]],
    named: Named,
    label: str,
) -> Iterator[Edit]:
    (table, a), (other, b) = old, new
    for left, right in columns:
        was = table[a][left] if left < len(table[a]) else ()
        now = other[b][right] if right < len(other[b]) else ()
        if was == now:
            continue
        place = f"{named.place(label)}, {column_label(table[0], left)}"
        yield Edit(
            Kind.CHANGED,
            place,
            *_both(was, now),
            follows=_same_formula(was, now),
            at=At(named.part, named.number, a, left),
            cells=(was, now),
            address=named.address(b, right),
        )


def _both(was: Cell, now: Cell) -> tuple[str, str]:
    if _same_formula(was, now):
        return worked_out(was), worked_out(now)
    first, second = (
        with_formula(cell) if by_formula(cell) else cell_in_words(cell)
        for cell in (was, now)
    )
    return first, second


def _same_formula(was: Cell, now: Cell) -> bool:
    return by_formula(was) and by_formula(now) and was[1:] == now[1:]
