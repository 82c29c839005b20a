"""SEQ202."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import taught_items
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Depth


@rule("SEQ202", Severity.WARNING)
def incomplete_ladder(facts: Facts) -> Hits:
    """A KSB is introduced and never taken further.

    ## What it checks
    An item with a mark "introduced" has a mark "developed" or "mastered" as well,
    in a programme that grades some other item so far.  What is mastered without
    being introduced is left to SEQ102, and what is taught once to COV103.

    ## Why it matters
    Learners have met the KSB, and nobody has helped them to use it.

    ## What to do
    Take the KSB further in a later session and mark the depth there.

    ## Authority
    The usual ladder of curriculum maps: introduced, developed, mastered
    (http://cte.tamu.edu/Faculty-Teaching-Resource/Program-ReDesign/Curriculum-Mapping).
    """
    taught = taught_items(facts)
    depths = [{t.link.depth for t in one.teaching} for one in taught]
    further = {Depth.DEVELOPED, Depth.MASTERED}
    if not any(marks & further for marks in depths):
        return
    for one, marks in zip(taught, depths, strict=True):
        if Depth.INTRODUCED in marks and not marks & further and len(one.teaching) > 1:
            where = listed(t.session.key for t in one.teaching)
            yield one.item, f"{one.name} is introduced in {where} and goes no further"
