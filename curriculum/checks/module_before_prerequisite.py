"""SEQ103."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import closest
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("SEQ103", Severity.ERROR)
def module_before_prerequisite(facts: Facts) -> Hits:
    """A module is taught before a module that it builds on.

    ## What it checks
    Every prerequisite of a module is a module of the programme that comes earlier
    in the order of teaching.  Two modules that need each other are found as well.

    ## Why it matters
    The plan cannot be followed: learners lack what the module takes for granted.

    ## What to do
    Change the order of the modules, or take out the prerequisite.

    ## Authority
    House rule.
    """
    order = {module.key: n for n, module in enumerate(facts.programme.modules)}
    for module in facts.programme.modules:
        for needed in module.prerequisites:
            if needed not in order:
                near = closest(needed, (key for key in order if key != module.key))
                yield (
                    module,
                    f"{module.key} builds on {needed}, which is not a module{near}",
                )
            elif needed == module.key:
                yield module, f"{module.key} builds on itself"
            elif order[needed] > order[module.key]:
                yield (
                    module,
                    f"{module.key} builds on {needed}, which is taught after it",
                )
