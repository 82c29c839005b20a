"""COV110."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import WITHOUT_NEW_CONTENT, session_marks
from curriculum.checks._words import hours
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV110", Severity.WARNING)
def too_many_ksbs_in_session(
    facts: Facts, *, most_ksbs_per_session: int = 6, most_ksbs_per_hour: float = 2
) -> Hits:
    """A session is marked with more KSBs than its hours bear.

    ## What it checks
    No session teaches more than ``most_ksbs_per_session`` items, or more than
    ``most_ksbs_per_hour`` for each of its hours.  Frameworks that only advise do
    not count, and neither do reviews, catch-up and assessment sessions, which go
    back over what was taught.

    ## Why it matters
    Coverage on paper: nobody teaches ten statements in an afternoon.

    ## What to do
    Keep the marks of what the session sets out to teach; move the others to the
    sessions where they are the point.

    ## Settings
    ``most_ksbs_per_session``: the greatest number in one session (6).
    ``most_ksbs_per_hour``: the greatest number for each hour (2).

    ## Authority
    House rule; no source publishes a number.
    """
    marks = session_marks(facts)
    for _, session in facts.programme.sessions():
        if session.kind in WITHOUT_NEW_CONTENT:
            continue
        taught = len(marks[session.key])
        limits = (
            (most_ksbs_per_session, f"{most_ksbs_per_session} a session"),
            (most_ksbs_per_hour * session.hours, f"{most_ksbs_per_hour:g} an hour"),
        )
        limit, words = min(limits)
        if taught > limit:
            yield (
                session,
                (
                    f"{session.key} teaches {taught} KSBs in {hours(session.hours)}, "
                    f"more than {words}"
                ),
            )
