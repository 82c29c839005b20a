"""DOC201."""

import re
from functools import lru_cache

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About, official_wordings, plain
from curriculum.checks._verbs import reach_of
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity

_AFTER_AND = re.compile(
    r"(?:,|;|\band\b|\bor\b)\s+(?:then )?([^\W\d_]+)(?=\s+(?:an?|the|its|their|your|"
    r"how|what|which|whether|one|two|three|each|every|it|them)\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"^\W*([^\W\d_]+)(?:\s*,\s*([^\W\d_]+))*\s*,?\s+(?:and|or)\s+([^\W\d_]+)\s+\w",
    re.IGNORECASE,
)


@rule("DOC201", Severity.WARNING)
def more_than_one_verb(facts: Facts) -> Hits:
    """A learning outcome asks for two things at once.

    ## What it checks
    No outcome of a module joins two verbs, as in design and test a component, or
    explain loops and write a function.  Only verbs of source_data/verbs.toml are
    seen, and the wording of a framework itself is exempt.

    ## Why it matters
    A learner who does one and not the other has neither met the outcome nor failed
    it.

    ## What to do
    Keep the verb that asks for more, or write two outcomes.

    ## Authority
    Australian Catholic University on developing learning outcomes
    (https://staff.acu.edu.au/).
    """
    official = official_wordings(facts)
    for module in facts.programme.modules:
        for outcome in module.outcomes:
            verbs = _verbs(outcome.text)
            if len(verbs) > 1 and plain(outcome.text) not in official:
                about = About(f"{module.key}.{outcome.key}", outcome.source)
                yield about, f"{about.key} asks to {listed(verbs)}"


@lru_cache(5_000)
def _verbs(text: str) -> tuple[str, ...]:
    """The verbs that a text joins; its own, and those that stand like a verb."""
    opening = text.strip().partition(" ")[0].strip(",;")
    joined = _JOINED.match(text.strip())
    words = [*(joined.groups() if joined else ()), *_AFTER_AND.findall(text)]
    verbs = [w.casefold() for w in (opening, *words) if w and reach_of(w)]
    return tuple(dict.fromkeys(verbs))
