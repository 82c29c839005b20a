"""HRS106."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import is_apprenticeship, published_minimum
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS106", Severity.WARNING)
def minimum_hours_unknown(facts: Facts) -> Hits:
    """No published minimum of off-the-job hours is known for an apprenticeship.

    ## What it checks
    For the standard of an apprenticeship there is a published minimum of
    off-the-job hours that holds on the day the programme starts.

    ## Why it matters
    Without the figure nobody can say whether the planned hours are enough.

    ## What to do
    Look the minimum up in the current funding rules and add it to the dated data,
    with where it comes from.

    ## Authority
    Minimums are published for each standard, and have been re-issued
    (https://www.onefile.co.uk/explore/big-shift-in-apprenticeship-rules-off-the-job-hours-temporarily-trimmed).
    """
    standard, starts = facts.programme.standard, facts.programme.calendar.starts
    if (
        standard is not None
        and is_apprenticeship(facts.programme)
        and published_minimum(standard, starts) is None
    ):
        yield (
            standard,
            (
                f"no minimum of off-the-job hours is known for {standard.label} "
                f"and a start on {starts}"
            ),
        )
