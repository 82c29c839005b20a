"""Versions compared: how much of what was edited is recovered, and how fast."""

from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from curriculum.versions import compare, edition_of
from version_pairs import KINDS, dice, judged, made, published, standard, table

TRIALS = 2000
LEAST_PRECISION = 0.98
MOST_MILLISECONDS = 100
ROUNDS = 15
THINGS = ("valves", "ledgers", "orchards", "turbines", "looms", "kilns", "engines")
ACTS = ("How to inspect", "Ways to repair", "Principles of", "Records of", "Laws on")
WHERE = ("in winter", "at sea", "for schools", "under load", "by night", "indoors")
LARGE = standard(
    *(
        f"{'KSB'[n // 60]} {ACTS[n % 5]} {THINGS[n % 7]} {WHERE[n // 24]}, "
        f"with the {THINGS[(n // 7) % 7]} that go with them, as rule {n} says"
        for n in range(142)
    )
)


def test_two_thousand_trials(capsys: pytest.CaptureFixture[str]) -> None:
    standards = published()
    if not standards:
        pytest.skip("the published standards do not lie beside this checkout")
    pairs = (
        made(
            standards[seed % len(standards)],
            dice(seed),
            edits=(1, 4, 8, 16)[seed % 4],
        )
        for seed in range(TRIALS)
    )
    tallies, wrong = judged(pairs)
    with capsys.disabled():
        print(f"\n{TRIALS} trials\n{table(tallies)}\n{len(wrong)} certain and wrong")  # noqa: T201 the table is what a benchmark is for
    assert wrong == []
    for kind in KINDS:
        assert tallies[kind].right >= LEAST_PRECISION * tallies[kind].claimed, kind


@pytest.mark.parametrize(("kinds", "edits"), [(KINDS, 8), (("re-wording",), 142)])
def test_two_versions_of_142_ksbs_are_compared_at_once(
    kinds: tuple[str, ...], edits: int, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = next((s for s in published() if len(s.ksbs) == len(LARGE.ksbs)), LARGE)
    pair = made(whole, dice(1), kinds, edits)
    old, new = edition_of(pair.old), edition_of(pair.new)
    times = []
    for _ in range(ROUNDS):
        begun = process_time()
        compare(old, new)
        times.append(1000 * (process_time() - begun))
    with capsys.disabled():
        print(f"\n142 KSBs, {edits} edits: {min(times):.0f} ms of processor time")  # noqa: T201 the figure is what a benchmark is for
    assert min(times) <= MOST_MILLISECONDS


def test_compare(benchmark: BenchmarkFixture) -> None:
    pair = made(LARGE, dice(1))
    old, new = edition_of(pair.old), edition_of(pair.new)
    assert benchmark(compare, old, new).items
