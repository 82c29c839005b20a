"""STD103."""

import re
from collections import defaultdict

from curriculum.checks import Hits, rule
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Item

_NUMBERED = re.compile(r"([A-Z]+)([1-9]\d{0,3})")


@rule("STD103", Severity.WARNING)
def numbering_gap(facts: Facts) -> Hits:
    """A number is missing in the keys of the standard.

    ## What it checks
    The keys of each kind (K1, K2 …; S1, S2 …) count from 1 without a gap.

    ## Why it matters
    A KSB may not have been read, or the publisher left the number out.

    ## What to do
    Compare with the published page; where a line was misread, add an erratum.

    ## Authority
    Keys are given in the order of the list
    (https://github.com/SkillsFundingAgency/das-courses-api).
    """
    for framework in facts.programme.frameworks:
        numbers: defaultdict[str, dict[int, Item]] = defaultdict(dict)
        for item in framework.items:
            if found := _NUMBERED.fullmatch(item.key):
                numbers[found[1]][int(found[2])] = item
        for letters, held in numbers.items():
            gaps = [n for n in range(1, max(held)) if n not in held]
            if gaps:
                keys = listed(f"{letters}{n}" for n in gaps)
                last = held[max(held)]
                yield last, f"{framework.label} counts to {last.key} without {keys}"
