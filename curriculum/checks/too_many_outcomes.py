"""DOC202."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import figure
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("DOC202", Severity.WARNING)
def too_many_outcomes(facts: Facts, *, most_outcomes_per_module: int = 6) -> Hits:
    """A module has more learning outcomes than can be kept in view.

    ## What it checks
    No module has more than ``most_outcomes_per_module`` learning outcomes.

    ## Why it matters
    Long lists are not taught to and cannot all be assessed.

    ## What to do
    Join outcomes that are steps of one, or split the module.

    ## Settings
    ``most_outcomes_per_module``: the greatest number of outcomes (6).

    ## Authority
    Biggs and Tang (2011): at most four to six outcomes, as quoted by the Australian
    Catholic University (https://staff.acu.edu.au/).
    """
    for module in facts.programme.modules:
        if len(module.outcomes) > most_outcomes_per_module:
            yield (
                module,
                (
                    f"{module.key} has {len(module.outcomes)} learning outcomes, more "
                    f"than {figure(most_outcomes_per_module)}"
                ),
            )
