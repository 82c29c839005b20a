"""ASM309."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import of_purpose
from curriculum.checks._words import counted
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Purpose


@rule("ASM309", Severity.WARNING)
def formative_missing(facts: Facts) -> Hits:
    """A programme has summative assessments only.

    ## What it checks
    A programme with summative assessments has a formative one as well.

    ## Why it matters
    Nobody tells learners how they do before it counts.

    ## What to do
    Plan formative assessments with feedback ahead of the summative ones.

    ## Authority
    House rule.  Counting formative and summative occasions over a whole programme
    is the way of the TESTA project.
    """
    counting = of_purpose(facts, Purpose.SUMMATIVE)
    if counting and not of_purpose(facts, Purpose.FORMATIVE):
        number = counted(len(counting), "summative assessment")
        yield facts.programme, f"the programme has {number} and no formative one"
