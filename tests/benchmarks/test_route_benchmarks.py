"""Routes and coverage of very many, as a national body or a wide choice has them."""

from collections.abc import Callable
from math import comb
from random import Random
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from curriculum.bits import Gaps, Marks, gaps
from curriculum.checks.route_assessed_before_taught import route_assessed_before_taught
from curriculum.checks.route_misses_item import route_misses_item
from curriculum.checks.route_under_hours import route_under_hours
from curriculum.checks.route_without_prerequisite import route_without_prerequisite
from curriculum.facts import Facts
from curriculum.findings import Finding
from curriculum.routes import Routes
from notation import facts

STANDARDS, PROGRAMMES, MODULES = 800, 5_000, 20
MOST_MILLISECONDS = 30
MOST_MILLISECONDS_FOR_ROUTES = 2_000
RULES = (
    route_misses_item,
    route_under_hours,
    route_assessed_before_taught,
    route_without_prerequisite,
)


@pytest.fixture(scope="module")
def many() -> list[Marks]:
    """Marks of programmes for standards of 35 to 90 items, about half of them full."""
    random = Random(5)  # noqa: S311 (no secret)
    sizes = [random.randint(35, 90) for _ in range(STANDARDS)]
    return [_drawn(random, random.choice(sizes)) for _ in range(PROGRAMMES)]


def _drawn(random: Random, size: int) -> Marks:
    every = (1 << size) - 1

    def some() -> int:
        return random.getrandbits(size) & random.getrandbits(size)

    taught = tuple(some() for _ in range(MODULES))
    return Marks(every, every, taught, tuple(some() for _ in range(MODULES)))


def offering(optional: int, choose: int) -> Facts:
    """A programme whose optional modules each teach and assess a few of 62 items."""
    random = Random(6)  # noqa: S311 (no secret)
    keys = [f"K{n}" for n in range(1, 63)]
    lines = [
        f"ksbs {' '.join(keys)}",
        "minimum 900 hours",
        "from 2026-01-05 to 2030-01-04",
    ]
    modules = [f"O{n}" for n in range(optional)]
    lines.append(f"choose {choose} of {' '.join(modules)}")
    for number, module in enumerate(modules):
        lines += [
            f"{module} teaches {' '.join(random.sample(keys, 30))}",
            f"A{number} assesses {' '.join(random.sample(keys, 30))} on 2026-06-01",
            f"A{number} of {module}",
        ]
    return facts("\n".join(lines))


def found(held: Facts) -> list[Finding]:
    return [finding for rule in RULES for finding in rule(held)]


def test_coverage_of_five_thousand_programmes(
    benchmark: BenchmarkFixture, many: list[Marks]
) -> None:
    counted = benchmark(gaps, many)
    assert len(counted) == PROGRAMMES
    assert _milliseconds(gaps, many) <= MOST_MILLISECONDS
    assert counted[0] == _slowly(many[0])


def test_routes_of_six_out_of_twenty(benchmark: BenchmarkFixture) -> None:
    held = offering(20, 6)
    assert Routes.of(held.programme).count == 38_760
    assert benchmark(found, held)
    assert _milliseconds(found, held) <= MOST_MILLISECONDS_FOR_ROUTES


def test_routes_beyond_any_counting(benchmark: BenchmarkFixture) -> None:
    held = offering(60, 20)
    assert Routes.of(held.programme).count == comb(60, 20) > 10**15
    assert benchmark(found, held)
    assert _milliseconds(found, held) <= MOST_MILLISECONDS_FOR_ROUTES


def _milliseconds(work: Callable[..., object], *what: object) -> float:
    """The best of three, which a busy machine disturbs least."""
    times = []
    for _ in range(3):
        start = process_time()
        work(*what)
        times.append(1000 * (process_time() - start))
    return min(times)


def _slowly(marks: Marks) -> Gaps:
    taught = assessed = 0
    for mask in marks.taught:
        taught |= mask
    for mask in marks.assessed:
        assessed |= mask
    return Gaps(marks.asked & ~taught, marks.examined & taught & ~assessed)
