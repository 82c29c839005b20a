"""A crosswalk as text, JSON, a page, a workbook and a package of CASE."""

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from crosswalk_editions import framed
from curriculum.crosswalk import as_case, as_page, as_workbook
from curriculum.crosswalk.as_text import as_data, lines
from curriculum.crosswalk.sides import of_framework
from curriculum.crosswalk.table import Table, table
from curriculum.interchange.identity import identity
from curriculum.interchange.of_programme import listings
from curriculum.model import Crosswalk, Pair, Relation, Side, SourceRef
from notation import facts
from page_text import page_text
from workbook_checks import faults

SCHEMA = Path(__file__).parent.parent / "schemas" / "case-1.1-package.json"
AT = SourceRef(file="crosswalk.toml", place="7")
NASTY = '=SUM(A1) & <b>"Llŷn" Łódź</b> \N{ROCKET}'


def decided(*pairs: tuple[str, str, Relation]) -> Crosswalk:
    return Crosswalk(
        one=Side(framework="ST0001", source=AT),
        other=Side(framework="DT", source=AT),
        pairs=tuple(
            Pair(
                one=one,
                other=other,
                relation=relation,
                reason=NASTY,
                who="Łucja",
                on=date(2026, 6, 26),
                source=AT,
            )
            for one, other, relation in pairs
        ),
        source=AT,
    )


@pytest.fixture(scope="module")
def held() -> Table:
    ours = framed("ST0001", f"K1 Relational databases\nK2 {NASTY}\nK3 Forestry\nK4 x")
    theirs = framed(
        "DT", f"a Relational databases\nb {NASTY} {'long ' * 300}\nc Wine\nd Timber"
    )
    walk = decided(
        ("K1", "a", Relation.SAME),
        ("K2", "b", Relation.BROADER),
        ("K3", "b", Relation.NARROWER),
        ("K3", "d", Relation.OVERLAPPING),
        ("K3", "c", Relation.NONE),
    )
    return table(ours, theirs, [walk], 0.0)


def test_the_text_tells_facts_from_proposals(held: Table) -> None:
    said = "\n".join(lines(held))
    assert "Confirmed (4)" in said
    assert "Rejected (1)" in said
    assert "K1 says the same as a" in said
    assert f"{NASTY} (Łucja, 2026-06-26)" in said
    assert "no statement of ST0001 is confirmed for these (1)" in said


def test_json_holds_every_pair_with_its_state(held: Table) -> None:
    data = json.loads(json.dumps(as_data(held)))
    states = {pair["key"]: pair["state"] for pair in data["pairs"]}
    assert states["K1=a"] == "confirmed"
    assert states["K3=c"] == "rejected"
    assert {left["item"] for left in data["not_covered"]} == {"c", "K4"}


def test_the_page_shows_texts_as_texts(held: Table, tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.html"
    path.write_bytes(as_page.text(held))
    assert "<b>" not in path.read_text("utf-8")
    assert NASTY in page_text(path)
    assert "Confirmed (4)" in page_text(path)


def test_the_workbook_is_sound_and_its_texts_are_texts(
    held: Table, tmp_path: Path
) -> None:
    path = tmp_path / "crosswalk.xlsx"
    as_workbook.write(held, path)
    assert not faults(path)
    book = load_workbook(path)
    page = book["Confirmed"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]
    assert [row[2] for row in rows] == ["same", "broader", "narrower", "overlapping"]
    assert rows[1][1] == NASTY
    assert page["B5"].data_type == "s"


def test_an_empty_crosswalk_has_every_form_too(tmp_path: Path) -> None:
    empty = table(framed("A", "K1 Forestry"), framed("B", "K1 Wine"))
    as_workbook.write(empty, tmp_path / "crosswalk.xlsx")
    assert not faults(tmp_path / "crosswalk.xlsx")
    assert "<p>None.</p>" in as_page.text(empty).decode()
    assert json.loads(as_case.text(empty))["CFAssociations"] == []


def test_case_ties_the_narrower_to_the_broader(held: Table) -> None:
    package = json.loads(as_case.text(held))
    schema = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in schema.iter_errors(package)] == []
    said = {
        (
            tie["originNodeURI"]["title"],
            tie["associationType"],
            tie["destinationNodeURI"]["title"],
        )
        for tie in package["CFAssociations"]
    }
    assert said == {
        ("K1", "exactMatchOf", "a"),
        ("b", "isPartOf", "K2"),
        ("K3", "isPartOf", "b"),
        ("K3", "isRelatedTo", "d"),
    }
    assert NASTY in package["CFAssociations"][0]["notes"]


def test_ends_of_case_are_the_statements_of_the_frameworks_own_packages() -> None:
    found = facts("ksbs K1 S1\nduty D1 K1 S1\nM1 teaches K1 S1")
    _, listing = listings(found)
    (framework,) = found.programme.frameworks
    ends = as_case.nodes(of_framework(framework))
    assert {key: node.identifier for key, node in ends.items()} == {
        statement.key: statement.identifier
        for statement in listing.statements
        if statement.kind != "Duty"
    }
    assert listing.identifier == identity("ST0000", "1.0")
