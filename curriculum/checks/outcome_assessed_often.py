"""ASM307."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About, assessments_of_outcomes
from curriculum.checks._words import figure, listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Purpose


@rule("ASM307", Severity.WARNING)
def outcome_assessed_often(
    facts: Facts, *, most_summative_per_outcome: int = 2
) -> Hits:
    """One learning outcome counts in several summative assessments.

    ## What it checks
    No outcome of a module is tested by more than ``most_summative_per_outcome``
    summative assessments; versions of one assessment count once.  With 1, it also
    finds a learning aim that is split across assignments.

    ## Why it matters
    Learners are judged again and again on the same, and there is less time for
    what is judged once.

    ## What to do
    Decide which assessment tests the outcome, and take it out of the others.

    ## Settings
    ``most_summative_per_outcome``: the greatest number of summative assessments of
    one outcome; 1 where the awarding body forbids splitting (2).

    ## Authority
    University of Lincoln: outcomes should not be over-assessed
    (https://oqsp.blogs.lincoln.ac.uk/assessment-loading-per-module).  Pearson:
    avoid splitting learning aims across assignments
    (https://www.readkong.com/page/2018-19-internal-assessment-btec-centre-guide-to-4945721).
    """
    tested = assessments_of_outcomes(facts)
    for module in facts.programme.modules:
        for outcome in module.outcomes:
            asking = tested.get((module.key, outcome.key), [])
            counting = {
                a.version_of or a.key: a.key
                for a in asking
                if a.purpose is Purpose.SUMMATIVE
            }
            if len(counting) > most_summative_per_outcome:
                about = About(f"{module.key}.{outcome.key}", outcome.source)
                yield (
                    about,
                    (
                        f"{about.key} counts in {listed(counting.values())}, more than "
                        f"{figure(most_summative_per_outcome)}"
                    ),
                )
