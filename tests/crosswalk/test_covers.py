from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.crosswalk.covers import cheapest

Sets = dict[str, frozenset[object]]

some_sets = st.dictionaries(
    st.sampled_from([f"M{n}" for n in range(8)]),
    st.frozensets(st.integers(0, 9), max_size=5),
    min_size=1,
    max_size=8,
)


def costs(sets: Sets) -> dict[str, tuple[float, ...]]:
    """Every set counts one; which of them is long differs."""
    return {name: (1.0, float(3 + len(name) + n % 3)) for n, name in enumerate(sets)}


def by_trying_all(sets: Sets) -> tuple[float, ...]:
    cost, wanted = costs(sets), frozenset().union(*sets.values())
    possible = [
        tuple(sum(cost[name][part] for name in chosen) for part in (0, 1))
        for size in range(len(sets) + 1)
        for chosen in combinations(sets, size)
        if wanted <= frozenset().union(*(sets[name] for name in chosen))
    ]
    return min(possible)


@given(some_sets)
@settings(max_examples=150, deadline=None)
def test_no_choice_is_cheaper(sets: Sets) -> None:
    cover = cheapest(sets, costs(sets))
    assert cover.proved
    assert cover.cost == by_trying_all(sets)
    covered = frozenset().union(*(sets[name] for name in cover.chosen))
    assert covered == frozenset().union(*sets.values())


def test_the_greedy_choice_is_not_taken_for_the_smallest() -> None:
    sets: Sets = {
        "big": frozenset({1, 2, 3, 4}),
        "left": frozenset({1, 2, 5}),
        "right": frozenset({3, 4, 6}),
    }
    assert cheapest(sets, costs(sets)).chosen == ("left", "right")


def test_of_equally_many_the_shorter_are_taken() -> None:
    sets: Sets = {"long": frozenset({1}), "short": frozenset({1})}
    cover = cheapest(sets, {"long": (1.0, 30.0), "short": (1.0, 12.0)})
    assert cover.chosen == ("short",)


def test_nothing_to_cover_takes_nothing() -> None:
    assert cheapest({}, {}).chosen == ()
    assert cheapest({"M1": frozenset()}, {"M1": (1.0, 3.0)}).chosen == ()


def test_a_search_that_is_broken_off_says_so() -> None:
    sets: Sets = {
        f"M{n}": frozenset({n % 7, (n * 3) % 11, (n * 5) % 13, n}) for n in range(24)
    }
    assert not cheapest(sets, costs(sets), steps=0).proved
    assert cheapest(sets, costs(sets)).proved
