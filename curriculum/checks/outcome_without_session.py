"""ASM102."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("ASM102", Severity.WARNING)
def outcome_without_session(facts: Facts) -> Hits:
    """A learning outcome is served by no session.

    ## What it checks
    Every learning outcome of a module is named by at least one of its sessions.

    ## Why it matters
    An outcome that is promised and not taught is a gap, or a line too many.

    ## What to do
    Name the outcome in the session that serves it, or take it out.

    ## Authority
    Unit templates: all the unit learning outcomes should be covered
    (https://pt.scribd.com/document/2919774/UNITSCHEMEOFWORKTEMPLATE).
    """
    for module in facts.programme.modules:
        served = {key for session in module.sessions for key in session.outcomes}
        for outcome in module.outcomes:
            if outcome.key not in served:
                about = About(f"{module.key}.{outcome.key}", outcome.source)
                yield about, f"{about.key} is served by no session"
