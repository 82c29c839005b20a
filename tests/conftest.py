"""What tests share: golden texts; benchmarks only when they are asked for."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from libreoffice import Office, running, why_not

# How long one example takes says nothing on a busy machine.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

GOLDEN = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the golden texts"
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Benchmarks compare times, which a busy machine may spoil: not by the way."""
    asked = any("benchmarks" in str(arg) for arg in config.invocation_params.args)
    return True if collection_path.name == "benchmarks" and not asked else None


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Only a run of everything pays for processes; benchmarks run alone."""
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    return os.cpu_count() or 1 if whole else 0


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One LibreOffice for all tests of a process that edit files in it."""
    if why_not():
        pytest.skip(why_not())
    with running(tmp_path_factory.mktemp("office")) as held:
        yield held


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with tests/golden/NAME.txt, or rewrites that when asked to."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            path.write_text(text, "utf-8")
        assert text.splitlines() == path.read_text("utf-8").splitlines()

    return compare
