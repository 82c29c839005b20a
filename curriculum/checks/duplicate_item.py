"""STD105."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("STD105", Severity.WARNING)
def duplicate_item(facts: Facts) -> Hits:
    """Two items of the standard share a key.

    ## What it checks
    No two items of a framework, and no two duties, have the same key.

    ## Why it matters
    A mark can only mean the first of the two; the other is never covered.

    ## What to do
    Compare with the published page; where a line was misread, add an erratum.

    ## Authority
    House rule.
    """
    for framework in facts.programme.frameworks:
        for things in (framework.items, framework.duties):
            seen: set[str] = set()
            for thing in things:
                if thing.key in seen:
                    yield thing, f"{framework.label} has more than one {thing.key}"
                seen.add(thing.key)
