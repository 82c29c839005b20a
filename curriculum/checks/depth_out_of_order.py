"""SEQ102."""

from collections.abc import Iterable, Iterator

from curriculum.checks import Hits, rule
from curriculum.coverage import Teaching
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Depth

_AFTER = {
    Depth.DEVELOPED: (Depth.INTRODUCED, 1),
    Depth.MASTERED: (Depth.DEVELOPED, 2),
}
"""What must come before a depth, and its rank."""


@rule("SEQ102", Severity.WARNING)
def depth_out_of_order(facts: Facts) -> Hits:
    """A KSB is developed before it is introduced, or mastered before developed.

    ## What it checks
    In the order of teaching, the first graded mark of an item is "introduced",
    "mastered" comes after "developed", and nothing is introduced once it has been
    developed.  A plain "taught" counts as an introduction and is otherwise free.

    ## Why it matters
    Learning builds on what came before; a grid that masters first and introduces
    later shows that depth was marked without thought.

    ## What to do
    Correct the depth in the session that is named, or change the order.

    ## Authority
    The usual ladder of curriculum maps: introduced, developed, mastered
    (http://cte.tamu.edu/Faculty-Teaching-Resource/Program-ReDesign/Curriculum-Mapping).
    """
    for teaching in facts.coverage.taught.values():
        for teaches, fault in _out_of_order(teaching):
            key, depth = teaches.link.item, teaches.link.depth
            yield teaches.link, f"{key} is {depth} in {teaches.session.key} {fault}"


def _out_of_order(teaching: Iterable[Teaching]) -> Iterator[tuple[Teaching, str]]:
    reached, developed_in = 0, ""
    for teaches in teaching:
        depth = teaches.link.depth or Depth.TAUGHT
        before, needed = _AFTER.get(depth, (depth, 0))
        if reached < needed:
            yield teaches, f"before it is {before}"
        elif depth is Depth.INTRODUCED and developed_in:
            yield teaches, f"after it was developed in {developed_in}"
        reached = max(reached, depth.rank, 1)
        if reached > 1:
            developed_in = developed_in or teaches.session.key
