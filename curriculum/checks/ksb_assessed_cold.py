"""COV201."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding_items, of_purpose
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Purpose


@rule("COV201", Severity.WARNING)
def ksb_assessed_cold(facts: Facts) -> Hits:
    """A KSB counts towards a result before any formative assessment has tried it.

    ## What it checks
    Every item that a dated summative assessment assesses is assessed formatively
    before: handed in on an earlier day.  A programme without any formative
    assessment is left to ASM309.

    ## Why it matters
    Learners meet the demand for the first time when it counts, and nobody has told
    them what was missing.

    ## What to do
    Mark the KSB against an earlier formative assessment that tries it, or add one.

    ## Authority
    House rule.  Counting formative and summative occasions over a whole programme
    is the way of the TESTA project.
    """
    if not of_purpose(facts, Purpose.FORMATIVE):
        return
    for framework, item, name in binding_items(facts.programme):
        assessing = facts.coverage.assessing(framework.id, item.key)
        days = [(a.assessment.hand_in, a.assessment) for a in assessing]
        counting = next(
            ((day, a) for day, a in days if day and a.purpose is Purpose.SUMMATIVE),
            None,
        )
        if counting is None:
            continue
        first, assessment = counting
        formative = (day for day, a in days if a.purpose is Purpose.FORMATIVE)
        if not any(day is None or day < first for day in formative):
            yield (
                item,
                (
                    f"{name} counts in {assessment.key} on {first}, "
                    "and no formative assessment comes before"
                ),
            )
