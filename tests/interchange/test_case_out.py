"""CASE 1.1: held against the definitions of the published schema."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from curriculum.facts import Facts, gather
from curriculum.interchange.case_out import case_package, case_text
from curriculum.interchange.identity import identity
from curriculum.interchange.of_programme import listings
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from notation import facts
from reviews import TWO_FRAMEWORKS

Json = dict[str, Any]

SCHEMA = Path(__file__).parent.parent / "schemas" / "case-1.1-package.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
TAUGHT = """
    ksbs K1 S1 B1
    duty D1 K1 S1 K9
    duty D2 B1
    M1 titled Networks & cables <basic>
    M2 needs M1
    M1 outcome LO1 Crimp a cable
    M1 teaches K1 introduced
    M1 teaches K1 developed
    M2 teaches K1 mastered
    M2 teaches S1
"""


def packages(of: Facts) -> list[Json]:
    return [case_package(listing) for listing in listings(of)]


def faults(package: Json) -> list[str]:
    return [f"{e.json_path}: {e.message}" for e in VALIDATOR.iter_errors(package)]


def ties(package: Json, relation: str) -> list[tuple[str, str]]:
    return [
        (a["originNodeURI"]["title"], a["destinationNodeURI"]["title"])
        for a in package["CFAssociations"]
        if a["associationType"] == relation
    ]


def identifiers(package: Json) -> Iterator[str]:
    yield package["CFDocument"]["identifier"]
    for name in ("CFItems", "CFAssociations"):
        yield from (one["identifier"] for one in package[name])


@pytest.mark.parametrize("text", [TAUGHT, TWO_FRAMEWORKS, "ksbs K1"])
def test_every_package_keeps_to_the_schema(text: str) -> None:
    assert [
        faults(package) for package in packages(facts(text)) if faults(package)
    ] == []


def test_the_worked_example_keeps_to_the_schema() -> None:
    programme = load(WORKED_EXAMPLE).programme
    assert programme
    made = packages(gather(programme))
    assert [len(package["CFItems"]) for package in made][1:] == [77, 40]
    assert [faults(package) for package in made if faults(package)] == []


def test_the_schema_asks_for_uuids_in_small_letters() -> None:
    package = packages(facts(TAUGHT))[0]
    package["CFItems"][0]["identifier"] = package["CFItems"][0]["identifier"].upper()
    assert faults(package)


def test_the_schema_refuses_what_other_editors_add() -> None:
    package = packages(facts(TAUGHT))[0]
    package["CFItems"][0]["CFDocumentURI"] = {}
    assert faults(package)


def test_a_framework_is_a_document_and_the_programme_is_one_of_its_own() -> None:
    own, standard = packages(facts(TAUGHT))
    assert [item["humanCodingScheme"] for item in own["CFItems"]] == [
        "M1",
        "M1.LO1",
        "M2",
    ]
    kinds = [(i["humanCodingScheme"], i["CFItemType"]) for i in standard["CFItems"]]
    assert kinds == [
        ("D1", "Duty"),
        ("D2", "Duty"),
        ("K1", "Knowledge"),
        ("S1", "Skills"),
        ("B1", "Behaviours"),
    ]
    assert standard["CFDocument"]["version"] == "1.0"
    assert standard["CFDocument"]["caseVersion"] == "1.1"


def test_duties_are_tied_to_the_ksbs_that_the_standard_has() -> None:
    standard = packages(facts(TAUGHT))[1]
    assert ties(standard, "isRelatedTo") == [("D1", "K1"), ("D1", "S1"), ("D2", "B1")]


def test_modules_are_tied_to_what_they_teach_with_their_greatest_depth() -> None:
    own = packages(facts(TAUGHT))[0]
    (group,) = own["CFDefinitions"]["CFAssociationGroupings"]
    assert group["title"] == "Taught in"
    taught = [a for a in own["CFAssociations"] if "CFAssociationGroupingURI" in a]
    assert [
        (
            a["originNodeURI"]["title"],
            a["destinationNodeURI"]["title"],
            a["extensions"]["depth"],
        )
        for a in taught
    ] == [("M1", "K1", "developed"), ("M2", "K1", "mastered"), ("M2", "S1", "taught")]
    assert {a["CFAssociationGroupingURI"]["identifier"] for a in taught} == {
        group["identifier"]
    }


def test_a_tie_to_a_ksb_names_the_item_of_the_other_package() -> None:
    own, standard = packages(facts(TAUGHT))
    here = {item["identifier"] for item in standard["CFItems"]}
    there = {
        a["destinationNodeURI"]["identifier"]
        for a in own["CFAssociations"]
        if a["associationType"] == "isRelatedTo"
    }
    assert there
    assert there <= here


def test_prerequisites_come_before_and_outcomes_stand_under_their_module() -> None:
    own = packages(facts(TAUGHT))[0]
    assert ties(own, "precedes") == [("M1", "M2")]
    assert ("M1.LO1", "M1") in ties(own, "isChildOf")
    assert ("M1", "Test programme") in ties(own, "isChildOf")


def test_identities_hang_on_framework_version_and_key_alone() -> None:
    standard = packages(facts(TAUGHT))[1]
    more = packages(facts("duty D7 B1\nksbs S4 K1"))[1]
    of = [
        {i["humanCodingScheme"]: i["identifier"] for i in p["CFItems"]}
        for p in (standard, more)
    ]
    assert of[0]["K1"] == of[1]["K1"] == identity("ST0000", "1.0", "K1")
    assert UUID(of[0]["K1"]).version == 5


def test_an_identity_never_changes_from_one_release_to_the_next() -> None:
    assert identity("ST0128", "1.1", "K1") == "0e34c664-5afc-5579-8977-72fb6cb71ee6"


def test_a_publishers_guid_is_kept_and_what_is_none_stands_in_an_extension() -> None:
    guid, capitals = (
        "018f4a66-9a67-7e15-8e40-6e7c2d2f5a11",
        "0B4F6A66-9A67-4E15-8E40-6E7C2D2F5A11",
    )
    laid_out = facts("ksbs K1 K2 S1")
    (framework,) = laid_out.programme.frameworks
    items = tuple(
        item.model_copy(update={"guid": given})
        for item, given in zip(framework.items, (guid, capitals, "k-17"), strict=True)
    )
    programme = laid_out.programme.model_copy(
        update={"frameworks": (framework.model_copy(update={"items": items}),)}
    )
    package = packages(gather(programme))[1]
    assert faults(package) == []
    first, second, third = package["CFItems"]
    assert first["identifier"] == guid
    assert "extensions" not in first
    assert second["identifier"] == capitals.lower()
    assert second["extensions"] == {"guid": capitals}
    assert third["identifier"] == identity("ST0000", "1.0", "S1")
    assert third["extensions"] == {"guid": "k-17"}


@pytest.mark.parametrize("text", [TAUGHT, TWO_FRAMEWORKS])
def test_no_two_things_share_an_identity(text: str) -> None:
    for package in packages(facts(text)):
        assert max(Counter(identifiers(package)).values()) == 1


def test_two_modules_with_one_key_are_two_items() -> None:
    own = packages(facts("ksbs K1\nM1 teaches K1\nmodule M1\nM1 teaches K1"))[0]
    assert len({item["identifier"] for item in own["CFItems"]}) == 2
    assert faults(own) == []


def test_the_same_programme_gives_the_same_text_dated_by_its_issue() -> None:
    text = TAUGHT + "    programme issued 2026-06-26"
    first, second = (
        [case_text(listing) for listing in listings(facts(text))] for _ in range(2)
    )
    assert first == second
    assert '"lastChangeDateTime": "2026-06-26T00:00:00Z"' in first[0]


def test_a_corrected_misprint_keeps_the_print() -> None:
    laid_out = facts("ksbs K1\nK1 means when necessary")
    (framework,) = laid_out.programme.frameworks
    (item,) = framework.items
    misprint = item.model_copy(update={"text": "whennecessary", "meant": item.text})
    programme = laid_out.programme.model_copy(
        update={"frameworks": (framework.model_copy(update={"items": (misprint,)}),)}
    )
    (made,) = packages(gather(programme))[1]["CFItems"]
    assert made["fullStatement"] == "when necessary"
    assert made["extensions"] == {"printed": "whennecessary"}
