import tomllib
from datetime import date
from pathlib import Path

import pytest

from crosswalk_editions import framed
from curriculum.crosswalk import deciding
from curriculum.crosswalk.deciding import Decision, Said
from curriculum.crosswalk.table import State, Table, table
from curriculum.errors import NotWrittenError, SourceError
from curriculum.model import Relation

OURS = framed(
    "ST0001",
    """
    K1 Principles of relational databases
    K2 Weld a butt joint in mild steel
    """,
    version="1.1",
)
THEIRS = framed(
    "a b/c",
    """
    databases Relational databases
    wine Service of wine
    """,
)
SAID = Said("Łucja Żółć", date(2026, 6, 26), 'She said "=yes" & <no>')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return deciding.kept_at(tmp_path, OURS, THEIRS)


def laid(path: Path) -> Table:
    held = deciding.kept(path)
    return table(OURS, THEIRS, [held] if held else [], 0.0)


def keep(path: Path, *decisions: Decision) -> None:
    deciding.write(path, deciding.written(path, laid(path), decisions))


def test_a_confirmed_pair_is_kept_with_name_date_reason_and_wordings(
    path: Path,
) -> None:
    keep(path, *deciding.confirm(laid(path), ["K1=databases"], SAID))
    (entry,) = tomllib.loads(path.read_text("utf-8"))["pairs"]
    assert entry["relation"] == "narrower"
    assert (entry["who"], entry["on"], entry["reason"]) == (
        SAID.who,
        SAID.on,
        SAID.reason,
    )
    row = laid(path).row("K1=databases")
    assert row is not None
    assert row.state is State.CONFIRMED


def test_the_name_of_the_file_holds_no_sign_that_no_file_may_have(path: Path) -> None:
    assert path.name == "crosswalk-ST0001-a-b-c.toml"


def test_a_person_may_say_another_relation_than_the_proposed(path: Path) -> None:
    other = Said("AB", date(2026, 6, 26), relation=Relation.OVERLAPPING)
    keep(path, *deciding.confirm(laid(path), ["k1=DATABASES"], other))
    row = laid(path).row("K1=databases")
    assert row is not None
    assert row.relation is Relation.OVERLAPPING


def test_what_nothing_proposes_needs_a_relation(path: Path) -> None:
    with pytest.raises(SourceError, match="--relation"):
        deciding.confirm(laid(path), ["K2=wine"], SAID)


@pytest.mark.parametrize("key", ["K1", "K9=wine", "K1=K2", "=", ""])
def test_what_is_no_pair_is_told_by_name(path: Path, key: str) -> None:
    with pytest.raises(SourceError, match="is no pair of a statement of ST0001"):
        deciding.reject(laid(path), [key], SAID)


def test_a_rejected_pair_stays_away_and_may_be_confirmed_later(path: Path) -> None:
    keep(path, *deciding.reject(laid(path), ["K1=databases"], SAID))
    assert laid(path).of(State.PROPOSED) == ()
    again = Said("AB", date(2026, 7, 1), relation=Relation.SAME)
    keep(path, *deciding.confirm(laid(path), ["K1=databases"], again))
    (row,) = laid(path).rows
    assert (row.state, row.relation, row.who) == (
        State.CONFIRMED,
        Relation.SAME,
        "AB",
    )


def test_what_nothing_covers_is_kept_and_a_covered_one_refused(path: Path) -> None:
    keep(path, *deciding.leave(laid(path), ["wine"], SAID))
    (left,) = [x for x in laid(path).left_of_other if x.statement.key == "wine"]
    assert left.sentence == SAID.reason
    keep(path, *deciding.confirm(laid(path), ["K1=databases"], SAID))
    with pytest.raises(SourceError, match="a pair of it is confirmed"):
        deciding.leave(laid(path), ["databases"], SAID)


def test_a_key_of_both_frameworks_needs_the_name_of_one(path: Path) -> None:
    both = table(OURS, framed("ST0002", "K1 Service of wine"), (), 0.0)
    with pytest.raises(SourceError, match="say which, such as ST0001:K1"):
        deciding.leave(both, ["K1"], SAID)
    (decision,) = deciding.leave(both, ["ST0002:k1"], SAID)
    assert (decision.entry["framework"], decision.entry["item"]) == ("ST0002", "K1")
    with pytest.raises(SourceError, match="is no statement of ST0001"):
        deciding.leave(both, ["ST0002:K9"], SAID)
    assert not path.exists()


def test_every_other_line_of_the_file_stays_as_it_is(path: Path) -> None:
    keep(path, *deciding.confirm(laid(path), ["K1=databases"], SAID))
    text = f"# Ours, of September\r\n{path.read_text('utf-8')}".replace("\n", "\r\n")
    path.write_bytes(text.replace("\r\r", "\r").encode())
    before = path.read_bytes()
    keep(path, *deciding.leave(laid(path), ["wine"], SAID))
    assert path.read_bytes().startswith(before.rstrip())


def test_a_file_that_faces_the_other_way_is_kept_that_way(path: Path) -> None:
    back = table(THEIRS, OURS, (), 0.0)
    text = deciding.written(path, back, deciding.confirm(back, ["databases=K1"], SAID))
    deciding.write(path, text)
    other = Said("AB", date(2026, 7, 1), relation=Relation.BROADER)
    keep(path, *deciding.confirm(laid(path), ["K2=wine"], other))
    first, second = tomllib.loads(path.read_text("utf-8"))["pairs"]
    assert (first["one"], first["relation"]) == ("databases", "broader")
    assert (second["one"], second["other"]) == ("wine", "K2")
    assert second["relation"] == "narrower"


def test_the_crosswalk_of_others_is_not_written_over(path: Path) -> None:
    keep(path, *deciding.confirm(laid(path), ["K1=databases"], SAID))
    others = table(OURS, framed("ST0002", "K1 Relational databases"), (), 0.0)
    some = deciding.reject(others, ["K1=K1"], SAID)
    with pytest.raises(SourceError, match="is a crosswalk of ST0001"):
        deciding.written(path, others, some)


def test_a_file_with_a_fault_is_not_written_to(path: Path) -> None:
    path.write_text("[one]\nframework = 7\n", "utf-8")
    with pytest.raises(SourceError, match="is not a text in quotes"):
        deciding.kept(path)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(NotWrittenError):
        deciding.write(tmp_path / "file" / "crosswalk.toml", "")
