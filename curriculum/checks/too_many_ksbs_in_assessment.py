"""COV207."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding_marks, item_names
from curriculum.checks._words import figure, hours, listed
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV207", Severity.WARNING)
def too_many_ksbs_in_assessment(facts: Facts, *, most_ksbs_per_hour: float = 3) -> Hits:
    """An assessment is marked with more KSBs than its hours bear.

    ## What it checks
    An assessment that states its hours assesses no more than
    ``most_ksbs_per_hour`` items for each of them.  Frameworks that only advise do
    not count.

    ## Why it matters
    Nobody shows twenty statements in an hour so that an assessor can judge each.

    ## What to do
    Keep the marks that the brief asks learners to show, and move the others to
    assessments where they are the point; or correct the hours.

    ## Settings
    ``most_ksbs_per_hour``: the greatest number for each hour (3).

    ## Authority
    House rule; no source publishes a number.
    """
    for assessment in facts.programme.assessments:
        marks = binding_marks(facts, assessment.assesses)
        if assessment.hours and len(marks) > most_ksbs_per_hour * assessment.hours:
            names = [n for mark, n in item_names(facts).items() if mark in marks]
            yield (
                assessment,
                (
                    f"{assessment.key} assesses {len(marks)} KSBs in "
                    f"{hours(assessment.hours)}, more than "
                    f"{figure(most_ksbs_per_hour)} an hour: {listed(names)}"
                ),
            )
