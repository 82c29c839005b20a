"""STD108."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Duty, Item
from curriculum.vocabulary import Vocabulary


@rule("STD108", Severity.WARNING)
def words_run_together(facts: Facts) -> Hits:
    """Two words seem to be run together in the standard.

    ## What it checks
    No long word of a duty or item splits into words that stand elsewhere in the
    framework.

    ## Why it matters
    The wording goes into every document as it stands, and what is compared word by
    word misses it.

    ## What to do
    Compare with the published page; where it is a misprint, add an erratum.

    ## Authority
    House rule.
    """
    for framework in facts.programme.frameworks:
        things: list[Duty | Item] = [*framework.duties, *framework.items]
        words = Vocabulary(thing.wording for thing in things)
        for thing in things:
            for word, likely in words.run_together(thing.wording):
                at = f"{thing.key} of {framework.label}"
                yield thing, f"{word} in {at} looks like {likely}"
