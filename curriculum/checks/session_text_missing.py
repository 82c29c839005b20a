"""DOC103."""

from collections.abc import Iterator

from curriculum.checks import Hits, rule
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Session, SessionKind

_WRITTEN = frozenset(
    {SessionKind.TEACHING, SessionKind.WORKSHOP, SessionKind.INDUCTION}
)


@rule("DOC103", Severity.WARNING)
def session_text_missing(facts: Facts) -> Hits:
    """A session lacks text that its row in the scheme of work needs.

    ## What it checks
    Every teaching session, workshop and induction has a topic, objectives, what
    the tutor does, what the learners do, resources and a check of learning.
    Stretch, support, workplace and homework are the author's choice, and so are
    the texts of reviews, catch-up, workplace and assessment sessions.

    ## Why it matters
    A colleague who takes over the session has nothing to teach from.

    ## What to do
    Write the texts that are named, in the file of the module.

    ## Authority
    House rule, drawn from the columns that colleges' schemes of work have in
    common (for one,
    https://studylib.net/doc/26971577/l2tp---skills-for-ind-enq---scheme-of-learning-20-21).
    """
    for _, session in facts.programme.sessions():
        missing = list(_missing(session)) if session.kind in _WRITTEN else []
        if missing:
            yield session, f"{session.key} lacks {listed(missing)}"


def _missing(session: Session) -> Iterator[str]:
    texts: tuple[tuple[str, str | tuple[str, ...]], ...] = (
        ("topic", session.topic),
        ("objectives", session.objectives),
        ("tutor", session.tutor),
        ("learners", session.learners),
        ("resources", session.resources),
        ("check", session.check),
    )
    for name, text in texts:
        lines = (text,) if isinstance(text, str) else text
        if not any(map(str.strip, lines)):
            yield name
