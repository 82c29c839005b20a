from datetime import date

import pytest

from crosswalk_editions import framed
from curriculum.crosswalk.sides import Framed
from curriculum.crosswalk.table import State, Table, table
from curriculum.model import Crosswalk, Pair, Relation, Side, SourceRef, Uncovered

AT = SourceRef(file="crosswalk.toml", place="7")
OURS = framed(
    "ST0001",
    """
    K1 Principles of relational databases
    K2 Weld a butt joint in mild steel
    K3 Forestry and timber
    """,
    version="1.1",
)
THEIRS = framed(
    "DT",
    """
    databases Relational databases
    welding Weld a butt joint in mild steel
    wine Service of wine
    """,
)


def pair(one: str, other: str, relation: Relation, **more: object) -> Pair:
    fields = {"who": "Łucja Żółć", "on": date(2026, 6, 26), "reason": "Read & <said>"}
    return Pair(
        one=one, other=other, relation=relation, source=AT, **{**fields, **more}
    )


def walk(
    *pairs: Pair, version: str = "1.1", left: tuple[Uncovered, ...] = ()
) -> Crosswalk:
    return Crosswalk(
        one=Side(framework="ST0001", version=version, source=AT),
        other=Side(framework="DT", title="DT title", source=AT),
        pairs=pairs,
        uncovered=left,
        source=AT,
    )


def state(held: Table, key: str) -> State:
    row = held.row(key)
    assert row is not None
    return row.state


def test_what_nobody_decided_is_only_proposed() -> None:
    held = table(OURS, THEIRS)
    assert state(held, "K1=databases") is State.PROPOSED
    assert held.of(State.CONFIRMED) == ()
    assert "0 pairs are confirmed" in held.summary[0]


def test_what_was_decided_is_confirmed_or_rejected_with_its_reason() -> None:
    decided = walk(
        pair("K1", "databases", Relation.NARROWER), pair("K2", "welding", Relation.NONE)
    )
    held = table(OURS, THEIRS, [decided])
    assert state(held, "K1=databases") is State.CONFIRMED
    assert state(held, "K2=welding") is State.REJECTED
    row = held.row("k1=DATABASES")
    assert row is not None
    assert (row.who, row.reason) == ("Łucja Żółć", "Read & <said>")
    assert row.sentence == "K1 is narrower than databases"


def test_a_crosswalk_holds_in_both_directions() -> None:
    decided = walk(pair("K1", "databases", Relation.NARROWER))
    row = table(THEIRS, OURS, [decided]).row("databases=K1")
    assert row is not None
    assert (row.state, row.relation) == (State.CONFIRMED, Relation.BROADER)


def test_a_crosswalk_of_other_frameworks_says_nothing_here() -> None:
    held = table(OURS, framed("ST0002", "K1 Relational databases"), [walk()])
    assert held.rows[0].state is State.PROPOSED


@pytest.mark.parametrize(
    ("stamps", "version", "wanted"),
    [
        ((), "1.1", State.CONFIRMED),
        ((), "1.0", State.AGAIN),
        (("0123456789ab", "0123456789ab"), "1.1", State.AGAIN),
    ],
)
def test_another_wording_makes_a_pair_one_to_be_read_again(
    stamps: tuple[str, ...], version: str, wanted: State
) -> None:
    decided = walk(
        pair("K1", "databases", Relation.NARROWER, stamps=stamps), version=version
    )
    assert state(table(OURS, THEIRS, [decided]), "K1=databases") is wanted


def test_the_same_wording_in_another_version_stays_confirmed() -> None:
    stamps = tuple(side.edition.items[0].stamp for side in (OURS, THEIRS))
    decided = walk(
        pair("K1", "databases", Relation.NARROWER, stamps=stamps), version="0.9"
    )
    assert state(table(OURS, THEIRS, [decided]), "K1=databases") is State.CONFIRMED


def test_what_nothing_covers_is_said_with_the_reason_of_who_said_it() -> None:
    left = Uncovered(
        framework="DT", item="wine", reason="No wine", who="AB", on=date.min, source=AT
    )
    decided = walk(pair("K1", "databases", Relation.NARROWER), left=(left,))
    held = table(OURS, THEIRS, [decided])
    said = {one.statement.key: one.sentence for one in held.left_of_other}
    assert said["wine"] == "No wine"
    assert said["welding"] == "Nothing is confirmed; proposed: K2"
    assert "databases" not in said
    assert {one.statement.key for one in held.left_of_one} == {"K2", "K3"}


def test_what_was_decided_on_a_statement_that_is_gone_is_a_fault() -> None:
    held = table(OURS, THEIRS, [walk(pair("K9", "databases", Relation.SAME))])
    assert held.faults == (
        "crosswalk.toml:7: K9=databases names a statement that is not there",
    )


def test_proposals_come_after_facts_and_the_surest_first() -> None:
    held = table(OURS, THEIRS, [walk(pair("K3", "wine", Relation.NONE))], 0.0)
    sure = [row.confidence or 0 for row in held.of(State.PROPOSED)]
    assert sure == sorted(sure, reverse=True)
    assert held.rows[0].state is State.REJECTED


def test_two_versions_of_one_standard_can_be_set_side_by_side() -> None:
    old = Framed(OURS.edition, OURS.names)
    held = table(old, framed("ST0001", "K1 Principles of relational databases", "2.0"))
    row = held.row("K1=K1")
    assert row is not None
    assert row.relation is Relation.SAME
