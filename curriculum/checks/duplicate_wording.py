"""STD104."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("STD104", Severity.WARNING)
def duplicate_wording(facts: Facts) -> Hits:
    """Two items of the standard have the same wording.

    ## What it checks
    No two items of a framework say the same, apart from capitals, spaces and the
    full stop.

    ## Why it matters
    One of the two may have been misread; otherwise what teaches one teaches both.

    ## What to do
    Compare with the published page; where a line was misread, add an erratum.

    ## Authority
    House rule.
    """
    for framework in facts.programme.frameworks:
        first: dict[str, str] = {}
        for item in framework.items:
            wording = " ".join(item.wording.casefold().split()).rstrip(".")
            earlier = first.setdefault(wording, item.key)
            if earlier != item.key:
                yield (
                    item,
                    f"{item.key} of {framework.label} says the same as {earlier}",
                )
