"""SEQ104."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import assessed_too_early
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Purpose


@rule("SEQ104", Severity.WARNING)
def practised_before_taught(facts: Facts) -> Hits:
    """A formative assessment is handed in before its KSB is first taught.

    ## What it checks
    Every item that a formative assessment assesses is taught in a session that
    starts before the day of hand-in; the same day is too late.

    ## Why it matters
    Feedback on what nobody has taught yet helps little, unless the assessment is
    there to find out where learners start from.

    ## What to do
    Move the hand-in behind the teaching; record a waiver for a diagnostic
    assessment.

    ## Authority
    House rule.
    """
    yield from assessed_too_early(facts, Purpose.FORMATIVE)
