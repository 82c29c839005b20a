"""What verifying a document costs.

Limits are for an ordinary core that does nothing else; they grow as this one is slow.
"""

import tracemalloc
from pathlib import Path
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load, review
from curriculum.reviewed import Review
from curriculum.verifying.verdict import Verifier
from generated import CARRYING, written_by
from pace import slowness

MOST_MILLISECONDS = 150
MOST_MIB = 150
ROUNDS = 7


def say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        print(f"\n{line}")  # noqa: T201 the figure is what a benchmark is for


@pytest.fixture(scope="module")
def worked() -> Review:
    return review(load(WORKED_EXAMPLE))


@pytest.fixture(scope="module")
def documents(worked: Review, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("worked")
    return [written_by(writer, worked, folder) for writer in CARRYING]


def test_each_document_is_verified_in_time(
    documents: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    took: dict[str, float] = {}
    for path in documents:
        Verifier().verify(path)
        rounds = []
        for _ in range(ROUNDS):
            slow, begun = slowness(), process_time()
            assert not Verifier().verify(path).has_drifted
            rounds.append(1000 * (process_time() - begun) / slow)
        took[path.name] = min(rounds)
    for name, milliseconds in took.items():
        say(capsys, f"{name} verified in {milliseconds:.0f} ms")
    assert max(took.values()) <= MOST_MILLISECONDS


def test_verifying_takes_little_memory(
    documents: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    largest = max(documents, key=lambda path: path.stat().st_size)
    tracemalloc.start()
    Verifier().verify(largest)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    say(capsys, f"{largest.name} takes {peak / 2**20:.1f} MiB to verify")
    assert peak <= MOST_MIB * 2**20


def test_verifying(documents: list[Path], benchmark: BenchmarkFixture) -> None:
    path = next(p for p in documents if p.name == "scheme-of-work.docx")
    assert benchmark(Verifier().verify, path)
