"""DOC102."""

import re
from collections.abc import Iterator
from functools import cache

from curriculum.checks import Hits, Subject, rule
from curriculum.checks._notions import About, official_wordings, plain
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Programme
from curriculum.sources import non_observable_verbs

_LABEL = r"\W*(?:(?:lo|objective|outcome)?\s*\d+(?:\.\d+)*\s*[.:)\]–-]\s*)?"
_BY_THEN = r"(?:(?:by|at) the end of [^,:]{1,40}[,:]?\s+)?"
_WHO = r"(?:(?:the |all |most |each )?(?:learners?|students?|apprentices?|you) )?"
_OPENING = rf"{_LABEL}{_BY_THEN}{_WHO}(?:can |will |should |must )?"
_ABLE = r"(?:be able to |to )?(?:fully |better |clearly )?"
_NOUN = r"(?:knowledge|understanding|awareness|appreciation) of"
_GAINED = rf"(?:have|gain|get|acquire|build|develop) (?:an? )?(?:\w+ )?{_NOUN}"
"""The same verbs, said as something that somebody has."""


@rule("DOC102", Severity.WARNING)
def non_observable_verb(facts: Facts) -> Hits:
    """A learning outcome begins with a verb that nobody can observe.

    ## What it checks
    No outcome of a module and no objective of a session begins with a verb such as
    know, understand or appreciate, or says the same as knowledge or understanding
    that somebody has; the list is data (source_data/verbs.toml).  The wording of a
    framework itself is exempt.

    ## Why it matters
    Whether somebody understands cannot be seen; what they explain, build or decide
    can, and so can be assessed.

    ## What to do
    Say what learners do that shows it: explain, compare, trace, justify.

    ## Authority
    Manchester Metropolitan University on learning outcomes
    (https://www.mmu.ac.uk/about-us/professional-services/uta/leading-developing-programmes/learning-outcomes).
    """
    official = official_wordings(facts)
    for subject, what, text in _outcomes(facts.programme):
        found = _non_observable().match(text.strip())
        if found and plain(text) not in official:
            yield (
                subject,
                f"{what} begins with {found[1].lower()}, which cannot be observed",
            )


def _outcomes(programme: Programme) -> Iterator[tuple[Subject, str, str]]:
    for module in programme.modules:
        for outcome in module.outcomes:
            about = About(f"{module.key}.{outcome.key}", outcome.source)
            yield about, about.key, outcome.text
        for session in module.sessions:
            for number, objective in enumerate(session.objectives, start=1):
                yield session, f"objective {number} of {session.key}", objective


@cache
def _non_observable() -> re.Pattern[str]:
    phrases = "|".join((*map(_forms, non_observable_verbs()), _NOUN, _GAINED))
    return re.compile(rf"{_OPENING}{_ABLE}({phrases})\b(?!-)", re.IGNORECASE)


def _forms(phrase: str) -> str:
    """The forms in which a phrase opens: be aware of, become aware of; knows."""
    if phrase.startswith("be "):
        return f"(?:be|become|is|are) {re.escape(phrase.removeprefix('be '))}"
    # "Learning log" is a thing: the form counts where something hangs on it.
    hangs = r"(?= (?:of|about|how|what|why|that|the)\b)"
    return rf"{re.escape(phrase)}s?|{re.escape(phrase.rstrip('e'))}ing{hangs}"
