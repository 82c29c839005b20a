"""The crosswalk that ships with the worked example: every skill read and decided."""

import tomllib

import pytest

from curriculum.crosswalk.likeness import likenesses
from curriculum.crosswalk.proposing import MEASURED, levels
from curriculum.crosswalk.sides import framed
from curriculum.crosswalk.table import State, Table, table
from curriculum.model import Programme, Relation
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from curriculum.suggest.aliases import aliases_of

UNCOVERED = {"engineering-radio-frequency", "machine-learning", "digital-forensics"}


@pytest.fixture(scope="module")
def programme() -> Programme:
    loaded = load(WORKED_EXAMPLE)
    assert loaded.programme is not None
    assert not [f for f in loaded.findings if f.code in {"ASM214", "ASM215"}]
    return loaded.programme


@pytest.fixture(scope="module")
def held(programme: Programme) -> Table:
    one, other = framed("ST0128", programme), framed("DT", programme)
    return table(one, other, programme.crosswalks, 0.0)


def test_every_pair_was_decided_on_the_wording_of_today_with_a_reason(
    held: Table,
) -> None:
    assert held.of(State.AGAIN) == ()
    assert held.faults == ()
    decided = (*held.of(State.CONFIRMED), *held.of(State.REJECTED))
    assert all(row.reason and row.who and row.on for row in decided)
    assert len({row.reason for row in decided}) > len(decided) / 2


def test_every_skill_is_met_by_a_ksb_or_said_to_be_met_by_none(held: Table) -> None:
    assert {left.statement.key for left in held.left_of_other} == UNCOVERED
    assert all(left.decided for left in held.left_of_other)


def test_nothing_that_the_words_propose_was_left_unread(held: Table) -> None:
    assert [
        row.key for row in held.of(State.PROPOSED) if (row.confidence or 0) >= 0.3
    ] == []


def test_few_skills_are_covered_whole(held: Table) -> None:
    whole = {r.other.key for r in held.of(State.CONFIRMED) if r.relation.holds}
    assert whole == {"agile-methodology", "artificial-intelligence", "cloud"}


def test_the_published_levels_are_those_of_this_crosswalk(
    held: Table, programme: Programme
) -> None:
    confirmed = {row.key for row in held.of(State.CONFIRMED)}
    one, other = held.one.edition, held.other.edition
    found = likenesses(one.items, other.items, aliases_of())
    keys = {f"{p.one.key}={p.other.key}": p.alike for p in found}
    data = tomllib.loads(MEASURED.read_text("utf-8"))
    assert data["pairs"] == len(one.items) * len(other.items)
    assert data["confirmed"] == len(confirmed)
    assert data["confirmed_and_proposed"] == len(confirmed & keys.keys())
    above = 2.0
    for level in levels():
        at = {key for key, alike in keys.items() if level.low <= alike < above}
        assert (level.proposed, level.confirmed) == (len(at), len(at & confirmed))
        above = level.low
    assert programme.framework("DT") is not None


def test_what_is_narrower_or_overlaps_never_counts_as_the_whole() -> None:
    assert [r for r in Relation if r.holds] == [Relation.SAME, Relation.BROADER]
