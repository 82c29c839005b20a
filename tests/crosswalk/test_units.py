from dataclasses import replace

import pytest

from crosswalk_editions import framed
from curriculum.crosswalk.units import (
    Unit,
    of_framework,
    of_items,
    skipped,
    unit,
)
from curriculum.errors import SourceError
from curriculum.facts import Facts
from notation import facts

TAUGHT = """
    ksbs K1 K2 K3 S1
    K1 means Principles of relational databases
    skills git
    M1 teaches K1
    M1 teaches K1 K2
    M1 teaches K3 git
    M2 teaches K1 git
    M2.02 teaches K1
    M2.02 is review
"""


@pytest.fixture
def taught() -> Facts:
    return facts(TAUGHT)


def made(of: Facts, *keys: str, least: float = 0, most: float = 140) -> Unit:
    return unit(of, of_items(of.programme, keys), least, most)


def sessions(found: Unit) -> list[str]:
    return [part.session.key for part in found.parts]


def test_all_sessions_that_teach_of_it_make_the_unit(taught: Facts) -> None:
    found = made(taught, "k1")
    assert sessions(found) == ["M1.01", "M1.02", "M2.01", "M2.02"]
    assert found.hours == 12
    assert found.fits


def test_one_that_is_too_long_keeps_the_shortest_that_teach_everything(
    taught: Facts,
) -> None:
    found = made(taught, "K1", "K2", most=3)
    assert sessions(found) == ["M1.02"]
    assert [part.session.key for part in found.left_out] == ["M1.01", "M2.01", "M2.02"]
    assert found.fits


def test_there_is_room_for_the_sessions_that_are_most_of_the_unit(
    taught: Facts,
) -> None:
    assert sessions(made(taught, "K1", "K2", most=9)) == ["M1.01", "M1.02", "M2.01"]


def test_one_that_cannot_be_short_enough_does_not_fit(taught: Facts) -> None:
    found = made(taught, "K1", "K3", most=4)
    assert found.hours == 6
    assert not found.fits


def test_one_that_is_too_short_says_what_could_fill_it(taught: Facts) -> None:
    found = made(taught, "K2", least=6)
    assert not found.fits
    assert [part.session.key for part in found.fillers] == ["M1.01"]


def test_what_no_session_teaches_is_named(taught: Facts) -> None:
    found = made(taught, "K1", "S1")
    assert found.untaught == (("ST0000", "S1"),)
    assert not found.fits


def test_the_holder_skips_what_teaches_nothing_else(taught: Facts) -> None:
    found = skipped(taught, of_items(taught.programme, ["K1"]))
    assert [part.session.key for part in found.whole] == ["M1.01", "M2.01"]
    assert found.hours == 6
    assert [part.session.key for part in found.partly] == ["M1.02"]
    assert found.hours_partly == pytest.approx(1.5)


def test_a_published_unit_is_carried_by_what_is_confirmed(taught: Facts) -> None:
    target = framed("AU0009", "TK1 Principles of relational databases\nTK2 Wine")
    nothing = of_framework(taught, target)
    assert not nothing.marks
    assert [c.statement.key for c in nothing.missing] == ["TK1", "TK2"]
    proposed = of_framework(taught, target, proposals=True)
    assert proposed.marks == {("ST0000", "K1")}


def test_the_programmes_own_framework_may_be_the_unit(taught: Facts) -> None:
    own = framed("DT", "git git")
    found = unit(taught, of_framework(taught, own), 0)
    assert sessions(found) == ["M1.03", "M2.01"]


@pytest.mark.parametrize("keys", [["K9"], ["git"], [""]])
def test_a_statement_that_is_not_there_is_told(taught: Facts, keys: list[str]) -> None:
    with pytest.raises(SourceError, match=r"ST0000 v1\.0 has no "):
        of_items(taught.programme, keys)


def test_a_framework_that_is_not_there_is_told(taught: Facts) -> None:
    with pytest.raises(SourceError, match="there are: ST0000, DT"):
        of_items(taught.programme, ["K1"], "ST9999")
    alone = taught.programme.model_copy(update={"frameworks": ()})
    with pytest.raises(SourceError, match="there are: none"):
        of_items(replace(taught, programme=alone).programme, ["K1"])
