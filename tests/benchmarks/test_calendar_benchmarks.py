"""Dates, warm: re-dating, proposing an order, and the file for Outlook."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from random import Random
from time import process_time
from timeit import timeit

import pytest

from curriculum.calendars.ics import calendar_file
from curriculum.calendars.moves import redated
from curriculum.calendars.proposal import propose
from curriculum.calendars.redating import laid_out
from curriculum.facts import Facts, gather
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from curriculum.readers.programme import open_folder
from pace import QUIET_SPELL_MILLISECONDS, spell

MOST_MILLISECONDS = {"redate": 50, "propose": 10, "calendar file": 150}
ROUNDS = 15


def taken(work: Callable[[], object]) -> tuple[float, float]:
    """Least milliseconds of the processor for a piece of work, and for the spell."""
    rounds = [
        [1000 * timeit(one, timer=process_time, number=1) for one in (work, spell)]
        for _ in range(ROUNDS)
    ]
    return min(r[0] for r in rounds), min(r[1] for r in rounds)


@pytest.fixture(scope="module")
def facts() -> Facts:
    programme = load(WORKED_EXAMPLE).programme
    assert programme is not None
    return gather(programme)


def within(
    name: str, work: Callable[[], object], capsys: pytest.CaptureFixture[str]
) -> None:
    took, spelt = taken(work)
    most = MOST_MILLISECONDS[name] * max(1, spelt / QUIET_SPELL_MILLISECONDS)
    with capsys.disabled():
        print(f"\n{name} {took:.1f} ms")  # noqa: T201 the figure is what a benchmark is for
    assert took <= most


def test_redate(facts: Facts, capsys: pytest.CaptureFixture[str]) -> None:
    files, _ = open_folder(WORKED_EXAMPLE)

    def work() -> object:
        tables = redated(files, date(2027, 9, 6), None)
        redating = laid_out(facts.programme, files, tables)
        return redating.moved, redating.lost, redating.fell_off

    within("redate", work, capsys)


def test_propose(facts: Facts, capsys: pytest.CaptureFixture[str]) -> None:
    modules = list(facts.programme.modules)
    Random(1).shuffle(modules)  # noqa: S311 (no secret: the same order every time)
    shuffled = gather(facts.programme.model_copy(update={"modules": tuple(modules)}))
    found = propose(shuffled)
    assert any(found.before)
    assert not any(found.after)
    within("propose", lambda: propose(shuffled), capsys)


def test_calendar_file(facts: Facts, capsys: pytest.CaptureFixture[str]) -> None:
    now = datetime(2026, 8, 1, tzinfo=UTC)
    within(
        "calendar file",
        lambda: calendar_file(facts.programme, facts.timetable, now=now),
        capsys,
    )
