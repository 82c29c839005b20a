"""DOC206."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import figure, listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import SessionKind

_TAUGHT = frozenset({SessionKind.TEACHING, SessionKind.WORKSHOP})


@rule("DOC206", Severity.WARNING)
def stretch_support_empty(
    facts: Facts, *, most_empty_percent: float = 25, least_sessions: int = 4
) -> Hits:
    """Many sessions say nothing of stretch or of support.

    ## What it checks
    Of the teaching sessions and workshops, no more than ``most_empty_percent`` lack
    stretch, and no more lack support.  Programmes with fewer than
    ``least_sessions`` of them, and those in which no session is written yet, are
    not judged.

    ## Why it matters
    Observers look for what is planned for learners who are ahead and for those who
    need help.

    ## What to do
    Write the field in the sessions that are named.

    ## Settings
    ``most_empty_percent``: the part of the sessions that may lack it (25).
    ``least_sessions``: programmes with fewer are not judged (4).

    ## Authority
    Schemes of work ask for stretch and challenge (for one,
    https://www.scribd.com/document/700624894/BTEC-ESOW-Unit-1-and-7-2019-20).  The
    figure is a house rule.
    """
    taught = [s for _, s in facts.programme.sessions() if s.kind in _TAUGHT]
    written = any(s.tutor.strip() or s.learners.strip() for s in taught)
    if len(taught) < least_sessions or not written:
        return
    for name in ("stretch", "support"):
        empty = [s.key for s in taught if not getattr(s, name).strip()]
        share = 100 * len(empty) / len(taught)
        if share > most_empty_percent:
            yield (
                facts.programme,
                (
                    f"{len(empty)} of {len(taught)} sessions say nothing of "
                    f"{name}, more "
                    f"than {figure(most_empty_percent)} %: {listed(empty)}"
                ),
            )
