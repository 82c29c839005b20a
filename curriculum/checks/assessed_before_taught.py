"""SEQ101."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import assessed_too_early
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Purpose


@rule("SEQ101", Severity.ERROR)
def assessed_before_taught(facts: Facts) -> Hits:
    """A summative assessment is handed in before its KSB is first taught.

    ## What it checks
    Every item that a summative assessment assesses is taught in a session that
    starts before the day of hand-in; the same day is too late.  Undated
    assessments and items that nothing teaches are left to other rules.

    ## Why it matters
    Learners are judged on what nobody has taught them: the most embarrassing
    fault that a plan can have.

    ## What to do
    Hand in later, teach earlier, or assess the KSB elsewhere.

    ## Authority
    Pearson: assessment takes place after the content has been taught (as quoted at
    https://blog10.website/phd/btec-iv-of-assignment-brief).
    """
    yield from assessed_too_early(facts, Purpose.SUMMATIVE)
