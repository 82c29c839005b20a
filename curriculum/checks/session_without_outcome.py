"""ASM101."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import WITHOUT_NEW_CONTENT
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import SessionKind


@rule("ASM101", Severity.WARNING)
def session_without_outcome(facts: Facts) -> Hits:
    """A session serves no learning outcome.

    ## What it checks
    Every session names a learning outcome of its module, or, in a module without
    outcomes, states objectives of its own.  Induction, review, catch-up and
    assessment sessions are free.

    ## Why it matters
    Nobody can tell what the session is for, nor check whether it was reached.

    ## What to do
    Name the outcome that the session serves, or write one.

    ## Authority
    House rule; unit templates ask for outcomes and teaching to match
    (https://pt.scribd.com/document/2919774/UNITSCHEMEOFWORKTEMPLATE).
    """
    free = WITHOUT_NEW_CONTENT | {SessionKind.INDUCTION}
    for module, session in facts.programme.sessions():
        if session.kind in free or session.outcomes:
            continue
        if module.outcomes:
            yield session, f"{session.key} serves no learning outcome of {module.key}"
        elif not session.objectives:
            yield session, f"{session.key} has no learning outcome and no objective"
