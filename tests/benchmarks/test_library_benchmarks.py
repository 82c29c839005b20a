"""A library of 700 standards in four versions: adding, searching, room on disk.

The bars are those of a college's laptop: a minute, 20 ms, 100 MB.  Without
--benchmark-enable a tenth of the standards is tried, with a tenth of time and room.
Both are measured in processor time, so that a busy machine does not count.
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time

import pytest

import library_files
from curriculum.library.pins import Pin
from curriculum.library.search import search
from curriculum.library.store import Library

REAL = Path(__file__).parents[2].parent / "shared/data/skills_england_api"
STANDARDS, VERSIONS = 700, 4
SAMPLE = 0.1
MOST_SECONDS_TO_ADD = 60.0
MOST_SECONDS_TO_SEARCH = 0.020
MOST_MB = 100
ROUNDS = 9

pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason="the real standards are not part of this folder"
)


@pytest.fixture(scope="module")
def share(request: pytest.FixtureRequest) -> float:
    """How much of the whole is tried."""
    return 1 if request.config.getoption("benchmark_enable") else SAMPLE


@pytest.fixture(scope="module")
def lists(share: float, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A list of all standards for each version, as the publisher gives them."""
    folder = tmp_path_factory.mktemp("lists")
    return [
        library_files.write(folder / f"all-{nth}.json", standards)
        for nth, standards in enumerate(
            library_files.Press(REAL).print_all(round(STANDARDS * share), VERSIONS)
        )
    ]


@pytest.fixture(scope="module")
def filled(
    lists: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Library, float]]:
    """The library, and how many seconds of work it took to fill it."""
    path = tmp_path_factory.mktemp("library") / "standards.sqlite3"
    with Library(path, create=True) as library:
        begun = process_time()
        for each in lists:
            library_files.add(library, each)
        yield library, process_time() - begun


def test_all_versions_are_added_in_a_minute_and_take_little_room(
    filled: tuple[Library, float], share: float, capsys: pytest.CaptureFixture[str]
) -> None:
    library, seconds = filled
    number = round(STANDARDS * share) * VERSIONS
    megabytes = library.path.stat().st_size / 1_000_000
    with capsys.disabled():
        print(  # noqa: T201 (the figure is what a benchmark is for)
            f"\n{number} standards added in {seconds:.1f} s, {megabytes:.0f} MB on disk"
        )
    assert len(library.editions()) == number
    assert seconds <= MOST_SECONDS_TO_ADD * share
    assert megabytes <= MOST_MB * share


@pytest.mark.parametrize(
    "words",
    [
        "risk assessment",
        "data",
        "work",
        "the",
        "and of the to",
        '"health and safety"',
        "cŵn",
        "Contribute to the development of policies and safe systems of work",
    ],
)
def test_a_search_answers_at_once(
    filled: tuple[Library, float], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    library, _ = filled
    times = []
    for _ in range(ROUNDS):
        begun = process_time()
        found = search(library, words)
        times.append(process_time() - begun)
    with capsys.disabled():
        print(  # noqa: T201 (the figure is what a benchmark is for)
            f"\nsearch {words}: {1000 * median(times):.1f} ms for {found.total} hits"
        )
    assert median(times) <= MOST_SECONDS_TO_SEARCH


def test_one_standard_is_found_at_once(
    filled: tuple[Library, float], capsys: pytest.CaptureFixture[str]
) -> None:
    library, _ = filled
    begun = process_time()
    edition = library.one(Pin("ST1050", "1.2"))
    seconds = process_time() - begun
    with capsys.disabled():
        print(f"\none standard: {1000 * seconds:.1f} ms")  # noqa: T201 (likewise)
    assert edition.label == "ST1050 1.2"
    assert seconds <= MOST_SECONDS_TO_SEARCH
