"""SEQ401."""

from collections import defaultdict

from curriculum.checks import Hits, rule
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Assessment, Link, Purpose
from curriculum.routes import Routes


@rule("SEQ401", Severity.ERROR)
def route_assessed_before_taught(facts: Facts) -> Hits:
    """A learner may choose modules so that a KSB counts before it is taught.

    ## What it checks
    Whatever optional modules a learner takes, each KSB of a summative assessment is
    taught in one of them, or in a module that all take, before the day of hand-in.
    What is assessed too early whatever is chosen is left to SEQ101, and what is not
    taught at all to COV401.

    ## Why it matters
    The order of the whole plan may be sound while the order that one learner meets
    is not.

    ## What to do
    Teach it early in a module that all take, or move the assessment.

    ## Authority
    House rule; that assessment follows teaching is common practice.
    """
    routes = Routes.of(facts.programme)
    if not routes.modules:
        return
    for assessment in facts.programme.assessments:
        if assessment.purpose is not Purpose.SUMMATIVE or assessment.hand_in is None:
            continue
        late: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for link in assessment.assesses:
            avoided = _avoided(facts, routes, assessment, link)
            if avoided:
                late[avoided].append(link.item)
        for modules, items in late.items():
            it = "it is" if len(items) == 1 else "they are"
            yield (
                assessment,
                (
                    f"a learner who leaves out {listed(modules)} is assessed in "
                    f"{listed(items)} in {assessment.key} on {assessment.hand_in}, "
                    f"before {it} taught"
                ),
            )


def _avoided(
    facts: Facts, routes: Routes, assessment: Assessment, link: Link
) -> tuple[str, ...]:
    """The modules without which a learner is taught too late; empty if nobody is."""
    early: dict[str, None] = {}
    late: dict[str, None] = {}
    for one in facts.coverage.teaching(link.framework, link.item):
        if one.placement is not None and assessment.hand_in is not None:
            is_early = one.placement.starts < assessment.hand_in
            (early if is_early else late)[one.module.key] = None
    avoid = routes.mask(early)
    if not avoid or not late:
        return ()
    takes = routes.bits.get(assessment.module, 0)
    for key in late:
        if routes.avoiding(avoid, takes | routes.bits.get(key, 0)) is not None:
            return tuple(early)
    return ()
