"""ASM313."""

from collections.abc import Iterator
from datetime import date

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About, binding
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Framework

_OVER = ("retired", "withdrawn", "superseded")
_NOT_YET = "development"


@rule("ASM313", Severity.ERROR)
def version_not_valid(facts: Facts) -> Hits:
    """The version of the standard is not valid on the day the cohort starts.

    ## What it checks
    The programme starts between the earliest and the latest start of each version
    that it must satisfy.  Where the publisher gives no days, the version is not
    retired, withdrawn or still in development.

    ## Why it matters
    Learners who start on the wrong version are taught and assessed for something
    else, and the whole plan has to be made again.

    ## What to do
    Pin the version that is valid on the day of the start; curriculum diff shows
    what is different.

    ## Authority
    Version rules of the importer of the Department for Education
    (https://github.com/SkillsFundingAgency/das-courses-api).
    """
    starts = facts.programme.calendar.starts
    for framework in binding(facts.programme):
        for fault in faults(framework, starts):
            about = About(framework.id, facts.programme.source)
            yield about, f"{framework.label} {fault}"


def faults(framework: Framework, starts: date) -> Iterator[str]:
    """Why nobody may start on a version on that day."""
    earliest, latest = framework.earliest_start, framework.latest_start
    status = framework.status.strip().casefold()
    if earliest and starts < earliest:
        yield f"may be started on from {earliest}, and the cohort starts on {starts}"
    if latest and starts > latest:
        yield f"may be started on until {latest}, and the cohort starts on {starts}"
    if (not latest and status.startswith(_OVER)) or _NOT_YET in status:
        yield f"is {status}, and the cohort starts on {starts}"
