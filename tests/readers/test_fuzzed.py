"""Damaged inputs of every form: found by fuzzing, and a few new ones each time.

``tests/fuzz/fuzz_readers.py`` looks for more, for as long as it is let.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.fuzz_readers import KEPT, by_lines
from fuzz.seeds import seeds
from fuzz.targets import BrokenPromiseError, survives, targets

KEPT_INPUTS = sorted(path for path in KEPT.glob("*-*") if path.is_file())
TARGETS, SEEDS = targets(), seeds()


@pytest.mark.parametrize("kept", KEPT_INPUTS, ids=lambda path: path.name)
def test_what_broke_a_reader_once_does_so_no_more(kept: Path, tmp_path: Path) -> None:
    name = kept.name.rpartition("-")[0]
    survives(TARGETS[name], tmp_path / "input", kept.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_damaged_input_is_read_or_refused_with_a_sentence(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("fuzzed") / "input"
    own = SEEDS.get(name) or tuple(seed for held in SEEDS.values() for seed in held)
    known = [line for seed in own for line in seed.splitlines()]

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 2**32), st.binary(max_size=12))
    def read(number: int, dirt: bytes) -> None:
        dice = random.Random(number)  # noqa: S311 (nothing secret hangs on it)
        data = by_lines(dice.choice(own), known, dice)
        at = dice.randrange(len(data) + 1)
        survives(TARGETS[name], path, data[:at] + dirt + data[at:])

    read()


def test_the_harness_notices_what_breaks_a_promise(tmp_path: Path) -> None:
    def silent(path: Path) -> None:
        raise BrokenPromiseError(path.name)

    broken: Callable[[Path], None] = silent
    with pytest.raises(BrokenPromiseError, match="input"):
        survives(broken, tmp_path / "input", b"K1,One")


def test_every_reader_has_seeds_of_its_own_form() -> None:
    assert TARGETS.keys() - SEEDS.keys() <= {"recognised", *NO_TEXT_SEEDS}


NO_TEXT_SEEDS = ("assessment_plan",)
