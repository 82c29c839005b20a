"""ASM109."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import closest
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("ASM109", Severity.ERROR)
def unknown_outcome(facts: Facts) -> Hits:
    """A session or an assessment names a learning outcome that is not there.

    ## What it checks
    Every outcome that a session serves is one of its module; every outcome that an
    assessment tests is one of the programme, written as M2.LO1, or as LO1 where
    the assessment belongs to the module.

    ## Why it matters
    The outcome that was meant looks untaught or untested, and an assessment should
    only cover outcomes of what it belongs to.

    ## What to do
    Correct the key, or write the outcome.

    ## Authority
    Assessments should only cover outcomes that are part of the course: Waikato
    staff assessment handbook (https://www.waikato.ac.nz/int/students/).
    """
    whole: set[str] = set()
    for module in facts.programme.modules:
        own = [outcome.key for outcome in module.outcomes]
        whole |= {f"{module.key}.{key}" for key in own}
        for session in module.sessions:
            for key in session.outcomes:
                if key not in own:
                    yield (
                        session,
                        (
                            f"{session.key} serves {key}, which {module.key} "
                            f"does not have{closest(key, own)}"
                        ),
                    )
    for assessment in facts.programme.assessments:
        for key in assessment.outcomes:
            if key not in whole and f"{assessment.module}.{key}" not in whole:
                near = closest(key, whole)
                yield (
                    assessment,
                    f"{assessment.key} tests {key}, which no module has{near}",
                )
