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

_OPENING = r"(?:(?:the )?(?:learners?|students?|apprentices?) )?(?:can |will |should )?"
_ABLE = r"(?:be able to |to )?"


@rule("DOC102", Severity.WARNING)
def non_observable_verb(facts: Facts) -> Hits:
    """A learning outcome begins with a verb that nobody can observe.

    ## What it checks
    No outcome of a module and no objective of a session begins with a verb such as
    know, understand or appreciate; the list is data (source_data/verbs.toml).  The
    wording of a framework itself is exempt.

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
    phrases = "|".join(map(re.escape, non_observable_verbs()))
    return re.compile(rf"{_OPENING}{_ABLE}({phrases})\b", re.IGNORECASE)
