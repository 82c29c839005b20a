"""ASM301."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import outcomes_tested
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("ASM301", Severity.ERROR)
def outcome_of_another_module(facts: Facts) -> Hits:
    """An assessment of one module tests an outcome of another.

    ## What it checks
    Every outcome that an assessment of a module tests is one of that module.  An
    assessment of the whole programme may test any.

    ## Why it matters
    A learner can fail the module for what it does not teach.

    ## What to do
    Take the outcome out, or make the assessment one of the whole programme.

    ## Authority
    Assessments should only cover outcomes that are part of the course: Waikato
    staff assessment handbook (https://www.waikato.ac.nz/int/students/).
    """
    for assessment in facts.programme.assessments:
        foreign = [
            f"{module.key}.{key}"
            for module, key in outcomes_tested(facts.programme, assessment)
            if assessment.module not in ("", module.key)
        ]
        if foreign:
            yield (
                assessment,
                f"{assessment.key} of {assessment.module} tests {listed(foreign)}",
            )
