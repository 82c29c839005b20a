"""Counting with bits finds what the rules find."""

from hypothesis import given
from hypothesis import strategies as st

from curriculum.bits import Gaps, Marks, gaps, keys
from curriculum.checks.ksb_not_assessed import ksb_not_assessed
from curriculum.checks.ksb_not_taught import ksb_not_taught
from curriculum.facts import gather
from notation import programme

KSBS = ("K1", "K2", "S1", "B1")
some = st.lists(st.sampled_from((*KSBS, "K99", "X:K1")), unique=True)


@given(st.lists(some, max_size=4), some, st.sampled_from(["epa", "reformed"]))
def test_bits_find_the_gaps_that_the_rules_find(
    modules: list[list[str]], assessed: list[str], policy: str
) -> None:
    lines = [f"M{n} teaches {' '.join(held)}" for n, held in enumerate(modules)]
    lines += [f"framework ST1 {policy} {' '.join(KSBS)}"]
    drawn = programme("\n".join([*lines, f"A1 assesses {' '.join(assessed)}"]))
    [framework] = drawn.frameworks
    [found] = gaps([Marks.of(drawn, framework)])
    facts = gather(drawn)
    untaught = [f.subject for f in ksb_not_taught(facts)]
    unassessed = [f.subject for f in ksb_not_assessed(facts)]
    assert list(keys(framework, found.untaught)) == untaught
    assert list(keys(framework, found.unassessed)) == [
        key for key in unassessed if key not in untaught
    ]


def test_an_empty_programme_leaves_out_everything() -> None:
    drawn = programme("ksbs K1 S1")
    [framework] = drawn.frameworks
    assert gaps([Marks.of(drawn, framework)]) == [Gaps(0b11, 0)]
    assert keys(framework, 0b11) == ("K1", "S1")
