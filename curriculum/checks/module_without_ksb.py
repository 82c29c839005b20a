"""COV107."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import counts_off_the_job, without_ksb
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV107", Severity.WARNING)
def module_without_ksb(facts: Facts) -> Hits:
    """A module outside off-the-job training teaches nothing of the standard.

    ## What it checks
    Every module has a session that teaches an item of a framework that the
    programme must satisfy.  A module whose hours count as off-the-job training
    is left to COV112, where the same fault is an error.

    ## Why it matters
    Hours that serve no published statement are hard to justify to a quality team,
    however useful they are.

    ## What to do
    Mark what the module teaches; if it is enrichment, record a waiver that says so.

    ## Authority
    House rule; curriculum mapping guidance suggests removing what serves no
    outcome (https://www.ndsu.edu/assessment/mapping/).
    """
    for module in without_ksb(facts.programme):
        if not counts_off_the_job(facts.programme, module):
            ending = "" if module.sessions else ", for it has no session"
            yield module, f"{module.key} teaches no KSB{ending}"
