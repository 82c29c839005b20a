"""COV401."""

from collections.abc import Iterable, Iterator

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding_items
from curriculum.checks._routes import assessing, gap_of
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.routes import Routes

TAUGHT, ASSESSED = "taught", "assessed in"


@rule("COV401", Severity.ERROR)
def route_misses_item(facts: Facts) -> Hits:
    """A learner may choose modules so that a KSB is never taught or assessed.

    ## What it checks
    Whatever optional modules a learner takes, every item that the policy asks to be
    taught or assessed is taught or assessed in one of them, or in a module that all
    take.  Every valid choice is decided, however many there are.  What nobody is
    taught or assessed in is left to COV101 and COV102.

    ## Why it matters
    A grid that counts all modules together looks complete, while some learners
    never meet what they are assessed in.

    ## What to do
    Teach or assess what is named in a module that all take, or in every module of
    the choice; or change what can be chosen.

    ## Authority
    The framework's policy, which holds for every learner.
    """
    routes = Routes.of(facts.programme)
    needs: dict[tuple[str, str], int] = {}
    for need, modules in _needs(facts) if routes.modules else ():
        mask = routes.mask(modules)
        if mask:
            needs[need] = mask
    for gap in routes.gaps(needs):
        parts = [
            f"never {how} {listed(names)}"
            for how in (TAUGHT, ASSESSED)
            if (names := [name for name, missed in gap.missing if missed == how])
        ]
        subject = gap_of(gap, facts.programme)
        yield subject, f"{gap.learner} is {' and '.join(parts)}"


def _needs(facts: Facts) -> Iterator[tuple[tuple[str, str], Iterable[str]]]:
    for framework, item, name in binding_items(facts.programme):
        if framework.policy.asks_teaching(item):
            yield (name, TAUGHT), facts.coverage.modules(framework.id, item.key)
        if framework.asks_assessment(item):
            yield (name, ASSESSED), assessing(facts, framework.id, item.key)
