"""STD107."""

import re
from collections.abc import Iterator

from curriculum.checks import Hits, rule
from curriculum.checks._notions import distinct
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Framework, Item

_NUMBERED = re.compile(r"([A-Z]+)([1-9]\d{0,3})")


@rule("STD107", Severity.WARNING)
def item_out_of_place(facts: Facts) -> Hits:
    """A key of the standard stands out of its place.

    ## What it checks
    The keys of each kind stand together, and their numbers rise: K1, K2, K3, S1.

    ## Why it matters
    A statement that stands among those of another kind, or behind a later number,
    often has a misprinted key: duties and marks then mean another statement.

    ## What to do
    Compare with the published page; where a key was misread, add an erratum.

    ## Authority
    Keys are given in the order of the list
    (https://github.com/SkillsFundingAgency/das-courses-api).
    """
    for framework in facts.programme.frameworks:
        for item, before in _out_of_place(framework):
            yield item, f"{item.key} of {framework.label} stands behind {before.key}"


def _out_of_place(framework: Framework) -> Iterator[tuple[Item, Item]]:
    """Items that stand behind one that they should stand before."""
    last: dict[str, tuple[int, Item]] = {}
    before: Item | None = None
    for item in distinct(framework):
        found = _NUMBERED.fullmatch(item.key)
        if not found:
            continue
        kind, number = found[1], int(found[2])
        held = last.get(kind)
        apart = held is not None and before is not None and before is not held[1]
        if held and number < held[0]:
            yield item, held[1]
        elif apart and before:
            yield item, before
        if not held or number > held[0]:
            last[kind] = (number, item)
        before = item
