"""A learner's file: what is read, and what cannot be used."""

from pathlib import Path

import pytest

from curriculum.errors import SourceError
from curriculum.readers.programme.learner import read_learner
from notation import programme

PROGRAMME = programme("ksbs K1 S1\nskills git\nM1 teaches K1\nO1 optional")


def written(folder: Path, text: str) -> Path:
    path = folder / "ceri.toml"
    path.write_text(text, "utf-8")
    return path


def test_reads_name_choices_and_prior_learning(tmp_path: Path) -> None:
    text = """
        name = "Ceri Wójcik"
        employer = "Borrow Shed & Sons"
        starts = 2026-09-08
        modules = ["O1"]
        [[prior]]
        item = "K1"
        hours = 2.5
        evidence = "A level"
    """
    learner, found = read_learner(written(tmp_path, text), PROGRAMME)
    assert found == []
    assert (learner.name, learner.modules) == ("Ceri Wójcik", ("O1",))
    [prior] = learner.prior
    assert (prior.framework, prior.item, prior.hours) == ("ST0000", "K1", 2.5)


def test_what_cannot_be_used_is_a_finding_with_its_line(tmp_path: Path) -> None:
    text = """name = "C"
employe = "x"
modules = ["O2"]
[[prior]]
item = "K9"
hours = 1
evidence = "x"
[[prior]]
item = "S1"
hours = 1
[[prior]]
item = "K1"
hours = -1
evidence = "x"
[[prior]]
item = "K1"
framework = "XX"
hours = 1
evidence = "x"
"""
    learner, found = read_learner(written(tmp_path, text), PROGRAMME)
    assert learner.prior == ()
    left_out = "; prior 3 is left out until that is mended"
    assert sorted(map(str, found)) == [
        f"ceri.toml:13: ASM202 hours -1 is less than 0{left_out}",
        "ceri.toml:16: ASM202 K1 is no statement of this programme",
        "ceri.toml:2: ASM201 employe is not a known key; did you mean employer?",
        "ceri.toml:3: ASM202 O2 is no optional module",
        "ceri.toml:5: ASM202 K9 is no statement of ST0000 v1.0",
        "ceri.toml:8: ASM203 S1 has no evidence, so no hours are taken out",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [("name =", "cannot be read as TOML"), ("employer = 'x'", "names no learner")],
)
def test_a_file_that_names_nobody_cannot_be_used(
    tmp_path: Path, text: str, why: str
) -> None:
    with pytest.raises(SourceError, match=why):
        read_learner(written(tmp_path, text), PROGRAMME)


def test_a_file_that_is_not_there_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        read_learner(tmp_path / "none.toml", PROGRAMME)
