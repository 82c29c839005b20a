"""COV112."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import counts_off_the_job, without_ksb
from curriculum.checks._words import hours
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV112", Severity.ERROR)
def off_the_job_without_ksb(facts: Facts) -> Hits:
    """A module counts as off-the-job training and teaches nothing of the standard.

    ## What it checks
    Every module of an apprenticeship with off-the-job hours has a session that
    teaches an item of a framework that the programme must satisfy.

    ## Why it matters
    Off-the-job training must be new learning that is directly relevant to the
    apprenticeship.  Hours that touch no KSB may be refused.

    ## What to do
    Mark what the module teaches, or set ``off_the_job = false`` in its sessions.

    ## Authority
    Apprenticeship funding rules on off-the-job training, as summarised at
    https://www.aptem.co.uk/aptem-news/off-the-job-hours-in-apprenticeships.
    """
    for module in without_ksb(facts.programme):
        if counts_off_the_job(facts.programme, module):
            counted = sum(s.hours for s in module.sessions if s.off_the_job)
            yield (
                module,
                (
                    f"{module.key} counts {hours(counted)} of off-the-job training "
                    "and teaches no KSB"
                ),
            )
