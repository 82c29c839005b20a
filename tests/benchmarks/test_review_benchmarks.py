"""A review, warm: laying out, counting and every rule.

Beside the worked example stand generated programmes of its size and of ten times
its size, with texts of the same length and marks on every session; and a programme
of three years with 1,000 sessions and three frameworks of 400 items.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import cycle, islice
from statistics import median
from time import process_time
from timeit import timeit

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from curriculum import pipeline
from curriculum.model import Programme
from curriculum.paths import WORKED_EXAMPLE
from notation import STARTS, programme
from pace import QUIET_SPELL_MILLISECONDS, spell

MOST_MILLISECONDS = 30
MOST_MILLISECONDS_THREE_YEARS = 300
MOST_TIMES_FOR_TEN_TIMES = 12
MOST_TIMES_FOR_TWICE = 2.3
ROUNDS = 20
SESSIONS_A_MODULE = 10
SESSIONS_A_WEEK = 4
KSBS = [
    f"{kind}{n}"
    for kind, most in (("K", 25), ("S", 32), ("B", 5))
    for n in range(1, most + 1)
]
SKILLS = [f"skill-{n}" for n in range(1, 41)]
DEPTHS = ("introduced", "developed", "mastered")
WORDING = "Principles of method {}, including loops, tracing on paper and running"
TEXT = "Learners trace the loop on paper, then run it and compare. " * 4


def generated(modules: int) -> Programme:
    """A programme that is taught evenly, and of which every text is written."""
    return programme("\n".join(_lines(modules)))


def _lines(modules: int) -> Iterator[str]:
    weeks = -(-modules * SESSIONS_A_MODULE // SESSIONS_A_WEEK) + 20
    yield f"from {STARTS} to {STARTS + timedelta(weeks=weeks)}"
    yield "bank holidays GB-ENG"
    yield from (f"on {day} at 09:30 for 6 hours" for day in ("Tuesday", "Thursday"))
    for start in range(0, weeks + 1, 10):
        first = STARTS + timedelta(weeks=start)
        yield f"term Term {start} {first} to {first + timedelta(days=67)}"
    yield f"ksbs {' '.join(KSBS)}"
    yield f"skills {' '.join(SKILLS)}"
    marks = cycle(KSBS)
    for duty in range(1, 16):
        yield f"duty D{duty} {' '.join(islice(marks, 12))}"
    skills = cycle(SKILLS)
    for module in range(modules):
        yield from _module(
            f"M{module:03}", marks, skills, DEPTHS[module * 3 // modules]
        )
        yield f"A{module} assesses {' '.join(islice(marks, 12))}"
        yield f"A{module} brief {TEXT}"


def _module(
    key: str, marks: Iterator[str], skills: Iterator[str], depth: str
) -> Iterator[str]:
    yield from (f"{key} outcome LO{n} Trace a loop by hand" for n in range(1, 6))
    for number in range(1, SESSIONS_A_MODULE + 1):
        session = f"{key}.{number:02}"
        yield f"{session} teaches {' '.join(islice(marks, 5))} {depth}"
        yield f"{session} teaches {' '.join(islice(skills, 2))}"
        yield f"{session} serves LO{(number + 1) // 2}"
        yield from (f"{session} objective Trace a loop by hand" for _ in range(3))
        for field in ("tutor", "learners", "check", "stretch", "support", "homework"):
            yield f"{session} {field} {TEXT}"
        yield f"{session} resources Worksheet"
        yield f"{session} embeds maths {TEXT}"


def three_years(sessions: int) -> Programme:
    """Three frameworks, of which every item is taught again and again."""
    keys = {
        "ST0001": [f"{kind}{n}" for kind in "KSB" for n in range(1, 68)],
        "ST0002": [f"{kind}{n}" for kind in "KSB" for n in range(101, 134)],
        "ST0003": [f"{kind}{n}" for kind in ("TK", "TS") for n in range(1, 51)],
    }
    lines = [
        f"from {STARTS} to {STARTS + timedelta(weeks=156)}",
        *(f"on {day} for 6 hours" for day in ("Monday", "Tuesday", "Friday")),
        *(f"framework {id_} epa {' '.join(own)}" for id_, own in keys.items()),
    ]
    every = [key for own in keys.values() for key in own]
    lines += [
        f"{key} means {WORDING.format(number)}" for number, key in enumerate(every)
    ]
    marks = cycle(every)
    skills = cycle(["agile", "git"])
    lines.append("skills agile git")
    for module in range(sessions // SESSIONS_A_MODULE):
        key = f"M{module:03}"
        depth = DEPTHS[module * 3 * SESSIONS_A_MODULE // sessions]
        lines += _module(key, marks, skills, depth)
        lines.append(f"A{module} assesses {' '.join(islice(marks, 12))}")
    return programme("\n".join(lines))


def allowed(spell_milliseconds: float, most: float = MOST_MILLISECONDS) -> float:
    """The most that a review may take, more where the computer is busy or slow."""
    return most * max(1, spell_milliseconds / QUIET_SPELL_MILLISECONDS)


def taken(*works: Callable[[], object]) -> list[list[float]]:
    """Milliseconds of several runs of each, warm, one after the other in turn.

    The processor's time is taken, which is what a quiet computer's clock shows.
    """
    rounds = [
        [1000 * timeit(work, timer=process_time, number=1) for work in works]
        for _ in range(ROUNDS)
    ]
    return [list(of_one) for of_one in zip(*rounds, strict=True)]


def test_the_worked_example_is_reviewed_at_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    loaded = pipeline.load(WORKED_EXAMPLE)
    took, spelt = map(min, taken(lambda: pipeline.review(loaded), spell))
    with capsys.disabled():
        print(f"\nreview of the worked example {took:.1f} ms")  # noqa: T201 the figure is what a benchmark is for
    assert took <= allowed(spelt)


def test_ten_times_the_programme_takes_little_more_than_ten_times(
    capsys: pytest.CaptureFixture[str],
) -> None:
    small, large = generated(12), generated(120)
    assert not pipeline.review(small).timetable.unplaced
    assert not pipeline.review(large).timetable.unplaced
    ones, tens, spells = taken(
        lambda: pipeline.review(small), lambda: pipeline.review(large), spell
    )
    ratio = median(ten / one for one, ten in zip(ones, tens, strict=True))
    one, ten = min(ones), min(tens)
    with capsys.disabled():
        print(  # noqa: T201 the figure is what a benchmark is for
            f"\nreview of 120 sessions {one:.1f} ms, of 1200 sessions {ten:.1f} ms: "
            f"{ratio:.1f} times"
        )
    assert one <= allowed(min(spells))
    assert ratio <= MOST_TIMES_FOR_TEN_TIMES


def test_three_years_with_three_frameworks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    half, whole = three_years(500), three_years(1000)
    items = sum(len(framework.items) for framework in whole.frameworks)
    assert (items, len(list(whole.sessions()))) == (402, 1000)
    halves, wholes, spells = taken(
        lambda: pipeline.review(half), lambda: pipeline.review(whole), spell
    )
    ratio = median(w / h for h, w in zip(halves, wholes, strict=True))
    with capsys.disabled():
        print(  # noqa: T201 the figure is what a benchmark is for
            f"\nreview of 1000 sessions and {items} items {min(wholes):.1f} ms, "
            f"{ratio:.1f} times that of 500 sessions"
        )
    assert min(wholes) <= allowed(min(spells), MOST_MILLISECONDS_THREE_YEARS)
    assert ratio <= MOST_TIMES_FOR_TWICE


def test_review(benchmark: BenchmarkFixture) -> None:
    loaded = pipeline.load(WORKED_EXAMPLE)
    reviewed = benchmark(pipeline.review, loaded)
    assert reviewed.timetable.placements
