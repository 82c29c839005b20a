"""ASM401."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.routes import impossible


@rule("ASM401", Severity.ERROR)
def choice_impossible(facts: Facts) -> Hits:
    """A choice of modules cannot be made as it stands.

    ## What it checks
    Every choice names modules of the programme, each once, at least as many as
    learners must choose, and none that another choice names as well.

    ## Why it matters
    What is proven for every choice is worth nothing if the choices are not those
    that learners have.

    ## What to do
    Correct the keys or the number; split the modules between the choices.

    ## Authority
    House rule.
    """
    for choice in facts.programme.choices:
        fault = impossible(choice, facts.programme)
        if fault:
            yield choice, fault
