"""COV205."""

from collections import defaultdict

from curriculum.checks import Hits, rule
from curriculum.checks._notions import item_names, module_marks
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Module


@rule("COV205", Severity.WARNING)
def identical_columns(facts: Facts, *, least_ksbs_per_module: int = 3) -> Hits:
    """Several modules teach exactly the same KSBs.

    ## What it checks
    No two modules that teach ``least_ksbs_per_module`` items or more teach the
    same ones.  Frameworks that only advise do not count.

    ## Why it matters
    Columns that are alike were copied, not thought through: two modules that
    differ in content differ in what they teach.

    ## What to do
    Look at the modules that are named, and keep the marks that each one teaches.

    ## Settings
    ``least_ksbs_per_module``: columns with fewer marks may well be alike (3).

    ## Authority
    House rule.
    """
    names, alike = (
        item_names(facts),
        defaultdict[frozenset[tuple[str, str]], list[Module]](list),
    )
    for module in facts.programme.modules:
        marks = module_marks(facts)[module.key]
        if len(marks) >= least_ksbs_per_module:
            alike[marks].append(module)
    for marks, modules in alike.items():
        if len(modules) > 1:
            keys = listed(module.key for module in modules)
            same = listed(name for mark, name in names.items() if mark in marks)
            yield modules[0], f"{keys} teach the same KSBs: {same}"
