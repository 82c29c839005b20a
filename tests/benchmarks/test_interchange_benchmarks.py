"""The worked example as packages of CASE, and as the other forms."""

from time import process_time
from timeit import repeat

import pytest

from curriculum.facts import gather
from curriculum.interchange.case_out import case_text
from curriculum.interchange.long_out import long_csv
from curriculum.interchange.long_rows import long_rows
from curriculum.interchange.moodle_out import moodle_text
from curriculum.interchange.of_programme import listings
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from pace import QUIET_SPELL_MILLISECONDS, spell

MOST_MILLISECONDS = 50
ROUNDS = 20


def test_case_of_a_programme_takes_fifty_milliseconds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    programme = load(WORKED_EXAMPLE).programme
    assert programme
    laid_out = gather(programme)
    works = {
        "CASE, three packages": lambda: [case_text(x) for x in listings(laid_out)],
        "Moodle": lambda: moodle_text(listings(laid_out)[1]),
        "long CSV": lambda: long_csv(long_rows(laid_out)),
        "spell": spell,
    }
    took = {
        name: 1000 * min(repeat(work, timer=process_time, number=1, repeat=ROUNDS))
        for name, work in works.items()
    }
    with capsys.disabled():
        told = ", ".join(f"{name} {ms:.1f} ms" for name, ms in took.items())
        print(f"\n{told}")  # noqa: T201 the figure is what a benchmark is for
    busy = max(1, took["spell"] / QUIET_SPELL_MILLISECONDS)
    assert took["CASE, three packages"] < MOST_MILLISECONDS * busy
