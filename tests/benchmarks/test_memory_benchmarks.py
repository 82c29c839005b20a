"""What the documents of a long programme take in memory, in a process of their own."""

import subprocess
import sys
from pathlib import Path

import pytest

from curriculum.writers import Writer, all_writers
from long_programme import MODULES, SESSIONS, long_programme

MOST_MB = 150
PACKS = ("review-pack", "review-summary")
"""Made of the other documents."""
BUILD = """
import sys
from pathlib import Path
from curriculum.cli import main
try:
    main()
except SystemExit:
    pass
lines = Path("/proc/self/status").read_text().splitlines()
(most,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
print(most, file=sys.stderr)
"""
"""Prints its own peak in KiB: what the kernel counts for a child holds its parent's."""


def _chosen(chosen: str) -> list[Writer]:
    return [
        w
        for w in all_writers()
        if (w.stem in PACKS if chosen == "packed" else w.stem not in PACKS)
        and w.optional is (chosen != "usual")
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
@pytest.mark.parametrize("chosen", ["usual", "optional", "packed"])
def test_the_documents_of_a_long_programme_are_built_in_little_memory(
    chosen: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = long_programme(tmp_path / "long")
    names = [w.filename for w in _chosen(chosen)]
    words = ["build", str(folder), "--out", str(tmp_path), "--only", ",".join(names)]
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", BUILD, *words],
        capture_output=True,
        text=True,
        check=True,
        timeout=280,
    )
    peak = int(done.stderr.split()[-1]) * 1_024 / 1_000_000
    with capsys.disabled():
        print(f"\n{MODULES * SESSIONS:,} sessions, {chosen}: {peak:.0f} MB")  # noqa: T201 (the figure)
    assert {path.name for path in tmp_path.glob("*/*.*")} >= set(names)
    assert peak <= MOST_MB
