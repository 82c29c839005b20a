"""HRS201."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import counts_off_the_job
from curriculum.checks._words import hours
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import SessionKind

_SUBJECTS = "functional skills, gcse english, gcse maths, gcse mathematics"


@rule("HRS201", Severity.ERROR)
def ineligible_hours_counted(
    facts: Facts, *, standalone_words: str = _SUBJECTS
) -> Hits:
    """Hours count as off-the-job training that may not.

    ## What it checks
    In an apprenticeship, progress reviews do not count as off-the-job training,
    and neither do sessions of standalone English and maths: those with one of
    ``standalone_words`` in the topic or in the title of the module.

    ## Why it matters
    Hours that do not count are taken off, and funding is taken back where the
    published minimum is no longer met.

    ## What to do
    Set ``off_the_job = false`` in the session.

    ## Settings
    ``standalone_words``: what standalone English and maths are called, with commas
    between (functional skills, gcse english, gcse maths, gcse mathematics).

    ## Authority
    Apprenticeship funding rules on off-the-job training, as summarised at
    https://www.aptem.co.uk/aptem-news/off-the-job-hours-in-apprenticeships.  That
    reviews do not count is common practice.
    """
    words = [word.strip().casefold() for word in standalone_words.split(",")]
    for module in facts.programme.modules:
        if not counts_off_the_job(facts.programme, module):
            continue
        for session in module.sessions:
            titles = f"{module.title}\n{session.topic}".casefold()
            named = next((w for w in words if w and w in titles), "")
            what = f"standalone {named}" if named else ""
            if session.kind is SessionKind.REVIEW:
                what = "a review"
            if session.off_the_job and what:
                yield (
                    session,
                    (
                        f"{session.key} is {what} and counts {hours(session.hours)} of "
                        "off-the-job training"
                    ),
                )
