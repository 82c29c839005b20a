"""DOC205."""

from collections import defaultdict
from collections.abc import Iterator

from curriculum.checks import Hits, rule
from curriculum.checks._stems import sentences
from curriculum.checks._words import figure, listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import PLACEHOLDER, Session

_LEAST_LETTERS = 25
_SHOWN_LETTERS = 60


@rule("DOC205", Severity.WARNING)
def sentence_repeated(facts: Facts, *, most_sessions: int = 3) -> Hits:
    """The same sentence stands in the rows of many sessions.

    ## What it checks
    No sentence of 25 letters or more stands in the texts of more than
    ``most_sessions`` sessions: what tutor and learners do, the check, stretch,
    support, workplace, homework and embedded themes.  Objectives and resources may
    come again, and placeholders are told of by DOC104.

    ## Why it matters
    What is pasted says nothing of the session that it stands in; wider themes that
    read the same in every row are not embedded.

    ## What to do
    Write what happens in each session, and leave the field empty where it adds
    nothing.

    ## Settings
    ``most_sessions``: in how many sessions a sentence may stand (3).

    ## Authority
    Chichester College Group's form asks that all references be unique to some
    degree
    (https://www.scribd.com/document/700624894/BTEC-ESOW-Unit-1-and-7-2019-20).
    """
    rows: defaultdict[str, dict[str, Session]] = defaultdict(dict)
    for _, session in facts.programme.sessions():
        for text in _texts(session):
            for sentence in sentences(text) if PLACEHOLDER not in text else ():
                if len(sentence) >= _LEAST_LETTERS:
                    rows[sentence][session.key] = session
    for sentence, found in rows.items():
        if len(found) > most_sessions:
            yield (
                next(iter(found.values())),
                (
                    f"the same sentence stands in {len(found)} sessions, more than "
                    f"{figure(most_sessions)} ({listed(found)}): {_shown(sentence)}"
                ),
            )


def _texts(session: Session) -> Iterator[str]:
    yield from (session.tutor, session.learners, session.check, session.stretch)
    yield from (session.support, session.workplace, session.homework)
    yield from (embedding.text for embedding in session.embedding)


def _shown(sentence: str) -> str:
    plain = sentence.replace('"', "").rstrip("!?")
    return plain if len(plain) <= _SHOWN_LETTERS else plain[:_SHOWN_LETTERS] + " …"
