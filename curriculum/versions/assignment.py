"""The pairing that makes the sum of scores greatest (Kuhn and Munkres)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

Pair = tuple[int, int]


def best_pairs(scores: Mapping[Pair, float]) -> list[Pair]:
    """Pairs (row, column), no row or column twice, whose scores sum up highest.

    Pairs that have no score are never made.
    """
    chosen = []
    for rows, columns in _parts(scores):
        if len(rows) > len(columns):
            turned = {(c, r): s for (r, c), s in scores.items()}
            found = [(r, c) for c, r in _solve(columns, rows, turned)]
        else:
            found = _solve(rows, columns, scores)
        chosen += [pair for pair in found if pair in scores]
    return chosen


def _parts(scores: Mapping[Pair, float]) -> Iterator[tuple[list[int], list[int]]]:
    """Rows and columns that are joined by scores: each part is solved alone."""
    of_row: defaultdict[int, list[int]] = defaultdict(list)
    of_column: defaultdict[int, list[int]] = defaultdict(list)
    for row, column in scores:
        of_row[row].append(column)
        of_column[column].append(row)
    waiting = set(of_row)
    while waiting:
        rows, columns, queue = set[int](), set[int](), [min(waiting)]
        while queue:
            row = queue.pop()
            if row not in rows:
                rows.add(row)
                columns.update(of_row[row])
                queue += [r for c in of_row[row] for r in of_column[c]]
        waiting -= rows
        yield sorted(rows), sorted(columns)


def _solve(
    rows: list[int], columns: list[int], scores: Mapping[Pair, float]
) -> list[Pair]:
    """Every row paired, by shortest augmenting paths; no more rows than columns."""
    costs = [[-scores.get((row, column), 0.0) for column in columns] for row in rows]
    row_price, column_price = [0.0] * (len(rows) + 1), [0.0] * (len(columns) + 1)
    owner = [0] * (len(columns) + 1)
    for number in range(1, len(rows) + 1):
        owner[0] = number
        _augment(costs, row_price, column_price, owner)
    return [
        (rows[owner[c] - 1], columns[c - 1])
        for c in range(1, len(columns) + 1)
        if owner[c]
    ]


def _augment(
    costs: list[list[float]],
    row_price: list[float],
    column_price: list[float],
    owner: list[int],
) -> None:
    """Find a place for the row that waits at column 0, moving others if need be."""
    size = len(owner)
    least, came_from, done = [float("inf")] * size, [0] * size, [False] * size
    column = 0
    while owner[column]:
        done[column] = True
        row, step, following = owner[column], float("inf"), 0
        for c in range(1, size):
            if done[c]:
                continue
            price = costs[row - 1][c - 1] - row_price[row] - column_price[c]
            if price < least[c]:
                least[c], came_from[c] = price, column
            if least[c] < step:
                step, following = least[c], c
        for c in range(size):
            if done[c]:
                row_price[owner[c]] += step
                column_price[c] -= step
            else:
                least[c] -= step
        column = following
    while column:
        owner[column] = owner[came_from[column]]
        column = came_from[column]
