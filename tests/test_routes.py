"""Every valid choice of modules, decided by reasoning and compared with trying all."""

from itertools import combinations
from math import comb

from hypothesis import given
from hypothesis import strategies as st

from curriculum.routes import Routes
from notation import programme

MODULES = [f"O{n}" for n in range(1, 9)]


@st.composite
def routes(draw: st.DrawFn) -> Routes:
    """Up to eight optional modules in up to three choices; the rest is free."""
    lines = [f"{key} optional" for key in MODULES]
    left = list(MODULES)
    for _ in range(draw(st.integers(0, 3))):
        size = draw(st.integers(0, len(left)))
        held, left = left[:size], left[size:]
        choose = draw(st.integers(0, len(held)))
        lines.append(f"choose {choose} of {' '.join(held)}")
    return Routes.of(programme("\n".join(lines)))


masks = st.integers(1, 2 ** len(MODULES) - 1)
needs = st.lists(masks, max_size=8).map(
    lambda drawn: {f"K{n}": mask for n, mask in enumerate(drawn)}
)


@given(routes())
def test_the_routes_that_are_counted_are_those_that_there_are(drawn: Routes) -> None:
    tried = list(drawn.all())
    assert len(tried) == len(set(tried)) == drawn.count


@given(routes(), masks | st.just(0), masks | st.just(0))
def test_a_route_without_some_modules_and_with_others_is_found_if_there_is_one(
    drawn: Routes, avoid: int, taking: int
) -> None:
    valid = {r for r in drawn.all() if not r & avoid and r & taking == taking}
    found = drawn.avoiding(avoid, taking)
    assert found in valid if valid else found is None


@given(routes(), needs)
def test_what_reasoning_finds_missing_is_what_trying_every_route_finds(
    drawn: Routes, needed: dict[str, int]
) -> None:
    tried = {x for r in drawn.all() for x, mask in needed.items() if not r & mask}
    assert {x for gap in drawn.gaps(needed) for x in gap.missing} == tried


@given(routes(), needs)
def test_whoever_makes_a_reported_choice_misses_all_that_is_reported(
    drawn: Routes, needed: dict[str, int]
) -> None:
    for gap in drawn.gaps(needed):
        takes, lacks = drawn.mask(gap.takes) or 0, drawn.mask(gap.lacks) or 0
        made = [r for r in drawn.all() if r & takes == takes and not r & lacks]
        assert made
        assert gap.missing
        assert all(not route & needed[x] for route in made for x in gap.missing)


@given(routes(), needs, masks)
def test_a_subset_of_a_route_never_misses_less_than_is_reported(
    drawn: Routes, needed: dict[str, int], fewer: int
) -> None:
    for gap in drawn.gaps(needed):
        takes, lacks = drawn.mask(gap.takes) or 0, drawn.mask(gap.lacks) or 0
        for route in drawn.all():
            if route & takes == takes and not route & lacks:
                left = route & fewer
                missed = {x for x, mask in needed.items() if not left & mask}
                assert missed >= set(gap.missing)


@given(routes(), needs, masks)
def test_one_more_module_that_covers_never_makes_more_missing(
    drawn: Routes, needed: dict[str, int], more: int
) -> None:
    wider = {x: mask | more for x, mask in needed.items()}
    before = {x for gap in drawn.gaps(needed) for x in gap.missing}
    after = {x for gap in drawn.gaps(wider) for x in gap.missing}
    assert after <= before


@given(routes(), st.lists(st.integers(0, 60), min_size=8, max_size=8))
def test_the_least_hours_are_those_of_the_shortest_route(
    drawn: Routes, hours: list[int]
) -> None:
    weights = dict(zip(MODULES, hours, strict=True))
    least, _ = drawn.least(weights)
    assert least == min(
        sum(weights[key] for key in drawn.keys(route)) for route in drawn.all()
    )


def test_the_learner_is_named_by_what_is_taken_or_left_whichever_is_shorter() -> None:
    keys = [f"O{n}" for n in range(1, 21)]
    lines = [f"{key} optional" for key in (*keys, "F1")]
    drawn = Routes.of(programme("\n".join([*lines, f"choose 6 of {' '.join(keys)}"])))
    assert drawn.count == comb(20, 6) * 2 == 38_760 * 2
    without = drawn.mask([*keys[:8], *keys[14:]])
    assert without is not None
    one, free, many = drawn.gaps({"K2": without, "K1": 1, "K3": 1 << 20})
    assert (one.learner, one.missing) == ("a learner who leaves out O1", ("K1",))
    assert (free.key, free.learner) == ("without F1", "a learner who leaves out F1")
    assert many.learner == "a learner who takes O9, O10, O11, O12, O13 and O14"
    assert (many.key, many.missing) == ("O9+O10+O11+O12+O13+O14", ("K2", "K1"))


