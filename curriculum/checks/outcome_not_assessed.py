"""ASM302."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About, assessments_of_outcomes
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("ASM302", Severity.WARNING)
def outcome_not_assessed(facts: Facts) -> Hits:
    """A learning outcome is tested by no assessment of any kind.

    ## What it checks
    Every outcome of a module is tested by some assessment, formative or summative.
    A programme in which no assessment names outcomes is not judged.

    ## Why it matters
    What is set out and never tested cannot be shown to be learned.

    ## What to do
    Name the outcome in the assessment that tests it, formatively if that is enough.

    ## Authority
    Biggs and Tang on constructive alignment.  Not every outcome needs a summative
    assessment: Waikato staff assessment handbook
    (https://www.waikato.ac.nz/int/students/).
    """
    tested = assessments_of_outcomes(facts)
    for module in facts.programme.modules if tested else ():
        for outcome in module.outcomes:
            if (module.key, outcome.key) not in tested:
                about = About(f"{module.key}.{outcome.key}", outcome.source)
                yield about, f"{about.key} is tested by no assessment"
