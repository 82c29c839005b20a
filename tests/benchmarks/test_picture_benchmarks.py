"""A heat map of 62 statements by 20 modules, with a letter in every cell.

Limits are stated for an ordinary core; they grow with a fixed piece of work that is
timed beside, so that a slow or busy machine does not make them fail.
"""

import subprocess
import sys
from collections.abc import Callable
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from curriculum.pictures import Picture
from curriculum.pictures.heat_map import HeatMap, HeatRow, heat_map
from curriculum.pictures.raster import png
from pace import allowed

ITEMS, MODULES = 62, 20
MOST_SVG_SECONDS, MOST_PNG_SECONDS = 0.010, 0.5
MOST_MIB = 150
ROUNDS = 7
WIDTH = 763.0

_MEMORY = """
import sys
from pathlib import Path
from curriculum.pictures.raster import png
png(sys.stdin.read())
status = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


def held() -> HeatMap:
    rows = [
        HeatRow(f"K{n}", ["IDMT"[(n + m) % 4] for m in range(MODULES)], n % 9, n % 4)
        for n in range(1, ITEMS + 1)
    ]
    modules = [f"M{n:02}" for n in range(1, MODULES + 1)]
    kinds = [("Knowledge", rows[:25]), ("Skills", rows[25:55]), ("Values", rows[55:])]
    return HeatMap("Coverage", "All are taught", modules, kinds)


def drawn() -> str:
    picture: Picture = heat_map(held())
    return picture.at(WIDTH).svg


def seconds(work: Callable[[], object]) -> float:
    """The least time of the processor that a piece of work takes."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = process_time()
        work()
        best = min(best, process_time() - begun)
    return best


def say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        print(f"\n{line}")  # noqa: T201 the figure is what a benchmark is for


def test_a_heat_map_is_drawn_and_rendered_in_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    svg = drawn()

    def rendered() -> bytes:
        png.cache_clear()
        return png(svg)

    as_svg, as_png = seconds(drawn), seconds(rendered)
    limits = allowed(MOST_SVG_SECONDS), allowed(MOST_PNG_SECONDS)
    say(
        capsys,
        f"heat map {ITEMS} by {MODULES}: SVG {1000 * as_svg:.1f} ms, PNG "
        f"{1000 * as_png:.0f} ms (allowed {1000 * limits[0]:.0f}, "
        f"{1000 * limits[1]:.0f})",
    )
    assert as_svg <= limits[0]
    assert as_png <= limits[1]


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc/self/status")
def test_rendering_takes_little_memory(capsys: pytest.CaptureFixture[str]) -> None:
    made = subprocess.run(  # noqa: S603 (this Python)
        [sys.executable, "-c", _MEMORY],
        input=drawn().encode(),
        capture_output=True,
        check=True,
    )
    mib = int(made.stdout) / 2**10
    say(capsys, f"a process that renders it: {mib:.0f} MiB")
    assert mib <= MOST_MIB


def test_drawing(benchmark: BenchmarkFixture) -> None:
    assert benchmark(drawn)
