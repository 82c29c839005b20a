"""COV208."""

import re
from collections.abc import Collection

from curriculum.checks import Hits, rule
from curriculum.checks._clauses import clauses
from curriculum.checks._notions import taught_items
from curriculum.checks._stems import Said, said_in, stem, telling
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity

_ENOUGH_WORDS = 2
_SHORT_FORM = re.compile(r"(?<=\()[A-Z][A-Za-z]*[A-Z](?=\))")
"""The letters by which a thing is known: the IoT of "Internet of Things (IoT)"."""


@rule("COV208", Severity.WARNING)
def clause_not_taught(facts: Facts) -> Hits:
    """A KSB lists things by name, and no session that claims it mentions one of them.

    ## What it checks
    Where a wording goes on with "including", "for example", "such as" or the like,
    each thing that it lists is mentioned in the texts of some session that teaches
    the item: at least half of its words that have content, or two of them, in any
    ending, in one session; or its short form, where one stands in brackets.  The
    words listed in source_data/words.toml do not count.

    ## Why it matters
    A KSB with several clauses is often taught for its first words only; who fails
    one part of it at the end fails it.

    ## What to do
    Teach the thing in a session that claims the KSB, or write it there if it is
    taught already.  A list that only gives examples may be waived.

    ## Authority
    Brooks and Kirk: who fails one part of a KSB fails the assessment
    (https://brooksandkirk.co.uk/knowledge-skills-behaviours-ksbs).  Looking for
    words is a house rule.
    """
    said = facts.once(said_in)
    for taught in taught_items(facts):
        texts = [said[t.session.key] for t in taught.teaching]
        for clause in clauses(taught.item.wording):
            found = _found(clause, texts)
            if found is not None:
                words = telling(clause)
                where = listed(t.session.key for t in taught.teaching)
                there = [word for s, word in words.items() if s in found] or ["none"]
                yield (
                    taught.item,
                    (
                        f"{taught.name} names {clause}, which no session that "
                        "claims it "
                        f"mentions ({where}): looked for {listed(words.values())}; "
                        f"found {listed(there)}"
                    ),
                )


def _found(clause: str, texts: list[Said]) -> frozenset[str] | None:
    """The most of a clause's stems that one text has, or None if they are enough."""
    words = telling(clause)

    def enough(found: Collection[str]) -> bool:
        return 2 * len(found) >= len(words) or len(found) >= _ENOUGH_WORDS

    if any(enough(text.plainly(words)) for text in texts):
        return None
    found = max((text.having(words.keys()) for text in texts), key=len)
    if enough(found):
        return None
    short = {stem(word) for word in _SHORT_FORM.findall(clause)}
    return None if any(text.having(short) for text in texts) else frozenset(found)
