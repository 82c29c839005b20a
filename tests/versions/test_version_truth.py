"""Made pairs of versions whose truth is known: what was edited must be recovered."""

import pytest

from curriculum.model import Standard
from version_pairs import KINDS, dice, judged, made, published, standard

TRIALS = 100
LEAST_PRECISION = 0.98

SMALL = standard(
    "K How to choose a data structure for a problem, and what each costs in time",
    "K Roles and responsibilities within the software development life cycle",
    "K Roles and responsibilities of the project life cycle",
    "K Principles of relational databases and the uses of databases without tables",
    "K Legal duties of an employer under health and safety law, for example COSHH",
    "K The importance of valuing difference and understanding equality law",
    "K Methods of testing software, including unit, integration and acceptance tests",
    "S Write a program to a given specification, and test that it does what is asked",
    "S Communicate with colleagues in writing and speech, adapting to the audience",
    "S Follow company procedures for reporting faults, accidents and near misses",
    "S Apply structured techniques to solve problems, and record what was tried",
    "S Carry out a risk assessment before using machines for cutting or bending",
    "B Works without supervision and takes responsibility for own decisions",
    "B Acts with integrity towards customers, colleagues and the public",
    "B Works without supervision",
)


def _trials(standards: list[Standard], number: int) -> tuple[float, list[str]]:
    pairs = (
        made(standards[seed % len(standards)], dice(seed), edits=1 + seed % 7)
        for seed in range(number)
    )
    tallies, wrong = judged(pairs)
    edited = [tallies[kind] for kind in KINDS]
    right = sum(t.right for t in edited)
    return right / sum(t.claimed for t in edited), wrong


def test_a_small_standard_is_recovered_and_no_certain_match_is_wrong() -> None:
    precision, wrong = _trials([SMALL], 2 * TRIALS)
    assert wrong == []
    assert precision >= LEAST_PRECISION


def test_real_standards_are_recovered_and_no_certain_match_is_wrong() -> None:
    standards = published()
    if not standards:
        pytest.skip("the published standards do not lie beside this checkout")
    precision, wrong = _trials(standards, TRIALS)
    assert wrong == []
    assert precision >= LEAST_PRECISION


@pytest.mark.parametrize("kind", KINDS)
def test_one_edit_of_each_kind_leaves_all_others_as_they_were(kind: str) -> None:
    for seed in range(20):
        pair = made(SMALL, dice(seed), (kind,), 1)
        tallies, wrong = judged([pair])
        assert wrong == []
        assert tallies["none"].found == tallies["none"].done
