"""SEQ203."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("SEQ203", Severity.ERROR)
def prerequisite_cycle(facts: Facts) -> Hits:
    """Modules build on one another in a circle.

    ## What it checks
    Whoever follows the prerequisites from module to module never comes back to
    where they set out.  A module that names itself is left to SEQ103.

    ## Why it matters
    No order of teaching satisfies a circle: the plan is impossible.

    ## What to do
    Take out the prerequisite in the path that is only helpful, not needed.

    ## Authority
    House rule.
    """
    programme = facts.programme
    for path in _circles({m.key: set(m.prerequisites) for m in programme.modules}):
        module = programme.module(path[0])
        if module is not None:
            yield module, f"the prerequisites form a circle: {' → '.join(path)}"


def _circles(needs: dict[str, set[str]]) -> Iterator[list[str]]:
    """One circle after another, each opened before the next is looked for."""
    order = {key: number for number, key in enumerate(needs)}
    left = {key: (n & needs.keys()) - {key} for key, n in needs.items()}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = list(reversed(error.args[1]))[:-1]
            start = min(range(len(circle)), key=lambda at: order[circle[at]])
            path = [*circle[start:], *circle[:start]]
            yield [*path, path[0]]
            left[path[-1]] = left[path[-1]] - {path[0]}
        else:
            return
