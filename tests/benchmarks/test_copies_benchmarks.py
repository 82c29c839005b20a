"""Saved pages, Word copies and PDF of standards, read within the time that was set."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import pytest

from curriculum.model import Standard
from curriculum.paths import PUBLISHED
from curriculum.readers import read
from pace import QUIET_SPELL_MILLISECONDS, spell
from standard_copies import of_json, samples, web_page, word_copy

PAGE_MILLISECONDS = 30
WORD_MILLISECONDS = 300
ROUNDS = 9
ST0128 = "occupational-standard-st0128-software-development-technician.txt"


def _took(path: Path) -> float:
    """Milliseconds, as an ordinary core that does nothing else would take."""
    took, pace = [], []
    for _ in range(ROUNDS):
        pace.append(_milliseconds(spell))
        took.append(_milliseconds(lambda: read(path)))
    return min(took) / max(1, min(pace) / QUIET_SPELL_MILLISECONDS)


def _milliseconds(work: Callable[[], object]) -> float:
    before = process_time()
    work()
    return 1000 * (process_time() - before)


@pytest.fixture(scope="module")
def standards(tmp_path_factory: pytest.TempPathFactory) -> list[Standard]:
    """ST0128, and the publisher's others where they are there."""
    folder = tmp_path_factory.mktemp("json")
    [own] = read(PUBLISHED / ST0128).records
    assert isinstance(own, Standard)
    return [own, *(of_json(path, folder) for path in samples())]


def test_a_web_page_is_read_in_thirty_milliseconds(
    standards: list[Standard], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    took = {}
    for standard in standards:
        path = tmp_path / "page.html"
        path.write_text(web_page(standard), "utf-8")
        took[len(standard.ksbs)] = _took(path)
    with capsys.disabled():
        largest = max(took)
        print(  # noqa: T201 (a benchmark says what it measured)
            f"\nweb pages: {median(took.values()):.0f} ms in the middle, "
            f"{took[largest]:.0f} ms with {largest} KSBs"
        )
    assert median(took.values()) <= PAGE_MILLISECONDS


def test_a_word_copy_is_read_in_three_tenths_of_a_second(
    standards: list[Standard], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    largest = max(standards, key=lambda standard: len(standard.ksbs))
    took = _took(word_copy(largest, tmp_path / "copy.docx"))
    with capsys.disabled():
        print(f"\nWord copy with {len(largest.ksbs)} KSBs: {took:.0f} ms")  # noqa: T201 (a benchmark says what it measured)
    assert took <= WORD_MILLISECONDS
