"""Statements under statements: without loops, and in the order of the tree."""

from collections import defaultdict
from collections.abc import Mapping

from curriculum.interchange.listing import Statement


def loops(parents: Mapping[str, str]) -> list[str]:
    """Of each loop of parents, one child that closes it."""
    closing: list[str] = []
    settled: set[str] = set()
    for start in parents:
        path: set[str] = set()
        child = start
        while child in parents and child not in settled and child not in path:
            path.add(child)
            child = parents[child]
        if child in path:
            closing.append(child)
        settled |= path
    return closing


def in_order(
    statements: Mapping[str, Statement], places: Mapping[str, int]
) -> tuple[Statement, ...]:
    """Each statement after its parent; siblings by their number, then as they came."""
    below: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements.values():
        below[statement.parent].append(statement)
    last = len(statements)
    for siblings in below.values():
        siblings.sort(key=lambda s: places.get(s.identifier, last))
        siblings.reverse()  # the first is taken first from the end of a list
    ordered: list[Statement] = []
    waiting = list(below[""])
    while waiting:
        statement = waiting.pop()
        ordered.append(statement)
        waiting += below[statement.identifier]
    return tuple(ordered)
