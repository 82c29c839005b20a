"""COV103."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding_items
from curriculum.checks._words import counted, listed
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV103", Severity.WARNING)
def ksb_taught_once(facts: Facts, *, minimum_sessions: int = 2) -> Hits:
    """A KSB is taught in too few sessions.

    ## What it checks
    Every item that must be taught, and is, comes up in at least
    ``minimum_sessions`` sessions.  What is not taught at all is left to COV101.

    ## Why it matters
    One missed day is then a gap, and what is met once is soon forgotten.

    ## What to do
    Take the KSB up again in a later session, more deeply, and mark it there.

    ## Settings
    ``minimum_sessions``: the least number of sessions that teach a KSB (2).

    ## Authority
    House rule; no source publishes a number.
    """
    for framework, item, name in binding_items(facts.programme):
        teaching = facts.coverage.teaching(framework.id, item.key)
        if framework.policy.asks_teaching(item) and (
            0 < len(teaching) < minimum_sessions
        ):
            where = listed(t.session.key for t in teaching)
            wanted = counted(minimum_sessions, "session")
            yield item, f"{name} is taught in {where} only, of at least {wanted}"