def test_the_lightest_route_is_told_by_the_modules_that_were_chosen() -> None:
    drawn = Routes.of(
        programme("""
            O1 optional
            O2 optional
            O3 optional
            P1 optional
            Q1 optional
            Q2 optional
            choose 2 of O1 O2 O3
            choose 1 of P1
            choose 1 of Q1 Q2
        """)
    )
    hours = {"O1": 9.0, "O2": 30.0, "O3": 12.0, "P1": 5.0, "Q1": 8.0, "Q2": 4.0}
    least, route = drawn.least(hours)
    assert least == 9 + 12 + 5 + 4
    assert drawn.keys(route) == ("O1", "O3", "Q2")


def test_who_takes_one_of_two_is_named_by_what_is_taken() -> None:
    drawn = Routes.of(
        programme("""
            O1 optional
            O2 optional
            P1 optional
            P2 optional
            choose 1 of O1 O2
            choose 1 of P1 P2
        """)
    )
    [gap] = drawn.gaps({"K1": 0b0001})
    assert gap.learner == "a learner who takes O2"


def test_what_nobody_may_take_is_left_out() -> None:
    drawn = Routes.of(
        programme("""
            O1 optional
            O2 optional
            choose 0 of O1 O2
        """)
    )
    [gap] = drawn.gaps({"K1": 0b01})
    assert gap.learner == "a learner who leaves out O1"


def test_the_choices_that_are_said_in_fewest_modules_come_first() -> None:
    keys = ["O1", "O2", *(f"F{n}" for n in range(1, 7))]
    lines = [*(f"{key} optional" for key in keys), "choose 1 of O1 O2"]
    drawn = Routes.of(programme("\n".join(lines)))
    needs = {"K4": ["F3", "F4", "F5", "F6"], "K3": ["O1", "F1", "F2"], "K1": ["F6"]}
    gaps = drawn.gaps({key: drawn.mask(held) or 0 for key, held in needs.items()})
    assert [gap.missing for gap in gaps] == [("K1",), ("K3",), ("K4", "K1")]


def test_of_choices_as_small_the_one_that_misses_most_is_named() -> None:
    lines = [f"O{n} optional" for n in range(1, 6)]
    drawn = Routes.of(programme("\n".join([*lines, "choose 2 of O1 O2 O3 O4 O5"])))
    [gap] = drawn.gaps({"K7": 0b00101, "S3": 0b01100})
    assert gap.learner == "a learner who takes O2 and O5"
    assert gap.missing == ("K7", "S3")


def test_a_module_of_two_choices_belongs_to_the_first() -> None:
    drawn = Routes.of(
        programme("""
            M1 optional
            M2 optional
            M3 optional
            choose 1 of M1 M2
            choose 2 of M2 M3
        """)
    )
    assert [drawn.keys(route) for route in drawn.all()] == [("M1", "M3"), ("M2", "M3")]


def test_billions_of_routes_are_decided_all_the_same() -> None:
    keys = [f"O{n}" for n in range(60)]
    lines = [*(f"{key} optional" for key in keys), f"choose 30 of {' '.join(keys)}"]
    drawn = Routes.of(programme("\n".join(lines)))
    assert drawn.count == comb(60, 30) > 10**17
    half, more = (1 << 30) - 1, (1 << 31) - 1
    assert [gap.missing for gap in drawn.gaps({"K1": half, "K2": more})] == [("K1",)]


def test_without_optional_modules_there_is_one_route() -> None:
    drawn = Routes.of(programme("M1 teaches K1"))
    assert (drawn.count, list(drawn.all()), drawn.mask(["M1"])) == (1, [0], None)


def test_choices_of_small_numbers_are_all_there() -> None:
    drawn = Routes.of(
        programme("""
            M1 optional
            M2 optional
            M3 optional
            choose 2 of M1 M2 M3
        """)
    )
    expected = [set(pair) for pair in combinations(("M1", "M2", "M3"), 2)]
    assert [set(drawn.keys(route)) for route in drawn.all()] == expected
