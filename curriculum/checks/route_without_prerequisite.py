"""SEQ402."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.routes import Routes


@rule("SEQ402", Severity.ERROR)
def route_without_prerequisite(facts: Facts) -> Hits:
    """A learner may take a module without another that it needs.

    ## What it checks
    No valid choice of optional modules holds a module, or leaves the modules that
    all take, without one of its prerequisites.

    ## Why it matters
    A choice that the plan allows must be one that a learner can follow.

    ## What to do
    Make the prerequisite a module that all take, or put the two into one choice
    with a module that needs neither.

    ## Authority
    House rule.
    """
    routes = Routes.of(facts.programme)
    bits = routes.bits
    for module in facts.programme.modules if bits else ():
        for key in dict.fromkeys(module.prerequisites):
            takes = bits.get(module.key, 0)
            if key not in bits or key == module.key:
                continue
            if routes.avoiding(bits[key], takes) is not None:
                what = "can take" if takes else "takes"
                message = f"a learner {what} {module.key} without {key}, which it needs"
                yield module, message
