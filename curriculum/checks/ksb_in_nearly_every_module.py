"""COV109."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding_items
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV109", Severity.WARNING)
def ksb_in_nearly_every_module(
    facts: Facts, *, most_modules_percent: float = 80, least_modules: int = 5
) -> Hits:
    """A KSB is marked in nearly every module.

    ## What it checks
    No item is taught in more than ``most_modules_percent`` of the modules.
    Programmes of fewer than ``least_modules`` modules are not judged.

    ## Why it matters
    A KSB that is everywhere is credible nowhere, and in e-portfolios that want
    every mapped activity done it is the last to be complete.

    ## What to do
    Keep the marks where the KSB is truly taught and take the others out.  If it
    does run through the whole programme, record a waiver that says how.

    ## Settings
    ``most_modules_percent``: the greatest share of modules, in percent (80).
    ``least_modules``: the number of modules from which programmes are judged (5).

    ## Authority
    House rule for the figures; that over-mapping does harm is said by
    https://support.bud.co.uk/hc/en-gb/articles/360002383218.
    """
    modules = {module.key for module in facts.programme.modules if module.sessions}
    if len(modules) < least_modules:
        return
    for framework, item, name in binding_items(facts.programme):
        taught = len(facts.coverage.modules(framework.id, item.key))
        if taught * 100 > most_modules_percent * len(modules):
            yield (
                item,
                (
                    f"{name} is taught in {taught} of {len(modules)} modules, "
                    f"more than {most_modules_percent:g} %"
                ),
            )
