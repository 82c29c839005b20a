"""DOC204."""

from collections.abc import Iterable
from datetime import timedelta

from curriculum.checks import Hits, rule
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Term, Theme


@rule("DOC204", Severity.WARNING)
def theme_missing_in_term(
    facts: Facts, *, least_sessions: int = 6, longest_break_days: int = 11
) -> Hits:
    """A wider theme arises in no session of a term.

    ## What it checks
    In every term with ``least_sessions`` sessions or more, each of the nine themes
    arises in some session: English, maths, digital, equality, British values,
    Prevent, safeguarding, careers, sustainability.  Half-terms with a break of no
    more than ``longest_break_days`` between them are one term.  A programme that
    embeds no theme at all is not judged.

    ## Why it matters
    Personal development is judged over the whole year; a theme that comes up in
    induction week only is not embedded.

    ## What to do
    Find the session of the term in which the theme arises by itself, and write how.

    ## Settings
    ``least_sessions``: terms with fewer sessions are not judged (6).
    ``longest_break_days``: the longest break within a term, in days (11).

    ## Authority
    Colleges' schemes of work signpost wider skills in a column of its own (for one,
    https://studylib.net/doc/26971577/l2tp---skills-for-ind-enq---scheme-of-learning-20-21).
    """
    placements = facts.timetable.placements
    if not any(placement.session.embedding for placement in placements):
        return
    longest = timedelta(days=longest_break_days)
    for halves in _whole(facts.timetable.days.terms, longest):
        starts, ends = halves[0].starts, max(half.ends for half in halves)
        held = [p.session for p in placements if starts <= p.starts <= ends]
        embedded = {e.theme for session in held for e in session.embedding}
        missing = [theme.heading for theme in Theme if theme not in embedded]
        if missing and len(held) >= least_sessions:
            titles = listed(half.title for half in halves)
            yield halves[0], f"no session of {titles} embeds {listed(missing)}"


def _whole(terms: Iterable[Term], longest: timedelta) -> list[list[Term]]:
    """Terms, of which half-terms with a short break between them are one."""
    whole: list[list[Term]] = []
    for term in terms:
        if whole and term.starts - whole[-1][-1].ends <= longest:
            whole[-1].append(term)
        else:
            whole.append([term])
    return whole
